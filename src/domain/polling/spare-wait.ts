import type { PollingState } from './polling-state.ts';

/** Milliseconds until a request from the spare budget may be sent, for each reason; 0 where nothing delays it. */
export type SpareWait = {
  readonly isPaused: boolean;
  readonly failingMs: number;
  /** Infinite when polling needs the whole budget. */
  readonly budgetMs: number;
};

/**
 * Adds the wait of polling: where the hour is spent, no other request is sent before the next poll. Histories and versions
 * are not even due then, because they follow the first readings.
 */
export function withPolling(
  wait: SpareWait,
  { isHourSpent, nextAt }: Pick<PollingState, 'isHourSpent' | 'nextAt'>,
  now: number,
): SpareWait {
  const untilNextMs = nextAt === undefined ? Number.POSITIVE_INFINITY : nextAt - now;
  return isHourSpent ? { ...wait, budgetMs: Math.max(wait.budgetMs, untilNextMs) } : wait;
}

/** The first reason, and when the next request is sent, in epoch milliseconds. */
export type WaitReason = {
  readonly kind: 'none' | 'paused' | 'failing' | 'budget';
  /** Infinite when no time is known. */
  readonly until: number;
};

export function waitReasonOf({ isPaused, failingMs, budgetMs }: SpareWait, now: number): WaitReason {
  const waitMs = Math.max(failingMs, budgetMs);
  if (isPaused || waitMs <= 0) return { kind: isPaused ? 'paused' : 'none', until: Number.POSITIVE_INFINITY };
  return { kind: failingMs > 0 ? 'failing' : 'budget', until: now + waitMs };
}
