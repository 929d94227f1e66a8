import { NOTABLE_SKEW_MS } from './server-clock.ts';
import type { TimeFormat } from './settings.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

export type TimeUnit = (typeof UNITS)[number][0] | 'second';

/** Returns a duration, in milliseconds, in its largest whole unit. A negative duration, from clocks that differ, is 0 s. */
export function inLargestUnit(ms: number): { readonly count: number; readonly unit: TimeUnit } {
  const [unit, unitMs] = UNITS.find(([, size]) => ms >= size) ?? (['second', 1_000] as const);
  return { count: Math.floor(Math.max(0, ms) / unitMs), unit };
}

/** Below this age, a time is "just now". */
const JUST_NOW_MS = 5_000;

/** Returns the age of a time in its largest unit; hours up to two days. Undefined for a time of the last seconds or ahead. */
export function ageOf(at: number, now: number): ReturnType<typeof inLargestUnit> | undefined {
  const ms = now - at;
  if (ms < JUST_NOW_MS) return undefined;
  const [, dayMs] = UNITS[0];
  const [hour, hourMs] = UNITS[1];
  return ms >= dayMs && ms < 2 * dayMs ? { count: Math.floor(ms / hourMs), unit: hour } : inLargestUnit(ms);
}

const [, , [, MINUTE_MS]] = UNITS;

/**
 * Returns the epoch milliseconds until which the texts of this file's functions about `at` stay the same. From one minute
 * on, an age changes at whole minutes only; below that, and for a time ahead, at whole seconds.
 */
export function ageChangesAt(at: number, now: number): number {
  const ms = now - at;
  const stepMs = ms < MINUTE_MS ? 1_000 : MINUTE_MS;
  return at + (Math.floor(ms / stepMs) + 1) * stepMs;
}

/** True when a time lies further in the future than clocks usually differ. */
export const isAhead = (at: number, now: number): boolean => at - now > NOTABLE_SKEW_MS;

/** True when the page shows a date instead of an age: by the user's choice, or for a time in the future. */
export const isShownAsDate = (at: number, now: number, { absoluteTimes }: Pick<TimeFormat, 'absoluteTimes'>): boolean =>
  absoluteTimes || isAhead(at, now);
