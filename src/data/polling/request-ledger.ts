import { ApiError } from '#api/api-error.ts';
import { hasLocks } from '#browser/locks.ts';
import { MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import { sustainablePerHour, uncountedBy, unsharedOf, waitForShareMs } from '#domain/polling/request-budget.ts';
import { type CounterOptions, openCounters } from './ledger-counters.ts';

export type RequestLedger = {
  /** Records one request. Throws an ApiError: `budgetSpent` if the hour has no room for it, `rateLimited` while blocked. */
  spend(): void;
  /** Records the requests of other programs. `remaining` is the server's number of requests left in this hour. */
  syncRemaining(remaining: number): void;
  /** Blocks all requests for the milliseconds of a `Retry-After`: until then, `spend` throws `rateLimited`. */
  blockFor(retryAfterMs: number): void;
  /** Returns the requests an hour that the budget allows from now on; infinite after `disable`. */
  sustainablePerHour(): number;
  /** Ends the counting: a gateway caches answers for many viewers, and limits the hourly requests itself. */
  disable(): void;
};

/**
 * Divisor of the remaining budget: a tab may spend one such share at once; see `waitForShareMs`. With locks, one tab polls,
 * and the others send only the requests that a user causes. Without locks, up to eight tabs poll.
 */
const SHARES = { withLocks: 4, withoutLocks: 16 } as const;

/**
 * Creates the request ledger of one token: it limits the requests of any hour. It is persisted in this browser, so that
 * reloads and other tabs count into the same hour. If the storage is refused or full, a tab counts only its own requests.
 * `name` contains the API's identity and the token's fingerprint.
 */
export function createRequestLedger(name: string, options: CounterOptions = {}): RequestLedger {
  const counters = openCounters(name, options);
  let recent: readonly number[] = [];
  let isDisabled = false;
  let blockedUntil = 0;
  return {
    spend() {
      if (isDisabled) return;
      const now = Date.now();
      const blockedMs = blockedUntil - now;
      // A longer time means that the clock was set back: the ledger must not block for longer than the server requested.
      if (blockedMs > 0 && blockedMs <= MAX_WAIT_MS)
        throw new ApiError({ kind: 'rateLimited', retryAfterMs: blockedMs });
      const shares = hasLocks() ? SHARES.withLocks : SHARES.withoutLocks;
      const retryAfterMs = waitForShareMs(counters.all(), now, { recent, shares });
      if (retryAfterMs > 0) throw new ApiError({ kind: 'budgetSpent', retryAfterMs });
      recent = [...unsharedOf(recent, now), now];
      counters.add(1, now);
    },
    blockFor(retryAfterMs) {
      blockedUntil = Math.max(blockedUntil, Date.now() + Math.min(retryAfterMs, MAX_WAIT_MS));
    },
    syncRemaining(remaining) {
      const now = Date.now();
      const missing = uncountedBy(counters.all(), now, remaining);
      if (missing > 0) counters.add(missing, now);
    },
    sustainablePerHour() {
      if (isDisabled) return Number.POSITIVE_INFINITY;
      return sustainablePerHour(counters.all(), Date.now());
    },
    disable() {
      isDisabled = true;
    },
  };
}
