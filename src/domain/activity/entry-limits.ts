import type { ActivityEntry } from './activity-entry.ts';

/** Limits of the entries that a browser persists. */
export const MAX_ENTRIES = 5_000;
export const MAX_AGE_MS = 30 * 86_400_000;

/**
 * Returns the epoch milliseconds before which entries are removed: 30 days ago, or the start of the oldest of the newest
 * 5,000. `now` is in epoch milliseconds.
 */
export function cutOf(entries: readonly ActivityEntry[], now: number): number {
  const oldest = now - MAX_AGE_MS;
  if (entries.length <= MAX_ENTRIES) return oldest;
  const starts = entries.map(({ at }) => at).toSorted((a, b) => b - a);
  return Math.max(oldest, starts[MAX_ENTRIES - 1] ?? oldest);
}
