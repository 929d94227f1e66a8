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
export type Moments = {
  readonly heardAt: number;
  /** Where the answer comes from, when not straight from the API. */
  readonly via?: Via | undefined;
  /** When the answer that is shown was asked for: an older one never replaces it. */
  readonly askedAt: number;
  readonly since: number;
  /** True when this browser saw it enter its state; else `since` is the last deployment, or the first look. */
  readonly isSinceSeen: boolean;
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  /** From before this page was opened, and not confirmed yet. */
  readonly isKept: boolean;
};

const MOST_TRANSITIONS = 20;
/** Two answers further apart than this say that a state changed, and not when. */
const WATCHED_GAP_MS = 150_000;

/** What is known once `status` was heard at `heardAt`, having been asked for at `askedAt`. */
export function momentsAfter(
  before: Moments | undefined,
  statusBefore: EnvironmentStatus | undefined,
  status: EnvironmentStatus,
  { askedAt, heardAt, via }: Pick<Moments, 'askedAt' | 'heardAt' | 'via'>,
): Moments {
  const base = { askedAt, heardAt, via, isKept: false };
  const deployedAt = Math.min(status.lastDeploymentAt ?? heardAt, heardAt);
  if (before === undefined || statusBefore === undefined) {
    return { ...base, since: deployedAt, isSinceSeen: false, transitions: before?.transitions ?? [] };
  }
  const { transitions, since, isSinceSeen } = before;
  // A clock may have been set back since: nothing began after it was heard.
  const heardBefore = Math.min(before.heardAt, heardAt);
  const isSeen = heardAt - heardBefore <= WATCHED_GAP_MS;
  if (statusBefore.state === status.state) {
    // The same state again, after a deployment that nobody here saw: it left the state and came back.
    const isAnother = !isSeen && statusBefore.lastDeploymentId !== status.lastDeploymentId;
    if (!isAnother) return { ...base, since: Math.min(since, heardAt), isSinceSeen, transitions };
    return { ...base, since: Math.max(deployedAt, heardBefore), isSinceSeen: false, transitions };
  }
  const transition = { at: heardAt, from: statusBefore.state, to: status.state };
  return {
    ...base,
    since: isSeen ? heardAt : Math.max(deployedAt, heardBefore),
    isSinceSeen: isSeen,
    transitions: [...transitions, transition].slice(-MOST_TRANSITIONS),
  };
}
