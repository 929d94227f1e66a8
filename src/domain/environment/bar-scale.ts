import { type Deployment, durationsOf, median } from './deployment.ts';

/** A deployment as a bar. `ratio` is its height, above 0 and at most 1. `isCut`: the true height is above 1. */
export type Bar = { readonly deployment: Deployment; readonly ratio: number; readonly isCut: boolean };

export type Bars = {
  readonly bars: readonly Bar[];
  /** Duration of a bar with ratio 1, in seconds; undefined when no duration is known. */
  readonly fullSeconds: number | undefined;
};

const MIN_RATIO = 0.06;
const UNKNOWN_RATIO = 0.5;
/**
 * The full height is at least twice and at most four times the median duration. Bars of equal durations therefore have
 * half the full height.
 */
const FULL_HEIGHT = { min: 2, max: 4 } as const;

/**
 * Returns the history as bars whose heights show the durations.
 *
 * A bar above the full height is cut, because a single very long deployment would flatten all other bars. A deployment
 * whose duration is unknown or not final has the height of the median.
 */
export function barsOf(history: readonly Deployment[]): Bars {
  const durations = durationsOf(history);
  const middle = median(durations);
  if (middle === undefined) {
    return {
      bars: history.map((deployment) => ({ deployment, ratio: UNKNOWN_RATIO, isCut: false })),
      fullSeconds: undefined,
    };
  }
  const longest = durations.at(-1) ?? middle;
  const fullSeconds = Math.max(1, FULL_HEIGHT.min * middle, Math.min(longest, FULL_HEIGHT.max * middle));
  const bars = history.map((deployment) => {
    const share = (deployment.durationSeconds ?? middle) / fullSeconds;
    return { deployment, ratio: Math.min(1, Math.max(MIN_RATIO, share)), isCut: share > 1 };
  });
  return { bars, fullSeconds };
}
