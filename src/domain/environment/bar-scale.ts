import { type Deployment, durationsOf, median } from './deployment.ts';

/** One deployment as a bar. `ratio` is its height, above 0 and at most 1; a bar that is cut would be higher than 1. */
export type Bar = { readonly deployment: Deployment; readonly ratio: number; readonly isCut: boolean };

export type Bars = {
  readonly bars: readonly Bar[];
  /** How long a bar of ratio 1 took, in seconds; undefined when no duration is known. */
  readonly fullSeconds: number | undefined;
};

const MIN_RATIO = 0.06;
const UNKNOWN_RATIO = 0.5;
/** Full height is at least twice the middle duration, so that equal ones stand half high, and at most four times. */
const FULL = { least: 2, most: 4 } as const;

/**
 * The history as bars whose heights are the durations. One that took for ever is cut, lest it flatten all the others;
 * one whose duration is not known, or not final, is as high as the one in the middle.
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
  const fullSeconds = Math.max(1, FULL.least * middle, Math.min(longest, FULL.most * middle));
  const bars = history.map((deployment) => {
    const share = (deployment.durationSeconds ?? middle) / fullSeconds;
    return { deployment, ratio: Math.min(1, Math.max(MIN_RATIO, share)), isCut: share > 1 };
  });
  return { bars, fullSeconds };
}
