import * as v from 'valibot';
import { ApiError } from '#api/api-error.ts';
import { hasLocks } from '#browser/locks.ts';
import { randomUuid } from '#browser/random-id.ts';
import { keysOf, readText, removeText, writeText } from '#browser/storage.ts';
import { writeUserText } from '#browser/user-data-storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import { MAX_WAIT_MS } from '#domain/polling/poll-plan.ts';
import {
  type Bucket,
  bucketAt,
  EMPTY_LEDGER,
  isOver,
  LATE_MS,
  type Ledger,
  spend,
  sumOf,
  sustainablePerHour,
  uncountedBy,
  waitForShareMs,
  withAtLeast,
} from '#domain/polling/request-budget.ts';

const storedBucket = v.tuple([v.number(), v.number()]);
const storedLedger = v.object({ buckets: v.array(storedBucket) });

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

/** Storage that the tabs of a browser share. `write` returns false when the storage is refused or full. */
export type SharedStorage = {
  readonly keys: () => readonly string[];
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
};

/** Local storage, or this tab's session storage if local storage is full: then at least this tab's reloads count. */
const LOCAL_STORAGE: SharedStorage = {
  keys: () => [...keysOf('local'), ...keysOf('session')],
  read: (key) => readText('local', key) ?? readText('session', key),
  write: (key, text) => writeUserText('local', key, text) || writeText('session', key, text),
  remove(key) {
    removeText('local', key);
    removeText('session', key);
  },
};

/** Parses stored text. Returns undefined for a missing or damaged text. */
function parseStored<T>(schema: v.GenericSchema<unknown, T>, text: string | undefined): T | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

const NEWEST = '.newest';
/**
 * Divisor of the remaining budget: a tab may spend one such share at once; see `waitForShareMs`. With locks, one tab polls,
 * and the others send only the requests that a user causes. Without locks, up to eight tabs poll.
 */
const SHARES = { withLocks: 4, withoutLocks: 16 } as const;

/** Returns a function that reads a tab's counter. It parses a stored text again only after the text has changed. */
function createCounterReader(storage: SharedStorage) {
  const cache = new Map<
    string,
    { readonly whole: string | undefined; readonly newest: string | undefined; readonly ledger: Ledger }
  >();
  return (key: string): Ledger => {
    const whole = storage.read(key);
    const newest = storage.read(key + NEWEST);
    const before = cache.get(key);
    if (before && before.whole === whole && before.newest === newest) return before.ledger;
    const bucket = parseStored<Bucket>(storedBucket, newest);
    const stored = parseStored<Ledger>(storedLedger, whole) ?? before?.ledger ?? EMPTY_LEDGER;
    const ledger = bucket ? withAtLeast(stored, bucket) : stored;
    cache.set(key, { whole, newest, ledger });
    return ledger;
  };
}

type Options = {
  /** The ledger's name in older versions, which had one counter for all tabs. Its requests count for an hour. */
  readonly oldName?: string;
  readonly storage?: SharedStorage;
};

/**
 * Opens the counters of all tabs for one token. Each tab writes its own counter and reads the others', so that two
 * simultaneous writes lose no request. A whole counter is a long text, so a tab writes it once in ten seconds, and only
 * its newest bucket in between.
 */
function openCounters(name: string, { oldName, storage = LOCAL_STORAGE }: Options) {
  const prefix = `${scopedKey('ledger', name)}#`;
  const own = prefix + randomUuid();
  const oldKey = oldName === undefined ? undefined : `envboard.ledger.${oldName}`;
  const read = createCounterReader(storage);
  let mine: Ledger = EMPTY_LEDGER;
  let newestMs = Number.NaN;

  const otherKeys = (): readonly string[] => {
    const keys = storage
      .keys()
      .filter((key) => key.startsWith(prefix) || key === oldKey || key === `${oldKey}${NEWEST}`)
      .map((key) => (key.endsWith(NEWEST) ? key.slice(0, -NEWEST.length) : key));
    return [...new Set(keys)].filter((key) => key !== own);
  };
  const removeOld = (nowMs: number) => {
    for (const key of otherKeys().filter((one) => isOver(read(one), nowMs))) {
      storage.remove(key);
      storage.remove(key + NEWEST);
    }
  };
  let others: readonly Ledger[] = [];
  let all: Ledger = EMPTY_LEDGER;
  return {
    /** Returns the sum of all counters in storage. */
    all(): Ledger {
      const now = otherKeys().map(read);
      const isSame = now.length === others.length && now.every((one, at) => one === others[at]);
      if (!isSame) {
        others = now;
        all = sumOf([mine, ...others]);
      }
      return all;
    },
    add(count: number, nowMs: number): void {
      mine = spend(mine, nowMs, count);
      all = spend(all, nowMs, count);
      const bucket = bucketAt(mine, nowMs);
      if (bucket[0] !== newestMs) {
        removeOld(nowMs);
        storage.write(own, JSON.stringify(mine));
      }
      storage.write(own + NEWEST, JSON.stringify(bucket));
      [newestMs] = bucket;
    },
  };
}

/**
 * Creates the request ledger of one token: it limits the requests of any hour. It is persisted in this browser, so that
 * reloads and other tabs count into the same hour. If the storage is refused or full, a tab counts only its own requests.
 * `name` contains the API's identity and the token's fingerprint.
 */
export function createRequestLedger(name: string, options: Options = {}): RequestLedger {
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
      recent = [...recent.filter((at) => at > now - LATE_MS && at <= now), now];
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
