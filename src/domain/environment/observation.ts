import type { Via } from './answer-age.ts';
import type { EnvironmentStatus } from './status.ts';

/** A change of state that this browser observed. */
export type Transition = {
  /** Epoch milliseconds of the first answer with the new state. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
};

/** The times of one environment's reading, in epoch milliseconds, with its observed transitions. */
export type Observation = {
  /** Time of the last answer, minus its age. */
  readonly observedAt: number;
  /** Why the answer is not known to be current; undefined when it came directly from the API. */
  readonly via?: Via | undefined;
  /** Time of the request for the present answer: the answer to an earlier request never replaces it. */
  readonly requestedAt: number;
  /** Start of the present state. */
  readonly since: number;
  /**
   * True when this browser observed the change to this state; false when `since` is the last deployment or the first
   * reading.
   */
  readonly isSinceSeen: boolean;
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  /** True for a reading of an earlier page that no answer has confirmed yet. */
  readonly isPersisted: boolean;
};

const MAX_TRANSITIONS = 20;
/** With more time than this between two answers, the time of a change between them is unknown. */
const MAX_GAP_MS = 150_000;

/**
 * Returns the observation after an answer with `status`. All times are epoch milliseconds. `before` and `statusBefore`
 * are undefined for the first answer.
 */
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
  // The clock may have been set back: a state cannot begin after the answer that reports it.
  const observedBefore = Math.min(before.observedAt, observedAt);
  const isContinuous = observedAt - observedBefore <= MAX_GAP_MS;
  if (statusBefore.state === status.state) {
    // Another deployment during the gap left this state and returned to it.
    const hasReturned = !isContinuous && statusBefore.lastDeploymentId !== status.lastDeploymentId;
    if (!hasReturned) return { ...base, since: Math.min(since, observedAt), isSinceSeen, transitions };
    return { ...base, since: Math.max(deployedAt, observedBefore), isSinceSeen: false, transitions };
  }
  const transition = { at: observedAt, from: statusBefore.state, to: status.state };
  return {
    ...base,
    since: isContinuous ? observedAt : Math.max(deployedAt, observedBefore),
    isSinceSeen: isContinuous,
    transitions: [...transitions, transition].slice(-MAX_TRANSITIONS),
  };
}
