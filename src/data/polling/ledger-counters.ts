import * as v from 'valibot';
import { randomUuid } from '#browser/random-id.ts';
import { countKeys, keysOf, readText, removeText, writeText } from '#browser/storage.ts';
import { writeUserText } from '#browser/user-data-storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import {
  type Bucket,
  bucketAt,
  EMPTY_LEDGER,
  isOver,
  type Ledger,
  spend,
  sumOf,
  withAtLeast,
} from '#domain/polling/request-budget.ts';

const storedBucket = v.tuple([v.number(), v.number()]);
const storedLedger = v.object({ buckets: v.array(storedBucket) });

/** Storage that the tabs of a browser share. `write` returns false when the storage is refused or full. */
export type SharedStorage = {
  readonly keys: () => readonly string[];
  /** The number of keys, which a browser knows without listing them. Absent: the keys are listed for each request. */
  readonly count?: () => number;
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
};

/** Local storage, or this tab's session storage if local storage is full: then at least this tab's reloads count. */
const LOCAL_STORAGE: SharedStorage = {
  keys: () => [...keysOf('local'), ...keysOf('session')],
  count: () => countKeys('local') + countKeys('session'),
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

export type CounterOptions = {
  /** The ledger's name in older versions, which had one counter for all tabs. Its requests count for an hour. */
  readonly oldName?: string;
  readonly storage?: SharedStorage;
};

/** Milliseconds for which the list of keys is used again while the number of keys is the same. Well below `LATE_MS`. */
const LIST_MS = 500;
/** Two requests within this time, in milliseconds, are of one burst. */
const BURST_MS = 100;
/** Requests of a burst that one write records in advance. */
const AHEAD = 10;
/** Milliseconds until a count in advance is corrected. */
const CORRECT_MS = 250;

/**
 * Opens the counters of all tabs for one token. Each tab writes its own counter and reads the others', so that two
 * simultaneous writes lose no request. A whole counter is a long text, so a tab writes it once in ten seconds, and only
 * its newest bucket in between.
 *
 * A write takes as long as a fifth of a request. In a burst, one write therefore records several requests in advance: other
 * tabs, and a page that opens after a crash, count too many for a moment, and never too few.
 */
export function openCounters(name: string, { oldName, storage = LOCAL_STORAGE }: CounterOptions) {
  const prefix = `${scopedKey('ledger', name)}#`;
  const own = prefix + randomUuid();
  const oldKey = oldName === undefined ? undefined : `envboard.ledger.${oldName}`;
  const read = createCounterReader(storage);
  let mine: Ledger = EMPTY_LEDGER;
  let listed: { readonly keys: readonly string[]; readonly count: number; readonly at: number } | undefined;
  /** The newest bucket as it was written. */
  let written: Bucket = [Number.NaN, 0];
  let addedAt = Number.NEGATIVE_INFINITY;
  let isCorrecting = false;

  const otherKeys = (): readonly string[] => {
    const count = storage.count?.() ?? Number.NaN;
    const at = Date.now();
    if (listed && listed.count === count && Math.abs(at - listed.at) < LIST_MS) return listed.keys;
    const keys = storage
      .keys()
      .filter((key) => key.startsWith(prefix) || key === oldKey || key === `${oldKey}${NEWEST}`)
      .map((key) => (key.endsWith(NEWEST) ? key.slice(0, -NEWEST.length) : key));
    listed = { keys: [...new Set(keys)].filter((key) => key !== own), count, at };
    return listed.keys;
  };
  const removeOld = (nowMs: number) => {
    for (const key of otherKeys().filter((one) => isOver(read(one), nowMs))) {
      storage.remove(key);
      storage.remove(key + NEWEST);
    }
  };
  const writeNewest = (bucket: Bucket) => {
    storage.write(own + NEWEST, JSON.stringify(bucket));
    written = bucket;
  };
  const correct = () => {
    isCorrecting = false;
    const [startMs, count] = written;
    const bucket = bucketAt(mine, startMs);
    if (bucket[1] < count) writeNewest(bucket);
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
      const [startMs, total] = bucket;
      const isBurst = Math.abs(nowMs - addedAt) < BURST_MS;
      addedAt = nowMs;
      if (startMs !== written[0]) {
        removeOld(nowMs);
        storage.write(own, JSON.stringify(mine));
      } else if (total <= written[1]) return;
      writeNewest(isBurst ? [startMs, total + AHEAD - 1] : bucket);
      if (!isBurst || isCorrecting) return;
      isCorrecting = true;
      setTimeout(correct, CORRECT_MS);
    },
  };
}
