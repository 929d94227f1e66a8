import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bucketAt,
  EMPTY_LEDGER,
  HOURLY_LIMIT,
  type Ledger,
  spend,
  spentInHour,
  sumOf,
  sustainablePerHour,
  uncountedBy,
  unsharedOf,
  waitForBudgetMs,
  waitForShareMs,
  withAtLeast,
} from '#domain/polling/request-budget.ts';

const HOUR_MS = 3_600_000;
const NOON_MS = Date.UTC(2026, 0, 1, 12);

const spendAll = (timesMs: readonly number[], ledger: Ledger = EMPTY_LEDGER): Ledger =>
  timesMs.reduce((spent, timeMs) => spend(spent, timeMs), ledger);

const times = (count: number, timeMs: number): readonly number[] => Array.from({ length: count }, () => timeMs);

/** Returns the most requests in any closed hour. `timesMs` must be ascending. */
function worstHour(timesMs: readonly number[]): number {
  let oldest = 0;
  return timesMs.reduce((worst, timeMs, index) => {
    while ((timesMs[oldest] ?? timeMs) < timeMs - HOUR_MS) oldest += 1;
    return Math.max(worst, index - oldest + 1);
  }, 0);
}

/** Any pattern of requests in the hour before noon. */
const anyPast = fc
  .array(fc.record({ agoMs: fc.integer({ min: 0, max: HOUR_MS + 20_000 }), count: fc.integer({ min: 1, max: 400 }) }), {
    maxLength: 12,
  })
  .map((bursts) =>
    bursts.toSorted((a, b) => b.agoMs - a.agoMs).flatMap(({ agoMs, count }) => times(count, NOON_MS - agoMs)),
  );

test('an empty ledger allows a request at once', () => {
  expect(spentInHour(EMPTY_LEDGER, NOON_MS)).toBe(0);
  expect(waitForBudgetMs(EMPTY_LEDGER, NOON_MS)).toBe(0);
  expect(sustainablePerHour(EMPTY_LEDGER, NOON_MS)).toBe(HOURLY_LIMIT);
});

test('a request counts until the end of its bucket is an hour old', () => {
  const ledger = spend(EMPTY_LEDGER, NOON_MS + 3_000);

  expect(spentInHour(ledger, NOON_MS + HOUR_MS + 9_999)).toBe(1);
  expect(spentInHour(ledger, NOON_MS + HOUR_MS + 10_000)).toBe(0);
});

test('the wait ends when a thousand simultaneous requests are an hour old', () => {
  const ledger = spendAll(times(1_000, NOON_MS));

  expect(waitForBudgetMs(ledger, NOON_MS)).toBe(HOUR_MS + 10_000);
  expect(waitForBudgetMs(ledger, NOON_MS + HOUR_MS + 10_000)).toBe(0);
  expect(sustainablePerHour(ledger, NOON_MS)).toBe(0);
});

test('the wait is exact: one request is allowed at its end, and none a millisecond before', () => {
  fc.assert(
    fc.property(anyPast, fc.integer({ min: 1, max: 1_000 }), (past, limit) => {
      const ledger = spendAll(past);
      const waitMs = waitForBudgetMs(ledger, NOON_MS, limit);

      expect(waitForBudgetMs(ledger, NOON_MS + waitMs, limit)).toBe(0);
      if (waitMs > 0) expect(waitForBudgetMs(ledger, NOON_MS + waitMs - 1, limit)).toBe(1);
    }),
  );
});

test('the wait is finite when the limit allows no request', () => {
  for (const limit of [0, -1, Number.NaN]) {
    expect(waitForBudgetMs(EMPTY_LEDGER, NOON_MS, limit)).toBe(HOUR_MS + 10_000);
  }
});

test('requests never exceed the limit in any sliding hour when they wait for the ledger', () => {
  const anyWishes = fc.array(fc.record({ pauseMs: fc.nat(900_000), burst: fc.integer({ min: 1, max: 90 }) }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(anyWishes, fc.integer({ min: 1, max: 200 }), (wishes, limit) => {
      let nowMs = NOON_MS;
      let ledger = EMPTY_LEDGER;
      const sentMs: number[] = [];
      for (const { pauseMs, burst } of wishes) {
        nowMs += pauseMs;
        for (let sent = 0; sent < burst; sent += 1) {
          nowMs += waitForBudgetMs(ledger, nowMs, limit);
          ledger = spend(ledger, nowMs);
          sentMs.push(nowMs);
        }
      }
      expect(worstHour(sentMs)).toBeLessThanOrEqual(limit);
    }),
  );
});

test('the limit is a thousand requests an hour by default', () => {
  let nowMs = NOON_MS;
  let ledger = EMPTY_LEDGER;
  const sentMs: number[] = [];
  for (let sent = 0; sent < 3_000; sent += 1) {
    nowMs += waitForBudgetMs(ledger, nowMs) + 700;
    ledger = spend(ledger, nowMs);
    sentMs.push(nowMs);
  }
  expect(worstHour(sentMs)).toBe(HOURLY_LIMIT);
});

test('the sustainable rate holds for two hours after any earlier requests', () => {
  fc.assert(
    fc.property(anyPast, (past) => {
      const kept = past.slice(0, HOURLY_LIMIT);
      const perHour = sustainablePerHour(spendAll(kept), NOON_MS);
      const everyMs = HOUR_MS / perHour;
      const future = Array.from({ length: Math.floor(perHour * 2) }, (_, index) => NOON_MS + (index + 1) * everyMs);

      // A request more than the limit: a closed hour at full rate contains both of its ends.
      expect(worstHour([...kept, ...future])).toBeLessThanOrEqual(HOURLY_LIMIT + 1);
    }),
  );
});

test('the sustainable rate is the highest: the ledger refuses a request at one percent more', () => {
  const ledger = spendAll([...times(300, NOON_MS - HOUR_MS / 2), ...times(500, NOON_MS)]);
  const perHour = sustainablePerHour(ledger, NOON_MS);
  const lastsUntilMs = (rate: number) => {
    let spent = ledger;
    for (let index = 1; index <= rate; index += 1) {
      const nowMs = NOON_MS + (index * HOUR_MS) / rate;
      if (waitForBudgetMs(spent, nowMs) > 0) return nowMs;
      spent = spend(spent, nowMs);
    }
    return Number.POSITIVE_INFINITY;
  };

  expect(perHour).toBeCloseTo((200 * HOUR_MS) / (HOUR_MS / 2 + 10_000));
  expect(lastsUntilMs(perHour * 0.99)).toBe(Number.POSITIVE_INFINITY);
  expect(lastsUntilMs(perHour * 1.01)).toBeLessThan(NOON_MS + HOUR_MS);
});

test('the sustainable rate is 0 or between 1 and the limit, and decreases with each request', () => {
  fc.assert(
    fc.property(anyPast, (past) => {
      const ledger = spendAll(past);
      const perHour = sustainablePerHour(ledger, NOON_MS);

      expect(perHour === 0 || (perHour >= 1 && perHour <= HOURLY_LIMIT)).toBe(true);
      expect(sustainablePerHour(spend(ledger, NOON_MS), NOON_MS)).toBeLessThanOrEqual(perHour);
    }),
  );
});

test('uncountedBy uses the server’s count when fewer requests remain, and never when more remain', () => {
  fc.assert(
    fc.property(anyPast, fc.integer({ min: 0, max: 1_200 }), (past, remaining) => {
      const ledger = spendAll(past);
      const ours = HOURLY_LIMIT - spentInHour(ledger, NOON_MS);
      const believed = spend(ledger, NOON_MS, uncountedBy(ledger, NOON_MS, remaining));

      expect(HOURLY_LIMIT - spentInHour(believed, NOON_MS)).toBe(Math.min(ours, remaining));
    }),
  );
});

test('uncountedBy returns 0 when the count is not a number, and takes a negative count as 0', () => {
  expect(uncountedBy(EMPTY_LEDGER, NOON_MS, Number.NaN)).toBe(0);
  expect(uncountedBy(EMPTY_LEDGER, NOON_MS, -5)).toBe(HOURLY_LIMIT);
});

test('the sum of ledgers counts the requests of each', () => {
  fc.assert(
    fc.property(fc.array(anyPast, { maxLength: 4 }), (pasts) => {
      const ledgers = pasts.map((past) => spendAll(past));
      const sum = sumOf(ledgers);
      expect(spentInHour(sum, NOON_MS)).toBe(ledgers.reduce((all, one) => all + spentInHour(one, NOON_MS), 0));
      const starts = sum.buckets.map(([startMs]) => startMs);
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
    }),
  );
});

test('several tabs stay within the limit when they cannot read each other’s counts', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), fc.integer({ min: 2, max: 16 }), (spent, shares) => {
      const seen = spend(EMPTY_LEDGER, NOON_MS - 5_000, spent);
      let ledger = seen;
      const recent: number[] = [];
      while (waitForShareMs(ledger, NOON_MS, { recent, shares }) === 0) {
        recent.push(NOON_MS);
        ledger = spend(ledger, NOON_MS);
      }
      expect(shares * recent.length).toBeLessThanOrEqual(HOURLY_LIMIT - spent);
      expect(recent.length > 0).toBe(HOURLY_LIMIT - spent >= shares);
    }),
  );
});

test('a tab waits until other tabs can read its requests when its share is spent', () => {
  const share = (count: number) => ({ recent: times(count, NOON_MS - 500), shares: 2 });
  const spentBy = (count: number) => spend(EMPTY_LEDGER, NOON_MS, 994 + count);
  expect(waitForShareMs(spentBy(2), NOON_MS, share(2))).toBe(0);
  expect(waitForShareMs(spentBy(3), NOON_MS, share(3))).toBe(1_500);
});

test('other tabs have read a request after two seconds, and one from the future is of a wrong clock', () => {
  const justLate = NOON_MS - 1_999;
  expect(unsharedOf([NOON_MS - 3_000, NOON_MS - 2_000, justLate, NOON_MS, NOON_MS + 1], NOON_MS)).toEqual([
    justLate,
    NOON_MS,
  ]);
});

test('a ledger has at most one bucket for each ten seconds that count, oldest first', () => {
  const ledger = spendAll(Array.from({ length: 20_000 }, (_, index) => NOON_MS + index * 1_000));
  const starts = ledger.buckets.map(([startMs]) => startMs);

  expect(starts.length).toBeLessThanOrEqual(361);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('a ledger keeps its requests when the clock is set back by less than an hour, and drops them when by more', () => {
  const ledger = spendAll(times(10, NOON_MS));

  expect(spentInHour(spend(ledger, NOON_MS - HOUR_MS / 2), NOON_MS - HOUR_MS / 2)).toBe(11);
  expect(spend(ledger, NOON_MS - 2 * HOUR_MS).buckets).toEqual([[NOON_MS - 2 * HOUR_MS, 1]]);
});

test('a bucket contains the requests of its ten seconds', () => {
  const ledger = spendAll([...times(3, NOON_MS - 1), ...times(2, NOON_MS), ...times(4, NOON_MS + 9_999)]);
  expect(bucketAt(ledger, NOON_MS + 5_000)).toEqual([NOON_MS, 6]);
  expect(bucketAt(ledger, NOON_MS - 10_000)).toEqual([NOON_MS - 10_000, 3]);
  expect(bucketAt(ledger, NOON_MS + 10_000)).toEqual([NOON_MS + 10_000, 0]);
});

test('withAtLeast counts a repeated bucket once, and keeps the buckets in order', () => {
  const ledger = spendAll([...times(3, NOON_MS), ...times(2, NOON_MS + 20_000)]);
  expect(withAtLeast(ledger, [NOON_MS, 3])).toBe(ledger);
  expect(withAtLeast(ledger, [NOON_MS, 2])).toBe(ledger);
  expect(withAtLeast(ledger, [NOON_MS, 5]).buckets).toEqual([
    [NOON_MS, 5],
    [NOON_MS + 20_000, 2],
  ]);
  expect(withAtLeast(ledger, [NOON_MS + 10_000, 1]).buckets.map(([startMs]) => startMs)).toEqual([
    NOON_MS,
    NOON_MS + 10_000,
    NOON_MS + 20_000,
  ]);
});
