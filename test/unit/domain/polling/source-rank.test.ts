import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPolling } from '#domain/polling/poll-plan.ts';
import { admittedAt, plannedPerHour, planRanks, RANKS } from '#domain/polling/source-rank.ts';

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

test('a shared board sends 250 first requests at once, and the others at the sustainable rate', () => {
  expect(admittedAt('shared', 249, 0, 1_000)).toBe(0);
  expect(admittedAt('shared', 250, 0, 1_000)).toBe(4_000);
  expect(admittedAt('unknown', 9, 0, 1_000)).toBe(0);
  expect(admittedAt('unknown', 10 + 180 - 1, 0, 1_000)).toBe(HOUR_MS);
  expect(admittedAt('own', 5_000, 0, 1_000)).toBe(0);
  for (const rank of RANKS) expect(admittedAt(rank, 400, 7, 0)).toBeGreaterThanOrEqual(7);
});
