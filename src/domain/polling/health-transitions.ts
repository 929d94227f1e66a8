import type { Failure } from '#domain/environment/failure.ts';
import type { SourceHealth } from './source-health.ts';

/** Returns the health of a source whose request is sent at `requestedAt`, in epoch milliseconds. */
export const afterRequest = (health: SourceHealth, requestedAt: number): SourceHealth => ({
  ...health,
  requestedAt,
  attempt: health.attempt + 1,
});

/** Returns the health of a source that answered. `observedAt` is when the answer was true, in epoch milliseconds. */
export const afterAnswer = (health: SourceHealth, observedAt: number): SourceHealth => ({
  ...health,
  observedAt,
  failure: undefined,
  failingSince: undefined,
  failures: 0,
});

type FailedRequest = {
  /** The health when the request was sent. */
  readonly beforeRequest: SourceHealth;
  readonly failure: Failure;
  /** Epoch milliseconds. */
  readonly now: number;
};

/**
 * Returns the health of a source whose request failed. The request ledger refuses a `budgetSpent` request before it is
 * sent, so it counts neither as a request nor as a failed one: the source does not lose its turn.
 */
export function afterFailure(health: SourceHealth, { beforeRequest, failure, now }: FailedRequest): SourceHealth {
  const wasSent = failure.kind !== 'budgetSpent';
  const { requestedAt, attempt } = wasSent ? health : beforeRequest;
  const { observedAt, failures, failingSince = now } = health;
  return {
    // An answer from the future means that the clock was set back; it would look like news for as long as that.
    observedAt: observedAt !== undefined && observedAt > now ? undefined : observedAt,
    requestedAt,
    attempt,
    failure,
    failures: wasSent ? failures + 1 : failures,
    failingSince: Math.min(failingSince, now),
  };
}
