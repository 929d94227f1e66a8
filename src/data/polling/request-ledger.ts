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
  /** Writes one request down, or throws `budgetSpent` when the hour allows no more. */
  spend(): void;
  syncRemaining(remaining: number): void;
  /** The server wants nothing to be asked for so many milliseconds: until then `spend` throws `rateLimited`. */
  blockFor(retryAfterMs: number): void;
  /** Requests an hour that can go on from now for ever. */
  sustainablePerHour(): number;
  /** From now on nothing is counted: a gateway keeps answers for many viewers, and guards the hour itself. */
  disable(): void;
};

/** The storage that the tabs of a browser share. `write` returns false when it is refused or full. */
export type SharedStorage = {
  readonly keys: () => readonly string[];
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
};

/** Local storage; where that is full even without caches, the tab's own, so that reloads of this tab still count. */
const LOCAL_STORAGE: SharedStorage = {
  keys: () => [...keysOf('local'), ...keysOf('session')],
  read: (key) => readText('local', key) ?? readText('session', key),
  write: (key, text) => writeUserText('local', key, text) || writeText('session', key, text),
  remove(key) {
    removeText('local', key);
    removeText('session', key);
  },
};

/** Parses stored text; undefined for nothing, and for what is damaged. */
function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string | undefined): T | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

const NEWEST = '.newest';
/**
 * The parts of the room of which a tab may spend one at once; see `waitForShareMs`. A lock lets one tab poll, and the
 * others send a user's few requests. Without locks up to eight tabs poll.
 */
const SHARES = { withLocks: 4, withoutLocks: 16 } as const;

/** The counters of other tabs, read again only where their text changed. */
function readerOf(storage: SharedStorage) {
  const known = new Map<
    string,
    { readonly whole: string | undefined; readonly newest: string | undefined; readonly ledger: Ledger }
  >();
  return (key: string): Ledger => {
    const whole = storage.read(key);
    const newest = storage.read(key + NEWEST);
    const before = known.get(key);
    if (before && before.whole === whole && before.newest === newest) return before.ledger;
    const bucket = parsed<Bucket>(storedBucket, newest);
    const kept = parsed<Ledger>(storedLedger, whole) ?? before?.ledger ?? EMPTY_LEDGER;
    const ledger = bucket ? withAtLeast(kept, bucket) : kept;
    known.set(key, { whole, newest, ledger });
    return ledger;
  };
}

type Options = {
  /** The name that versions before the counters of each tab gave to the ledger: its requests count until they are old. */
  readonly oldName?: string;
  readonly storage?: SharedStorage;
};

/**
 * The counters of all tabs for one token. Each tab writes its own counter and reads the others', so that two writes at
 * the same moment lose nothing. An hour of requests is long: a tab writes it once in ten seconds, and in between its
 * newest bucket alone.
 */
function openCounters(name: string, { oldName, storage = LOCAL_STORAGE }: Options) {
  const prefix = `${scopedKey('ledger', name)}#`;
  const own = prefix + randomUuid();
  const oldKey = oldName === undefined ? undefined : `envboard.ledger.${oldName}`;
  const read = readerOf(storage);
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
    /** All counters together, as the storage shows them now. */
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
 * The ledger of one token in this browser's storage, so that reloads and other tabs count into the same hour. Where the
 * storage is refused or full, a tab counts its own requests.
 */
export function createRequestLedger(name: string, options: Options = {}): RequestLedger {
  const counters = openCounters(name, options);
  let recent: readonly number[] = [];
  let isGateways = false;
  let blockedUntil = 0;
  return {
    spend() {
      if (isGateways) return;
      const now = Date.now();
      const restMs = blockedUntil - now;
      // A clock that was set back must not make the rest longer than the server said.
      if (restMs > 0 && restMs <= MAX_WAIT_MS) throw new ApiError({ kind: 'rateLimited', retryAfterMs: restMs });
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
      if (isGateways) return Number.POSITIVE_INFINITY;
      return sustainablePerHour(counters.all(), Date.now());
    },
    disable() {
      isGateways = true;
    },
  };
}
