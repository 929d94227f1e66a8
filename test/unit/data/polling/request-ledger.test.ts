import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '#api/api-error.ts';
import type { SharedStorage } from '#data/polling/ledger-counters.ts';
import { createRequestLedger, type RequestLedger } from '#data/polling/request-ledger.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

beforeEach(() => {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
  vi.useFakeTimers({ now: Date.UTC(2026, 9, 24, 20) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Spends as fast as the ledger allows for a minute. Returns the number of requests. */
function spendAll(...ledgers: readonly RequestLedger[]): number {
  let spent = 0;
  for (let step = 0; step < 60; step += 1) {
    for (const ledger of ledgers) {
      while (spent < 3_000 && failureOf(ledger.spend) === undefined) spent += 1;
    }
    vi.advanceTimersByTime(1_000);
  }
  return spent;
}

/** Fewer than this many requests of an hour stay unspent: another tab could spend them unseen. */
const UNSPENT = 4;
const ALL = 1_001 - UNSPENT;

/** Removes Web Locks, as on plain http: every tab then polls for itself. */
const withoutLocks = () => vi.stubGlobal('navigator', { ...navigator, locks: undefined });

/** A storage that several tabs share: the writes of one tab reach the others `delayMs` later. */
function lateStorage(delayMs: number) {
  const views: Map<string, string>[] = [];
  const openView = (): SharedStorage => {
    const mine = new Map(views[0]);
    views.push(mine);
    const later = (change: (view: Map<string, string>) => void) => {
      change(mine);
      setTimeout(() => views.filter((view) => view !== mine).forEach(change), delayMs);
    };
    return {
      keys: () => [...mine.keys()],
      read: (key) => mine.get(key),
      write: (key, text) => {
        later((view) => view.set(key, text));
        return true;
      },
      remove: (key) => later((view) => view.delete(key)),
    };
  };
  return { openView };
}

const failureOf = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return error instanceof ApiError ? error.failure : error;
  }
  return undefined;
};

test('allows a thousand requests an hour, and then returns the time to wait', () => {
  const ledger = createRequestLedger('a');
  expect(spendAll(ledger)).toBe(ALL);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'budgetSpent', retryAfterMs: expect.any(Number) });
  expect(ledger.sustainablePerHour()).toBeLessThan(UNSPENT);
  vi.advanceTimersByTime(HOUR_MS + 10_000);
  expect(ledger.sustainablePerHour()).toBe(1_000);
  expect(failureOf(ledger.spend)).toBeUndefined();
});

test('counts two tabs with one token into one hour, and two tokens into two', () => {
  const here = createRequestLedger('a');
  const there = createRequestLedger('a');
  for (let request = 0; request < 300; request += 1) {
    here.spend();
    there.spend();
    vi.advanceTimersByTime(100);
  }
  expect(spendAll(here)).toBe(397);
  expect(spendAll(there)).toBe(0);
  expect(spendAll(createRequestLedger('b'))).toBe(ALL);
});

test('continues the count after a reload', () => {
  spendAll(createRequestLedger('a'));
  expect(spendAll(createRequestLedger('a'))).toBe(0);
});

test('loses no request between tabs and reloads, at any times of the requests', () => {
  let token = 0;
  const step = fc.record({ tab: fc.nat({ max: 2 }), times: fc.nat({ max: 4 }), waitMs: fc.nat({ max: 15_000 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      token += 1;
      const open = () => createRequestLedger(`t${token}`);
      const tabs = [open(), open()];
      let spent = 0;
      for (const { tab, times, waitMs } of steps) {
        // The third tab is a page that was opened only for this.
        const ledger = tabs[tab] ?? open();
        for (let time = 0; time < times; time += 1) ledger.spend();
        spent += times;
        vi.advanceTimersByTime(waitMs);
      }
      expect(spent + spendAll(open())).toBe(ALL);
    }),
    { numRuns: 30 },
  );
});

test('writes the whole hour once in ten seconds, and only its newest bucket in between', () => {
  const written: string[] = [];
  const { openView } = lateStorage(0);
  const storage = openView();
  const ledger = createRequestLedger('a', {
    storage: {
      ...storage,
      write: (key, text) => {
        written.push(key);
        return storage.write(key, text);
      },
    },
  });
  for (let request = 0; request < 40; request += 1) {
    ledger.spend();
    ledger.syncRemaining(1_000);
    vi.advanceTimersByTime(500);
  }
  expect(written.filter((key) => !key.endsWith('.newest'))).toHaveLength(2);
  expect(written.filter((key) => key.endsWith('.newest'))).toHaveLength(40);
});

test('records a burst in a tenth of the writes, never too few of its requests, and exactly when it ends', () => {
  const written: string[] = [];
  const { openView } = lateStorage(0);
  const storage = openView();
  const write = (key: string, text: string) => {
    if (key.endsWith('.newest')) written.push(text);
    return storage.write(key, text);
  };
  const ledger = createRequestLedger('a', { storage: { ...storage, write } });
  const counted = () => Number(JSON.parse(written.at(-1) ?? '[0, 0]')[1]);
  for (let request = 1; request <= 100; request += 1) {
    ledger.spend();
    expect(counted()).toBeGreaterThanOrEqual(request);
    expect(counted()).toBeLessThan(request + 10);
  }
  expect(written.length).toBeLessThan(15);
  vi.advanceTimersByTime(1_000);
  expect(counted()).toBe(100);
});

test('lists the keys of the storage again only when their number changes, and twice a second', () => {
  const { openView } = lateStorage(0);
  const storage = openView();
  const keys = vi.fn(storage.keys);
  const ledger = createRequestLedger('a', { storage: { ...storage, keys, count: () => storage.keys().length } });
  for (let request = 0; request < 5; request += 1) ledger.spend();
  const listed = keys.mock.calls.length;
  for (let request = 0; request < 50; request += 1) ledger.sustainablePerHour();
  expect(keys).toHaveBeenCalledTimes(listed);
  createRequestLedger('a', { storage }).spend();
  expect(ledger.sustainablePerHour()).toBe(1_000 - 6);
  expect(keys).toHaveBeenCalledTimes(listed + 1);
});

test.each([[0], [500], [1_900]])(
  'never allows more than a thousand when tabs read each other’s counts %i ms late',
  (delayMs) => {
    withoutLocks();
    const tabs = fc.integer({ min: 1, max: 8 });
    const pause = fc.constantFrom(0, 100, 700, 2_500, 600_000);
    fc.assert(
      fc.property(tabs, fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 200 }), pause)), (count, steps) => {
        const { openView } = lateStorage(delayMs);
        const ledgers = Array.from({ length: count }, () => createRequestLedger('late', { storage: openView() }));
        const spentAt: number[] = [];
        for (const [tab, times, pauseMs] of steps) {
          const ledger = ledgers[tab % count];
          for (let time = 0; time < times && ledger && failureOf(ledger.spend) === undefined; time += 1)
            spentAt.push(Date.now());
          vi.advanceTimersByTime(pauseMs);
        }
        const lastHour = spentAt.filter((at) => at > Date.now() - HOUR_MS).length;
        expect(lastHour + spendAll(...ledgers)).toBeLessThanOrEqual(1_000);
        vi.advanceTimersByTime(2 * HOUR_MS);
      }),
      { numRuns: 60 },
    );
  },
);

test('never exceeds the budget when five windows without locks open at once with forty requests left', () => {
  withoutLocks();
  const { openView } = lateStorage(1_900);
  const before = createRequestLedger('late', { storage: openView() });
  before.syncRemaining(40);
  vi.advanceTimersByTime(5_000);
  const windows = Array.from({ length: 5 }, () => createRequestLedger('late', { storage: openView() }));
  expect(spendAll(...windows)).toBeLessThanOrEqual(40);
});

test('ignores a damaged newest bucket, and counts the rest', () => {
  const ledger = createRequestLedger('a');
  for (let request = 0; request < 200; request += 1) ledger.spend();
  vi.advanceTimersByTime(20_000);
  ledger.spend();
  for (const key of Object.keys(localStorage)) if (key.endsWith('.newest')) localStorage.setItem(key, '[1]');
  expect(spendAll(createRequestLedger('a'))).toBe(796);
});

test('counts the requests that an older version has recorded', () => {
  const start = Date.now() - 60_000;
  localStorage.setItem('envboard.ledger.a', JSON.stringify({ buckets: [[start, 600]] }));
  localStorage.setItem('envboard.ledger.a.newest', JSON.stringify([start + 10_000, 100]));
  expect(spendAll(createRequestLedger('new', { oldName: 'a' }))).toBe(297);
});

test('removes the counters of closed tabs after an hour', () => {
  for (let reload = 0; reload < 3; reload += 1) createRequestLedger('a').spend();
  const counters = () => Object.keys(localStorage).filter((key) => !key.endsWith('.newest'));
  expect(counters()).toHaveLength(3);
  vi.advanceTimersByTime(HOUR_MS + 20_000);
  createRequestLedger('a').spend();
  expect(counters()).toHaveLength(1);
});

test('adopts the server’s remaining requests when they are fewer', () => {
  const ledger = createRequestLedger('a');
  ledger.syncRemaining(100);
  expect(ledger.sustainablePerHour()).toBe(100);
  ledger.syncRemaining(900);
  expect(spendAll(ledger)).toBe(97);
  expect(spendAll(createRequestLedger('a'))).toBe(0);
});

test('writes nothing when the server has counted no more requests than the ledger', () => {
  const { openView } = lateStorage(0);
  const storage = openView();
  const write = vi.fn(storage.write);
  const ledger = createRequestLedger('a', { storage: { ...storage, write } });
  ledger.spend();
  vi.advanceTimersByTime(20_000);
  write.mockClear();
  ledger.syncRemaining(999);
  ledger.syncRemaining(1_000);
  vi.advanceTimersByTime(1_000);
  expect(write).not.toHaveBeenCalled();
  ledger.syncRemaining(998);
  expect(write).toHaveBeenCalled();
});

test('blocks until the latest `Retry-After`, and an hour at most', () => {
  const ledger = createRequestLedger('a');
  ledger.blockFor(10_000);
  ledger.blockFor(MINUTE_MS);
  ledger.blockFor(1_000);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'rateLimited', retryAfterMs: MINUTE_MS });
  vi.advanceTimersByTime(MINUTE_MS - 1);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'rateLimited', retryAfterMs: 1 });
  vi.advanceTimersByTime(1);
  expect(failureOf(ledger.spend)).toBeUndefined();

  ledger.blockFor(1e12);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'rateLimited', retryAfterMs: HOUR_MS });
  vi.setSystemTime(Date.now() - 1);
  expect(failureOf(ledger.spend)).toBeUndefined();
});

test('counts no request when a gateway limits the hour', () => {
  const ledger = createRequestLedger('a');
  ledger.disable();
  expect(ledger.sustainablePerHour()).toBe(Number.POSITIVE_INFINITY);
  expect(spendAll(ledger)).toBe(3_000);
  expect(spendAll(createRequestLedger('a'))).toBe(ALL);
});

test.each([['{'], ['null'], ['{"buckets":[["x",1]]}'], ['[]']])('still counts when the storage holds %s', (text) => {
  createRequestLedger('a').spend();
  for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
  expect(spendAll(createRequestLedger('a'))).toBe(ALL);
});

test('counts the tab’s own requests when the storage is refused', () => {
  const storage = { keys: () => [], read: () => undefined, write: () => false, remove() {} };
  const ledger = createRequestLedger('a', { storage });
  expect(spendAll(ledger)).toBe(ALL);
  expect(spendAll(ledger)).toBe(0);
});

test('counts a tab’s reloads into one hour when the storage is full', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('sessionStorage', smallBrowser().localStorage);
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, removeItem() {} });
  expect(spendAll(createRequestLedger('a'))).toBe(ALL);
  expect(spendAll(createRequestLedger('a'))).toBe(0);
});
