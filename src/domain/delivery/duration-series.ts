import { isWithin, type Window } from './delivery-window.ts';
import type { Judged } from './judge-deployments.ts';
import { percentile } from './percentile.ts';

const DAY_MS = 86_400_000;
const ROLLING_MS = 7 * DAY_MS;

/** The durations of the seven days before a moment, in seconds; undefined without a deployment. */
export type DurationPoint = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly medianSeconds: number | undefined;
  readonly p90Seconds: number | undefined;
  readonly count: number;
};

/** Returns a point for each day of a window, oldest first; the last one is the end of the window. */
export function durationSeries(deployments: readonly Judged[], { from, to }: Window): readonly DurationPoint[] {
  const successes = deployments.filter(({ kind, hasSucceeded }) => kind === 'change' && hasSucceeded);
  const days = Math.round((to - from) / DAY_MS);
  return Array.from({ length: days }, (_, index) => {
    const at = to - (days - 1 - index) * DAY_MS;
    const durations = successes.flatMap(({ startedAt, durationSeconds }) =>
      isWithin({ from: at - ROLLING_MS, to: at }, startedAt) ? (durationSeconds ?? []) : [],
    );
    const [medianSeconds, p90Seconds] = [percentile(durations, 50), percentile(durations, 90)];
    return { at, medianSeconds, p90Seconds, count: durations.length };
  });
}
