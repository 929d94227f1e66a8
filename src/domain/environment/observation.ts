import type { Via } from './answer-age.ts';
import type { EnvironmentStatus } from './status.ts';

/** A change of state that this browser saw. */
export type Transition = {
  /** Epoch milliseconds at which the new state was first heard. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
};

/** When what was heard of one environment. Times are epoch milliseconds. */
export type Observation = {
  readonly observedAt: number;
  /** Where the answer comes from, when not straight from the API. */
  readonly via?: Via | undefined;
  /** When the answer that is shown was asked for: an older one never replaces it. */
  readonly requestedAt: number;
  readonly since: number;
  /** True when this browser saw it enter its state; else `since` is the last deployment, or the first look. */
  readonly isSinceSeen: boolean;
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  /** From before this page was opened, and not confirmed yet. */
  readonly isPersisted: boolean;
};

const MAX_TRANSITIONS = 20;
/** Two answers further apart than this say that a state changed, and not when. */
const MAX_GAP_MS = 150_000;

/** What is known once `status` was heard at `heardAt`, having been asked for at `askedAt`. */
export function observe(
  before: Observation | undefined,
  statusBefore: EnvironmentStatus | undefined,
  status: EnvironmentStatus,
  { requestedAt, observedAt, via }: Pick<Observation, 'requestedAt' | 'observedAt' | 'via'>,
): Observation {
  const base = { requestedAt, observedAt, via, isPersisted: false };
  const deployedAt = Math.min(status.lastDeploymentAt ?? observedAt, observedAt);
  if (before === undefined || statusBefore === undefined) {
    return { ...base, since: deployedAt, isSinceSeen: false, transitions: before?.transitions ?? [] };
  }
  const { transitions, since, isSinceSeen } = before;
  // A clock may have been set back since: nothing began after it was heard.
  const observedBefore = Math.min(before.observedAt, observedAt);
  const isSeen = observedAt - observedBefore <= MAX_GAP_MS;
  if (statusBefore.state === status.state) {
    // The same state again, after a deployment that nobody here saw: it left the state and came back.
    const isAnother = !isSeen && statusBefore.lastDeploymentId !== status.lastDeploymentId;
    if (!isAnother) return { ...base, since: Math.min(since, observedAt), isSinceSeen, transitions };
    return { ...base, since: Math.max(deployedAt, observedBefore), isSinceSeen: false, transitions };
  }
  const transition = { at: observedAt, from: statusBefore.state, to: status.state };
  return {
    ...base,
    since: isSeen ? observedAt : Math.max(deployedAt, observedBefore),
    isSinceSeen: isSeen,
    transitions: [...transitions, transition].slice(-MAX_TRANSITIONS),
  };
}
