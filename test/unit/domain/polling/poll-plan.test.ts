import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DENIED_MS } from '#domain/environment/failure.ts';
import {
  backoffMs,
  jitter,
  MOVING_MS,
  nextRequestMs,
  outageWaitMs,
  planPolling,
  SLOWEST_MS,
} from '#domain/polling/poll-plan.ts';

const HOUR_MS = 3_600_000;

const anyCount = fc.nat(10_000);
const anyDemand = fc.record({
  moving: anyCount,
  calm: anyCount,
  chosenMs: fc.integer({ min: 10_000, max: 600_000 }),
  perHour: fc.double({ min: 1, max: 1_000, noNaN: true }),
});
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -1, Number.NaN, Infinity, -Infinity));
const anyRubbish = fc.record({ moving: anyNumber, calm: anyNumber, chosenMs: anyNumber, perHour: anyNumber });

const plan = (moving: number, calm: number, perHour = 1_000, chosenMs = 30_000) =>
  planPolling({ moving, calm, chosenMs, perHour });

test.each([
  ['an empty board', plan(0, 0), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['one idle source', plan(0, 1), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['two sources in progress', plan(2, 0), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['60 environments in 20 idle projects', plan(0, 20), { movingMs: 10_000, calmMs: 80_000, slowedDown: true }],
  ['20 projects of which one is in progress', plan(1, 19), { movingMs: 10_000, calmMs: 126_667, slowedDown: true }],
  [
    'so many idle sources that they reach ten minutes',
    plan(3, 60),
    { movingMs: 20_000, calmMs: 600_000, slowedDown: true },
  ],
  ['ten deploying environments', plan(10, 0), { movingMs: 40_000, calmMs: 600_000, slowedDown: true }],
  ['a thousand sources, with one interval for all', plan(100, 900), { movingMs: 4e6, calmMs: 4e6, slowedDown: true }],
  [
    'a longer interval that the user chose',
    plan(0, 20, 1_000, 300_000),
    { movingMs: 1e4, calmMs: 3e5, slowedDown: false },
  ],
  [
    'a gateway, without a limit in the page',
    plan(40, 400, Infinity),
    { movingMs: 10_000, calmMs: 30_000, slowedDown: false },
  ],
  [
    'exactly nine tenths of the budget',
    plan(0, 5, 1_000, 20_000),
    { movingMs: 10_000, calmMs: 20_000, slowedDown: false },
  ],
  ['idle sources that need exactly ten minutes', plan(0, 150), { movingMs: 1e4, calmMs: 6e5, slowedDown: true }],
  ['half of the budget', plan(0, 20, 500), { movingMs: 10_000, calmMs: 160_000, slowedDown: true }],
])('planPolling returns the expected intervals for %s', (_, planned, expected) => {
  expect(planned).toEqual(expected);
});

test('planPolling uses at most nine tenths of the budget for any input', () => {
  fc.assert(
    fc.property(fc.oneof(anyDemand, anyRubbish), (demand) => {
      const { movingMs, calmMs } = planPolling(demand);
      const sources = (count: number) => (count > 0 && Number.isFinite(count) ? Math.min(count, 1e9) : 0);
      const perHour = (sources(demand.moving) / movingMs + sources(demand.calm) / calmMs) * HOUR_MS;

      // Behind a gateway the page does not limit its hour: the rate is infinite, and every interval is the chosen one.
      fc.pre(demand.perHour >= 1 && Number.isFinite(demand.perHour)); // sustainable rates are 0 or at least 1; at 0 the ledger refuses instead
      expect(perHour).toBeLessThanOrEqual(0.9 * Math.min(demand.perHour, 1_000) * (1 + 1e-9));
    }),
    { numRuns: 1_000 },
  );
});

test('planPolling returns finite, positive intervals for any input, the shorter one for sources in progress', () => {
  fc.assert(
    fc.property(fc.oneof(anyDemand, anyRubbish), (demand) => {
      const { movingMs, calmMs } = planPolling(demand);

      expect(Number.isSafeInteger(Math.ceil(calmMs))).toBe(true);
      expect(movingMs).toBeGreaterThanOrEqual(MOVING_MS);
      expect(movingMs).toBeLessThanOrEqual(calmMs);
    }),
    { numRuns: 1_000 },
  );
});

test.each([0, -1, Number.NaN, -Infinity])('planPolling returns one hour when the budget is %s', (perHour) => {
  expect(plan(1, 1, perHour)).toEqual({ movingMs: HOUR_MS, calmMs: HOUR_MS, slowedDown: true });
});

test('planPolling limits the chosen interval to between ten seconds and ten minutes', () => {
  expect(plan(0, 1, 1_000, 1)).toMatchObject({ calmMs: MOVING_MS, slowedDown: false });
  expect(plan(0, 1, 1_000, 1e9)).toMatchObject({ calmMs: SLOWEST_MS, slowedDown: false });
});

test('planPolling never shortens an interval when there are more sources or less budget', () => {
  fc.assert(
    fc.property(
      anyDemand,
      fc.nat(50),
      fc.nat(50),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      (demand, m, c, cut) => {
        const before = planPolling(demand);
        const after = planPolling({
          ...demand,
          moving: demand.moving + m,
          calm: demand.calm + c,
          perHour: demand.perHour * cut,
        });

        expect(after.movingMs).toBeGreaterThanOrEqual(before.movingMs);
        expect(after.calmMs).toBeGreaterThanOrEqual(before.calmMs);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('planPolling extends the interval of sources in progress only after that of idle ones has reached ten minutes', () => {
  fc.assert(
    fc.property(anyDemand, (demand) => {
      const { movingMs, calmMs } = planPolling(demand);

      if (movingMs > MOVING_MS) expect(calmMs).toBeGreaterThanOrEqual(SLOWEST_MS);
      if (calmMs > SLOWEST_MS) expect(movingMs).toBe(calmMs);
    }),
  );
});

test('planPolling uses nearly all of its nine tenths when the budget is short', () => {
  fc.assert(
    fc.property(anyDemand, (demand) => {
      const { movingMs, calmMs, slowedDown } = planPolling(demand);
      const perHour = (demand.moving / movingMs + demand.calm / calmMs) * HOUR_MS;

      if (slowedDown) expect(perHour).toBeGreaterThan(0.9 * demand.perHour * 0.999);
    }),
  );
});

test('backoffMs doubles from ten seconds to five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 5_000].map(backoffMs)).toEqual([
    0, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000,
  ]);
  expect([-1, Number.NaN, Infinity].map(backoffMs)).toEqual([0, 0, 300_000]);
});

test('outageWaitMs is one minute, then two, then five', () => {
  expect([0, 1, 2, 3, 9].map(outageWaitMs)).toEqual([60_000, 120_000, 300_000, 300_000, 300_000]);
  expect([-1, 0.9].map(outageWaitMs)).toEqual([60_000, 60_000]);
});

test('jitter is deterministic for a key and a round, and lies between 1 and 1.1', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (key, round) => {
      expect(jitter(key, round)).toBe(jitter(key, round));
      expect(jitter(key, round)).toBeGreaterThanOrEqual(1);
      expect(jitter(key, round)).toBeLessThan(1.1);
    }),
  );
});

test('jitter spreads similar keys and consecutive rounds evenly', () => {
  const factors = Array.from({ length: 10_000 }, (_, index) =>
    jitter(`source-${index % 100}`, Math.floor(index / 100)),
  );
  const tenths = factors.map((factor) => Math.floor((factor - 1) * 100));

  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = tenths.filter((found) => found === tenth).length;
    expect(share).toBeGreaterThan(850);
    expect(share).toBeLessThan(1_150);
  }
});

const lastRequest = {
  lastRequestedMs: 1_000_000,
  intervalMs: 30_000,
  failures: 0,
  denied: false,
  key: 'project-1',
  round: 1,
  notBeforeMs: Number.NEGATIVE_INFINITY,
};

test.each([
  ['after the interval when no request failed', lastRequest, 30_000],
  ['after the interval when the back-off is shorter', { ...lastRequest, failures: 1 }, 30_000],
  ['after the back-off when it is longer than the interval', { ...lastRequest, failures: 4 }, 80_000],
  ['after ten minutes when the source is denied', { ...lastRequest, denied: true, failures: 1 }, DENIED_MS],
  [
    'after the interval when the source is denied and the interval is longer',
    { ...lastRequest, denied: true, intervalMs: 4e6 },
    4e6,
  ],
])('a source is due %s', (_, situation, pauseMs) => {
  const waitedMs = nextRequestMs(situation) - lastRequest.lastRequestedMs;

  expect(waitedMs).toBeGreaterThanOrEqual(pauseMs);
  expect(waitedMs).toBeLessThanOrEqual(pauseMs * 1.1);
});

test('nextRequestMs returns the server’s time only when it is later than the interval', () => {
  expect(nextRequestMs({ ...lastRequest, notBeforeMs: 9_000_000 })).toBe(9_000_000);
  expect(nextRequestMs({ ...lastRequest, notBeforeMs: 1_000_001 })).toBe(nextRequestMs(lastRequest));
});

test('a source is due at once when it was never requested', () => {
  expect(nextRequestMs({ ...lastRequest, lastRequestedMs: Number.NEGATIVE_INFINITY, notBeforeMs: 0 })).toBe(0);
});
