import { METRIC_NAMES, METRICS, type Metric } from './metrics.ts';
import type { Result } from './table.ts';

/** A metric that is worse than in the baseline, with both values. */
export type Worse = {
  readonly workload: string;
  readonly slowdown: number;
  readonly metric: Metric;
  readonly before: number;
  readonly now: number;
  /** True when both are ratios to the limit page of their own run. */
  readonly isRatio: boolean;
};

/** Two runs of the same code differ by a tenth on a quiet machine. */
const LEAST_SHARE = 0.1;
/** Smaller differences are the resolution of a timer, one frame or one element. */
const LEAST: Readonly<Record<string, number>> = { ms: 8, kB: 1, MB: 0.5, '': 1 };
/** Metrics that do not depend on the load of the machine: compared without the limit page. */
const STEADY: ReadonlySet<Metric> = new Set([
  'scriptBytes',
  'bytes',
  'requests',
  'nodes',
  'heap',
  'sameCommits',
  'sameCards',
  'changeCommits',
  'changeCards',
]);

const twin = (results: readonly Result[], page: Result['page'], { workload, slowdown }: Result): Result | undefined =>
  results.find((one) => one.page === page && one.workload === workload && one.slowdown === slowdown);

/**
 * Returns the metrics that are worse beyond noise: the best run of now is worse than the worst run of the baseline, and
 * the median is worse by a tenth and by more than the timer's resolution. Times are compared as ratios to the limit
 * page of the same run, if it has the metric, so that a slow machine does not count as a slow app.
 */
export function worseThan(baseline: readonly Result[], results: readonly Result[]): readonly Worse[] {
  return results
    .filter(({ page }) => page === 'app')
    .flatMap((app) => {
      const before = twin(baseline, 'app', app);
      if (!before) return [];
      const limitNow = twin(results, 'limit', app);
      const limitBefore = twin(baseline, 'limit', app);
      return METRIC_NAMES.flatMap((metric): readonly Worse[] => {
        const now = app.figures[metric];
        const then = before.figures[metric];
        if (!now || !then) return [];
        const [a, b] = [limitNow?.figures[metric]?.median ?? 0, limitBefore?.figures[metric]?.median ?? 0];
        const isRatio = !STEADY.has(metric) && a > 0 && b > 0;
        const [by, from] = isRatio ? [a, b] : [1, 1];
        const grain = LEAST[METRICS[metric].unit] ?? 0;
        const isWorse =
          now.min / by > then.max / from &&
          now.median / by > (then.median / from) * (1 + LEAST_SHARE) &&
          now.median - (then.median / from) * by > grain;
        if (!isWorse) return [];
        const { workload, slowdown } = app;
        return [{ workload, slowdown, metric, before: then.median / from, now: now.median / by, isRatio }];
      });
    });
}

/** Returns one line for each metric, or one sentence when there is none. */
export function worseText(worse: readonly Worse[]): string {
  if (worse.length === 0) return 'Nothing is worse than the baseline beyond noise.';
  const figure = (value: number, isRatio: boolean) => (isRatio ? `×${value.toFixed(2)}` : value.toFixed(1));
  return worse
    .map(
      ({ workload, slowdown, metric, before, now, isRatio }) =>
        `${workload}, ${slowdown}×: ${METRICS[metric].label}: ${figure(before, isRatio)} → ${figure(now, isRatio)}`,
    )
    .join('\n');
}
