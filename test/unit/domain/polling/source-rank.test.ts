import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPolling } from '#domain/polling/poll-plan.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import { admittedAt, demandOf, plannedPerHour, planRanks, RANKS } from '#domain/polling/source-rank.ts';

const HOUR_MS = 3_600_000;
const aDemand = fc.record({ moving: fc.nat({ max: 500 }), calm: fc.nat({ max: 2_000 }) });
const none = { moving: 0, calm: 0 };

test('all ranks together stay within the budget for any demand', () => {
  fc.assert(
    fc.property(aDemand, aDemand, aDemand, fc.integer({ min: 10, max: 1_000 }), (own, shared, unknown, perHour) => {
      const demand = { own, shared, unknown };
      const plans = planRanks(demand, { chosenMs: 30_000, perHour });
      expect(plannedPerHour(demand, plans)).toBeLessThanOrEqual(perHour * 1.1);
    }),
  );
});

test('a shared board of any size takes at most a tenth of the budget from the user’s own boards', () => {
  fc.assert(
    fc.property(aDemand, aDemand, aDemand, (own, shared, unknown) => {
      const alone = planPolling({ ...own, chosenMs: 30_000, perHour: 900 });
      const plans = planRanks({ own, shared, unknown }, { chosenMs: 30_000, perHour: 1_000 });
      expect(plans.own.calmMs).toBeLessThanOrEqual(alone.calmMs);
      expect(plans.own.movingMs).toBeLessThanOrEqual(alone.movingMs);
    }),
  );
});

test('the plan equals planPolling when there are no shared boards', () => {
  const own = { moving: 3, calm: 40 };
  const plans = planRanks({ own, shared: none, unknown: none }, { chosenMs: 30_000, perHour: 1_000 });
  expect(plans.own).toEqual(planPolling({ ...own, chosenMs: 30_000, perHour: 1_000 }));
});

test('demandOf counts the sources of each rank, and those in progress; a source without a rank is of an own board', () => {
  const sources = [
    environmentSource('a'),
    { ...environmentSource('b'), rank: 'shared' as const },
    { ...environmentSource('c'), rank: 'shared' as const },
    { ...environmentSource('d'), rank: 'unknown' as const },
    environmentSource('e'),
    environmentSource('f'),
  ];
  expect(demandOf(sources, new Set(['environment:a', 'environment:b', 'environment:x']))).toEqual({
    own: { moving: 1, calm: 2 },
    shared: { moving: 1, calm: 1 },
    unknown: { moving: 0, calm: 1 },
  });
});

test('plannedPerHour adds the requests of all ranks', () => {
  const plan = { movingMs: 10_000, calmMs: 30_000, slowedDown: false };
  const hourly = { movingMs: HOUR_MS, calmMs: HOUR_MS, slowedDown: false };
  const demand = { own: { moving: 1, calm: 2 }, shared: { moving: 0, calm: 1 }, unknown: { moving: 1, calm: 1 } };
  expect(plannedPerHour(demand, { own: plan, shared: plan, unknown: hourly })).toBeCloseTo(360 + 240 + 120 + 2);
});

const planned = (own: number, shared: number, unknown: number, perHour = 1_000) =>
  planRanks(
    { own: { moving: 0, calm: own }, shared: { moving: 0, calm: shared }, unknown: { moving: 0, calm: unknown } },
    { chosenMs: 30_000, perHour },
  );
const alone = (calm: number, perHour: number) => planPolling({ moving: 0, calm, chosenMs: 30_000, perHour });

test('unknown environments share a tenth of the budget, at ten minutes or longer, and the own boards get the rest', () => {
  expect(planned(40, 0, 5)).toMatchObject({
    own: alone(40, 900),
    unknown: { movingMs: 600_000, calmMs: 600_000, slowedDown: false },
  });
  expect(planned(40, 0, 50).unknown.calmMs).toBe(HOUR_MS / 2);
  expect(planned(40, 0, 50, 5).unknown.calmMs, 'one an hour, when less than that is left').toBe(50 * HOUR_MS);
  expect(planned(40, 0, 0).own).toEqual(alone(40, 1_000));
});

test('a shared board gets what the own boards leave, and at least a tenth', () => {
  // Five own sources every 30 s are 600 requests an hour, which is nine tenths of 667.
  expect(planned(5, 20, 0).shared.calmMs).toBeCloseTo(alone(20, 1_000 - 600 / 0.9).calmMs, -1);
  expect(planned(40, 5, 0).shared).toEqual(alone(5, 100));
});

test('a shared board sends 250 first requests at once, and the others at the sustainable rate', () => {
  expect(admittedAt('shared', 249, 0, 1_000)).toBe(0);
  expect(admittedAt('shared', 250, 0, 1_000)).toBe(4_000);
  expect(admittedAt('unknown', 9, 0, 1_000)).toBe(0);
  expect(admittedAt('unknown', 10 + 180 - 1, 0, 1_000)).toBe(HOUR_MS);
  expect(admittedAt('own', 5_000, 0, 1_000)).toBe(0);
  for (const rank of RANKS) expect(admittedAt(rank, 400, 7, 0)).toBeGreaterThanOrEqual(7);
});
