import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '#api/api-error.ts';
import { type LedgerBook, openLedger } from '#data/ledger.ts';
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

/** How many requests are allowed now; those are spent. */
function spendAll(ledger: LedgerBook): number {
  let spent = 0;
  try {
    for (; spent < 2_000; spent += 1) ledger.spend();
  } catch {
    // The hour is spent.
  }
  return spent;
}

const failureOf = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return error instanceof ApiError ? error.failure : error;
  }
  return undefined;
};

test('a thousand an hour, and then the time to wait', () => {
  const ledger = openLedger('a');
  expect(spendAll(ledger)).toBe(1_000);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'budgetSpent', retryAfterMs: HOUR_MS + 10_000 });
  expect(ledger.sustainablePerHour()).toBe(0);
  vi.advanceTimersByTime(HOUR_MS + 10_000);
  expect(ledger.sustainablePerHour()).toBe(1_000);
  expect(failureOf(ledger.spend)).toBeUndefined();
});

test('two tabs with one token count into one hour, two tokens into two', () => {
  const here = openLedger('a');
  const there = openLedger('a');
  for (let request = 0; request < 300; request += 1) {
    here.spend();
    there.spend();
  }
  expect(spendAll(here)).toBe(400);
  expect(spendAll(there)).toBe(0);
  expect(spendAll(openLedger('b'))).toBe(1_000);
});

test('a reload goes on counting', () => {
  spendAll(openLedger('a'));
  expect(spendAll(openLedger('a'))).toBe(0);
});

test('nothing is lost between tabs and reloads, whenever they spend', () => {
  let token = 0;
  const step = fc.record({ tab: fc.nat({ max: 2 }), times: fc.nat({ max: 4 }), waitMs: fc.nat({ max: 15_000 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      token += 1;
      const open = () => openLedger(`t${token}`);
      const tabs = [open(), open()];
      let spent = 0;
      for (const { tab, times, waitMs } of steps) {
        // The third is a page that was opened for this alone.
        const ledger = tabs[tab] ?? open();
        for (let time = 0; time < times; time += 1) ledger.spend();
        spent += times;
        vi.advanceTimersByTime(waitMs);
      }
      expect(spendAll(open())).toBe(1_000 - spent);
    }),
    { numRuns: 30 },
  );
});

test('the hour is written once in ten seconds, and in between its newest part alone', () => {
  const written: string[] = [];
  const storage = {
    ...localStorage,
    getItem: (key: string) => localStorage.getItem(key),
    setItem: (key: string, text: string) => {
      written.push(key);
      localStorage.setItem(key, text);
    },
  };
  const ledger = openLedger('a', storage);
  for (let request = 0; request < 40; request += 1) {
    ledger.spend();
    ledger.believe(1_000);
    vi.advanceTimersByTime(500);
  }
  expect(written.filter((key) => key === 'envboard.ledger.a')).toHaveLength(2);
  expect(written.filter((key) => key === 'envboard.ledger.a.newest')).toHaveLength(40);
});

test('a newest part that is damaged leaves the rest', () => {
  const ledger = openLedger('a');
  for (let request = 0; request < 300; request += 1) ledger.spend();
  vi.advanceTimersByTime(20_000);
  ledger.spend();
  localStorage.setItem('envboard.ledger.a.newest', '[1]');
  expect(spendAll(openLedger('a'))).toBe(699);
});

test('the server’s word is believed when it is the lower one', () => {
  const ledger = openLedger('a');
  ledger.believe(100);
  expect(ledger.sustainablePerHour()).toBe(100);
  ledger.believe(900);
  expect(spendAll(ledger)).toBe(100);
  expect(spendAll(openLedger('a'))).toBe(0);
});

test('nothing is asked before the server’s time, however often it was told, and an hour at most', () => {
  const ledger = openLedger('a');
  ledger.rest(10_000);
  ledger.rest(MINUTE_MS);
  ledger.rest(1_000);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'rateLimited', retryAfterMs: MINUTE_MS });
  vi.advanceTimersByTime(MINUTE_MS - 1);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'rateLimited', retryAfterMs: 1 });
  vi.advanceTimersByTime(1);
  expect(failureOf(ledger.spend)).toBeUndefined();

  ledger.rest(1e12);
  expect(failureOf(ledger.spend)).toEqual({ kind: 'rateLimited', retryAfterMs: HOUR_MS });
  vi.setSystemTime(Date.now() - 1);
  expect(failureOf(ledger.spend)).toBeUndefined();
});

test('where a gateway guards the hour nothing is counted', () => {
  const ledger = openLedger('a');
  ledger.leaveToGateway();
  expect(ledger.sustainablePerHour()).toBe(Number.POSITIVE_INFINITY);
  expect(spendAll(ledger)).toBe(2_000);
  expect(spendAll(openLedger('a'))).toBe(1_000);
});

test.each([['{'], ['null'], ['{"buckets":[["x",1]]}'], ['[]']])(
  'storage that holds %s is no reason to stop',
  (text) => {
    localStorage.setItem('envboard.ledger.a', text);
    expect(spendAll(openLedger('a'))).toBe(1_000);
  },
);

test('where storage is refused a tab counts for itself', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  const storage = { ...localStorage, getItem: refuse, setItem: refuse };
  const ledger = openLedger('a', storage);
  expect(spendAll(ledger)).toBe(1_000);
  expect(spendAll(ledger)).toBe(0);
});
