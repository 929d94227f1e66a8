const DAY_MS = 86_400_000;

/** A span of time in epoch milliseconds. `to` is not part of it. */
export type Window = { readonly from: number; readonly to: number };

/** The last days until `now`. */
export const lastDaysWindow = (now: number, days: number): Window => ({ from: now - days * DAY_MS, to: now });

/** The days before a window, as many as it has. */
export const windowBefore = ({ from, to }: Window): Window => ({ from: from - (to - from), to: from });

/** Windows of seven days, oldest first; the last one ends at `now`. */
export const weeksUntil = (now: number, count: number): readonly Window[] =>
  Array.from({ length: count }, (_, index) => {
    const to = now - (count - 1 - index) * 7 * DAY_MS;
    return { from: to - 7 * DAY_MS, to };
  });

/** True when `at`, in epoch milliseconds, lies in the window. */
export const isWithin = ({ from, to }: Window, at: number): boolean => at >= from && at < to;

/** The days of a window in which an environment's history is known: a part of a day counts as a day. */
export const knownDays = ({ from, to }: Window, knownFrom: number): number =>
  knownFrom >= to ? 0 : Math.max(1, (to - Math.max(from, knownFrom)) / DAY_MS);

/** The fewest and the most days of a window, rounded, in which the histories of environments are known. */
export type KnownDays = { readonly least: number; readonly most: number };

/** Returns the known days of histories that begin at these times, in epoch milliseconds; 0 for no history. */
export function knownDaysOf(window: Window, starts: readonly number[]): KnownDays {
  const days = starts.map((from) => Math.round(knownDays(window, from)));
  return days.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...days), most: Math.max(...days) };
}
