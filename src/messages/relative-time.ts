import type { LastChecked } from '#domain/environment/last-checked.ts';
import { NOTABLE_SKEW_MS } from '#domain/server-clock.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { plural } from './common.ts';
import { dateTimeText, timeText } from './date-time.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A duration in its largest unit: `5 s`, `3 m`, `2 h`, `4 d`. A negative duration, from clocks that differ, is `0 s`. */
export function shortAge(ms: number): string {
  const age = Math.max(0, ms);
  if (age < MINUTE_MS) return `${Math.floor(age / SECOND_MS)} s`;
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} m`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h`;
  return `${Math.floor(age / DAY_MS)} d`;
}

/** A duration with seconds or minutes: `48 s`, `3 m 42 s`, `1 h 05 m`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} m ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3_600)} h ${two(Math.floor((whole % 3_600) / 60))} m`;
}

/** `4 minutes ago`. A time in the future, from a clock that is ahead, is `just now`. */
export function agoText(at: number, now: number): string {
  const age = now - at;
  if (age < 5 * SECOND_MS) return 'just now';
  if (age < MINUTE_MS) return ago(age / SECOND_MS, 'second');
  if (age < HOUR_MS) return ago(age / MINUTE_MS, 'minute');
  if (age < 2 * DAY_MS) return ago(age / HOUR_MS, 'hour');
  return ago(age / DAY_MS, 'day');
}

const ago = (count: number, unit: string): string => `${plural(Math.floor(count), unit)} ago`;

/** True when a time lies further in the future than clocks usually differ. */
export const isAhead = (at: number, now: number): boolean => at - now > NOTABLE_SKEW_MS;

/** True when the page shows a date instead of an age: by the user's choice, or for a time in the future. */
export const isShownAsDate = (at: number, now: number, { absoluteTimes }: Pick<TimeFormat, 'absoluteTimes'>): boolean =>
  absoluteTimes || isAhead(at, now);

/** `4 minutes ago`, or the date, time and zone. */
export const whenText = (at: number, now: number, format: TimeFormat): string =>
  isShownAsDate(at, now, format) ? dateTimeText(at, format.timeZone) : agoText(at, now);

/** Texts for a reading without a time. */
const NO_TIME = { never: 'not checked yet', undated: 'age unknown' } as const;

/** When an environment was last checked, and whether the answer came from a cache. */
export function checkedText({ kind, at, isCached }: LastChecked, now: number, format: TimeFormat): string {
  if (kind === 'never' || kind === 'undated') return NO_TIME[kind];
  if (at === undefined) return 'last known';
  const text = checkedAtText(kind, at, now, format);
  return isCached ? `${text}, from a cache` : text;
}

function checkedAtText(
  kind: Exclude<LastChecked['kind'], keyof typeof NO_TIME>,
  at: number,
  now: number,
  format: TimeFormat,
): string {
  const { timeZone } = format;
  const isDate = isShownAsDate(at, now, format);
  const time = isDate
    ? // Within half a day the time alone says which day is meant.
      (Math.abs(now - at) < DAY_MS / 2 ? timeText : dateTimeText)(at, timeZone)
    : shortAge(now - at);
  switch (kind) {
    case 'checked':
      return isDate ? `checked ${time}` : `checked ${time} ago`;
    case 'old':
      return isDate ? `as of ${time}` : `${time} old`;
    case 'kept':
      return `last known, ${isDate ? `as of ${time}` : `${time} old`}`;
    case 'unreached':
      return `not reached ${isDate ? `since ${time}` : `for ${time}`}`;
    default:
      return kind satisfies never;
  }
}
