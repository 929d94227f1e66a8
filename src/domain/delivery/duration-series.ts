import { hasRates } from './compare-measures.ts';
import { isWithin, type Window } from './delivery-window.ts';
import type { Judged } from './judge-deployments.ts';
import { percentile } from './percentile.ts';

const DAY_MS = 86_400_000;
const ROLLING_MS = 7 * DAY_MS;

/** The durations of the seven days before a moment, in seconds; undefined with too few changes for a median. */
export type DurationPoint = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly medianSeconds: number | undefined;
  readonly p90Seconds: number | undefined;
  /** Number of changes, and of those that succeeded and have a duration. */
  readonly changes: number;
  readonly count: number;
};

/** Returns a point for each day of a window, oldest first; the last one is the end of the window. */
export function durationSeries(deployments: readonly Judged[], { from, to }: Window): readonly DurationPoint[] {
  const changes = deployments.filter(({ kind }) => kind === 'change');
  const days = Math.round((to - from) / DAY_MS);
  return Array.from({ length: days }, (_, index) => {
    const at = to - (days - 1 - index) * DAY_MS;
    const recent = changes.filter(({ startedAt }) => isWithin({ from: at - ROLLING_MS, to: at }, startedAt));
    const durations = recent.flatMap(({ hasSucceeded, durationSeconds }) =>
      hasSucceeded ? (durationSeconds ?? []) : [],
    );
    const measured = hasRates({ deployments: recent.length }) ? durations : [];
    const [medianSeconds, p90Seconds] = [percentile(measured, 50), percentile(measured, 90)];
    return { at, medianSeconds, p90Seconds, changes: recent.length, count: durations.length };
  });
}
