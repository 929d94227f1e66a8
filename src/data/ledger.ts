import * as v from 'valibot';
import { ApiError } from '#api/api-error.ts';
import { readText, writeText } from '#browser/storage.ts';
import {
  type Bucket,
  believeRemaining,
  bucketAt,
  EMPTY_LEDGER,
  type Ledger,
  spend,
  sustainablePerHour,
  waitForBudgetMs,
  withAtLeast,
} from '#domain/budget.ts';
import { LONGEST_WAIT_MS } from '#domain/polling.ts';

const keptBucket = v.tuple([v.number(), v.number()]);
const keptLedger = v.object({ buckets: v.array(keptBucket) });

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

type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

const OWN_STORAGE: TextStorage = {
  getItem: (key) => readText('local', key) ?? null,
  setItem(key, text) {
    if (!writeText('local', key, text)) throw new Error('The storage is refused or full.');
  },
};

/** What a schema makes of kept text; undefined for nothing, and for what is damaged. */
function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string | null): T | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The ledger in this browser's storage. It is written before each request, and an hour of it is long: so the whole is
 * written once in ten seconds, and in between the newest bucket alone.
 */
function keptLedgerOf(key: string, storage: TextStorage) {
  const newestKey = `${key}.newest`;
  let memory: Ledger = EMPTY_LEDGER;
  let whole: string | null = null;
  let newest: string | null = null;
  /** Of the newest bucket in storage: it is written over by none but itself. */
  let newestMs = Number.NaN;
  return {
    read(): Ledger {
      try {
        const wholeNow = storage.getItem(key);
        const newestNow = storage.getItem(newestKey);
        // Read before and after every request: only what another tab wrote is worth reading again.
        if (wholeNow === whole && newestNow === newest) return memory;
        const bucket = parsed<Bucket>(keptBucket, newestNow);
        const ledger = parsed<Ledger>(keptLedger, wholeNow) ?? memory;
        memory = bucket ? withAtLeast(ledger, bucket) : ledger;
        whole = wholeNow;
        newest = newestNow;
        newestMs = bucket?.[0] ?? Number.NaN;
      } catch {
        // Refused storage: this tab still counts for itself.
      }
      return memory;
    },
    write(ledger: Ledger, nowMs: number): void {
      memory = ledger;
      const bucket = bucketAt(ledger, nowMs);
      try {
        if (bucket[0] !== newestMs) {
          const text = JSON.stringify(ledger);
          storage.setItem(key, text);
          whole = text;
        }
        const text = JSON.stringify(bucket);
        storage.setItem(newestKey, text);
        newest = text;
        [newestMs] = bucket;
      } catch {
        // Storage is full or refused; `memory` holds.
      }
    },
  };
}

/** The ledger of one token, kept in this browser's storage, so that reloads and other tabs count into the same hour. */
export function openLedger(token: string, storage: TextStorage = OWN_STORAGE): LedgerBook {
  const { read, write } = keptLedgerOf(`envboard.ledger.${token}`, storage);
  let isGateways = false;
  let restUntil = 0;
  return {
    spend() {
      if (isGateways) return;
      const now = Date.now();
      const ledger = read();
      const restMs = restUntil - now;
      // A clock that was set back must not make the rest longer than anyone asked for.
      if (restMs > 0 && restMs <= LONGEST_WAIT_MS) throw new ApiError({ kind: 'rateLimited', retryAfterMs: restMs });
      const retryAfterMs = waitForBudgetMs(ledger, now);
      if (retryAfterMs > 0) throw new ApiError({ kind: 'budgetSpent', retryAfterMs });
      write(spend(ledger, now), now);
    },
    rest(retryAfterMs) {
      restUntil = Math.max(restUntil, Date.now() + Math.min(retryAfterMs, LONGEST_WAIT_MS));
    },
    believe(remaining) {
      const now = Date.now();
      const ledger = read();
      const believed = believeRemaining(ledger, now, remaining);
      if (believed !== ledger) write(believed, now);
    },
    sustainablePerHour: () => (isGateways ? Number.POSITIVE_INFINITY : sustainablePerHour(read(), Date.now())),
    leaveToGateway() {
      isGateways = true;
    },
  };
}
