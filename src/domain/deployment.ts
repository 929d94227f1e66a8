/** One past or running deployment of an environment, as Qovery's history tells it. */
export type Deployment = {
  readonly id: string;
  /** Epoch milliseconds at which it was started; undefined when Qovery did not say. */
  readonly startedAt: number | undefined;
  /** Seconds from start to end; undefined while it runs, and when Qovery did not say. */
  readonly durationSeconds: number | undefined;
  /** Qovery's word for the state that it is in, or ended in. */
  readonly state: string;
  /** What was asked for: DEPLOY, RESTART, STOP, DELETE, or a word that we do not know. */
  readonly action: string | undefined;
  readonly origin: string | undefined;
  readonly triggeredBy: string | undefined;
};

const LEAST_KNOWN = 3;

/**
 * How long a deployment of this environment usually takes, in seconds: the median of those that ended well. Undefined
 * when fewer than three did: then nobody can say what is usual.
 */
export function usualSeconds(
  history: readonly Deployment[],
  isGood: (deployment: Deployment) => boolean,
): number | undefined {
  const durations = history
    .filter(isGood)
    .flatMap(({ durationSeconds }) => durationSeconds ?? [])
    .toSorted((a, b) => a - b);
  return durations.length < LEAST_KNOWN ? undefined : durations[Math.floor((durations.length - 1) / 2)];
}
