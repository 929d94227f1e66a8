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
  stateBefore: string | undefined,
  status: EnvironmentStatus,
  { askedAt, heardAt }: { readonly askedAt: number; readonly heardAt: number },
): Moments {
  const base = { askedAt, heardAt, isKept: false };
  const deployedAt = Math.min(status.lastDeploymentAt ?? heardAt, heardAt);
  if (before === undefined || stateBefore === undefined) {
    return { ...base, since: deployedAt, isSinceSeen: false, transitions: before?.transitions ?? [] };
  }
  const { transitions, since, isSinceSeen } = before;
  if (stateBefore === status.state) return { ...base, since, isSinceSeen, transitions };
  const isSeen = heardAt - before.heardAt <= WATCHED_GAP_MS;
  const transition = { at: heardAt, from: stateBefore, to: status.state };
  return {
    ...base,
    since: isSeen ? heardAt : Math.max(deployedAt, before.heardAt),
    isSinceSeen: isSeen,
    transitions: [...transitions, transition].slice(-MOST_TRANSITIONS),
  };
}
