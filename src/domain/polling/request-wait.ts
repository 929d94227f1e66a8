import type { Failure } from '#domain/environment/failure.ts';
import { MAX_WAIT_MS } from './poll-plan.ts';
import type { SourceHealth } from './source-health.ts';

/** Times until which no request may be sent, in epoch milliseconds. */
export type RequestWait = {
  /** The end of every wait: the server's `Retry-After`, or the request ledger's. */
  readonly waitUntil: number;
  /** The end of the request ledger's wait alone. */
  readonly spentUntil: number;
};

/** The state of a request queue that the leader broadcasts, as JSON. An older version of the page omits `spentUntil`. */
export type QueueState = Pick<RequestWait, 'waitUntil'> & {
  readonly spentUntil?: number | undefined;
  /** The health of each source, by key. */
  readonly health: [string, SourceHealth][];
  /** Ids of projects whose environments are requested one by one. */
  readonly partial: readonly string[];
  /** Ids of projects whose overview is requested instead of their status list. */
  readonly usesOverview: readonly string[];
};

export const NO_WAIT: RequestWait = { waitUntil: 0, spentUntil: 0 };

/** A shorter wait of the request ledger is a pause between two requests. */
const MAX_PAUSE_MS = 10_000;

/** Returns the wait after a request that failed at `now`. A failure never shortens a wait. */
export function waitAfter({ waitUntil, spentUntil }: RequestWait, failure: Failure, now: number): RequestWait {
  if (failure.kind !== 'rateLimited' && failure.kind !== 'budgetSpent') return { waitUntil, spentUntil };
  const until = Math.max(waitUntil, now + Math.min(failure.retryAfterMs, MAX_WAIT_MS));
  return { waitUntil: until, spentUntil: failure.kind === 'budgetSpent' ? Math.max(spentUntil, until) : spentUntil };
}

/**
 * Returns the epoch milliseconds before which no request may be sent. A wait that is longer than any limit means that the
 * clock was set back, so it is over: a wait that moved with the clock would last as long as the clock was set back.
 */
export const blockedUntil = ({ waitUntil }: RequestWait, now: number): number =>
  waitUntil - now > MAX_WAIT_MS ? now : waitUntil;

/** True while the requests of the hour are spent, for longer than a pause between two requests. */
export function isHourSpent({ spentUntil }: RequestWait, now: number): boolean {
  const waitMs = spentUntil - now;
  return waitMs > MAX_PAUSE_MS && waitMs <= MAX_WAIT_MS + MAX_PAUSE_MS;
}
