import * as v from 'valibot';
import { ApiError } from '#api/api-error.ts';
import {
  believeRemaining,
  EMPTY_LEDGER,
  type Ledger,
  spend,
  sustainablePerHour,
  waitForBudgetMs,
} from '#domain/budget.ts';

const kept = v.object({ buckets: v.array(v.tuple([v.number(), v.number()])) });

const LONGEST_REST_MS = 3_600_000;

export type LedgerBook = {
  /** Writes one request down, or throws `budgetSpent` when the hour allows no more. */
  spend(): void;
  believe(remaining: number): void;
  /** The server wants nothing to be asked for so many milliseconds: until then `spend` throws `rateLimited`. */
  rest(retryAfterMs: number): void;
  /** Requests an hour that can go on from now for ever. */
  sustainablePerHour(): number;
  /** From now on nothing is counted: a gateway keeps answers for many viewers, and guards the hour itself. */
  leaveToGateway(): void;
};

/** The ledger of one token, kept in this browser's storage, so that reloads and other tabs count into the same hour. */
export function openLedger(token: string, storage: Storage = localStorage): LedgerBook {
  const key = `envboard.ledger.${token}`;
  let memory: Ledger = EMPTY_LEDGER;
  let written: string | null = null;
  const read = (): Ledger => {
    try {
      const text = storage.getItem(key);
      // Read before and after every request: only what another tab wrote is worth reading again.
      if (text === null || text === written) return memory;
      memory = v.parse(kept, JSON.parse(text));
      written = text;
      return memory;
    } catch {
      return memory; // refused or damaged storage: this tab still counts for itself
    }
  };
  const write = (ledger: Ledger) => {
    memory = ledger;
    try {
      const text = JSON.stringify(ledger);
      storage.setItem(key, text);
      written = text;
    } catch {
      // Storage is full or refused; `memory` holds.
    }
  };
  let isGateways = false;
  let restUntil = 0;
  return {
    spend() {
      if (isGateways) return;
      const now = Date.now();
      const ledger = read();
      const restMs = restUntil - now;
      // A clock that was set back must not make the rest longer than anyone asked for.
      if (restMs > 0 && restMs <= LONGEST_REST_MS) throw new ApiError({ kind: 'rateLimited', retryAfterMs: restMs });
      const retryAfterMs = waitForBudgetMs(ledger, now);
      if (retryAfterMs > 0) throw new ApiError({ kind: 'budgetSpent', retryAfterMs });
      write(spend(ledger, now));
    },
    rest(retryAfterMs) {
      restUntil = Math.max(restUntil, Date.now() + Math.min(retryAfterMs, LONGEST_REST_MS));
    },
    believe: (remaining) => write(believeRemaining(read(), Date.now(), remaining)),
    sustainablePerHour: () => (isGateways ? Number.POSITIVE_INFINITY : sustainablePerHour(read(), Date.now())),
    leaveToGateway() {
      isGateways = true;
    },
  };
}
