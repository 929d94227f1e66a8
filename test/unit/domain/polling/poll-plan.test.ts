import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DENIED_MS } from '#domain/environment/failure.ts';
import { backoffMs, jitter, MOVING_MS, nextRequestMs, planPolling, SLOWEST_MS } from '#domain/polling/poll-plan.ts';

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
  ['nothing pinned', plan(0, 0), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['one calm source', plan(0, 1), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['two moving sources', plan(2, 0), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['60 environments in 20 projects, all calm', plan(0, 20), { movingMs: 10_000, calmMs: 80_000, slowedDown: true }],
  ['one of the 20 moves', plan(1, 19), { movingMs: 10_000, calmMs: 126_667, slowedDown: true }],
  ['calm ones reach ten minutes', plan(3, 60), { movingMs: 20_000, calmMs: 600_000, slowedDown: true }],
  ['ten environments deploying', plan(10, 0), { movingMs: 40_000, calmMs: 600_000, slowedDown: true }],
  ['a thousand sources share one pace', plan(100, 900), { movingMs: 4e6, calmMs: 4e6, slowedDown: true }],
  ['the reader chose a slower pace', plan(0, 20, 1_000, 300_000), { movingMs: 1e4, calmMs: 3e5, slowedDown: false }],
  ['a gateway guards the hour', plan(40, 400, Infinity), { movingMs: 10_000, calmMs: 30_000, slowedDown: false }],
  ['half of the budget is spent', plan(0, 20, 500), { movingMs: 10_000, calmMs: 160_000, slowedDown: true }],
])('%s', (_, planned, expected) => {
  expect(planned).toEqual(expected);
});

test('never plans more than nine tenths of the budget, whatever it is given', () => {
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

test('answers finite, positive paces to any input, and moving is never slower than calm', () => {
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

test.each([0, -1, Number.NaN, -Infinity])('a budget of %s an hour means once an hour', (perHour) => {
  expect(plan(1, 1, perHour)).toEqual({ movingMs: HOUR_MS, calmMs: HOUR_MS, slowedDown: true });
});

test('the chosen pace is kept between ten seconds and ten minutes', () => {
  expect(plan(0, 1, 1_000, 1)).toMatchObject({ calmMs: MOVING_MS, slowedDown: false });
  expect(plan(0, 1, 1_000, 1e9)).toMatchObject({ calmMs: SLOWEST_MS, slowedDown: false });
});

test('more sources or less budget never make any source quicker', () => {
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

test('moving sources keep their pace until calm ones have stretched to ten minutes', () => {
  fc.assert(
    fc.property(anyDemand, (demand) => {
      const { movingMs, calmMs } = planPolling(demand);

      if (movingMs > MOVING_MS) expect(calmMs).toBeGreaterThanOrEqual(SLOWEST_MS);
      if (calmMs > SLOWEST_MS) expect(movingMs).toBe(calmMs);
    }),
  );
});

test('a stretched plan wastes nothing: it uses nearly all of its nine tenths', () => {
  fc.assert(
    fc.property(anyDemand, (demand) => {
      const { movingMs, calmMs, slowedDown } = planPolling(demand);
      const perHour = (demand.moving / movingMs + demand.calm / calmMs) * HOUR_MS;

      if (slowedDown) expect(perHour).toBeGreaterThan(0.9 * demand.perHour * 0.999);
    }),
  );
});

test('backs off from ten seconds, doubling, to five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 5_000].map(backoffMs)).toEqual([
    0, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000,
  ]);
  expect([-1, Number.NaN, Infinity].map(backoffMs)).toEqual([0, 0, 300_000]);
});

test('jitter is the same for the same key and round, from 1 to just under 1.1', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (key, round) => {
      expect(jitter(key, round)).toBe(jitter(key, round));
      expect(jitter(key, round)).toBeGreaterThanOrEqual(1);
      expect(jitter(key, round)).toBeLessThan(1.1);
    }),
  );
});

test('jitter spreads neighbouring sources and rounds evenly', () => {
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

const turn = {
  lastRequestedMs: 1_000_000,
  intervalMs: 30_000,
  failures: 0,
  denied: false,
  key: 'project-1',
  round: 1,
  notBeforeMs: Number.NEGATIVE_INFINITY,
};

test.each([
  ['when all is well, after its interval', turn, 30_000],
  ['one failure is within the interval', { ...turn, failures: 1 }, 30_000],
  ['failing longer than its interval, after the back-off', { ...turn, failures: 4 }, 80_000],
  ['denied, every ten minutes', { ...turn, denied: true, failures: 1 }, DENIED_MS],
  ['denied on a plan slower than that, at the pace of the plan', { ...turn, denied: true, intervalMs: 4e6 }, 4e6],
])('%s', (_, situation, pauseMs) => {
  const waitedMs = nextRequestMs(situation) - turn.lastRequestedMs;

  expect(waitedMs).toBeGreaterThanOrEqual(pauseMs);
  expect(waitedMs).toBeLessThanOrEqual(pauseMs * 1.1);
});

test('the word of the server is a floor, not an extra', () => {
  expect(nextRequestMs({ ...turn, notBeforeMs: 9_000_000 })).toBe(9_000_000);
  expect(nextRequestMs({ ...turn, notBeforeMs: 1_000_001 })).toBe(nextRequestMs(turn));
});

test('what was never asked is due at once', () => {
  expect(nextRequestMs({ ...turn, lastRequestedMs: Number.NEGATIVE_INFINITY, notBeforeMs: 0 })).toBe(0);
});
