/** Why a request from the spare budget is not sent at once. Times are epoch milliseconds; those in the past do not matter. */
export type SpareWait = {
  readonly isPaused: boolean;
  readonly failingUntil: number;
  /** Infinite when polling needs the whole budget. */
  readonly budgetUntil: number;
};

/** The first reason, and when the next request is sent. */
export type WaitReason = {
  readonly kind: 'none' | 'paused' | 'failing' | 'budget';
  readonly until: number;
};

export function waitReasonOf({ isPaused, failingUntil, budgetUntil }: SpareWait, now: number): WaitReason {
  if (isPaused) return { kind: 'paused', until: Number.POSITIVE_INFINITY };
  if (failingUntil > now) return { kind: 'failing', until: failingUntil };
  return { kind: budgetUntil > now ? 'budget' : 'none', until: budgetUntil };
}
