import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueSources } from '#domain/polling/poll-order.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import { NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';

const NOW = 1_000_000_000;
const PLAN = { movingMs: 10_000, calmMs: 30_000, slowedDown: false };
const idsOf = (sources: readonly { readonly id: string }[]) => sources.map(({ id }) => id);

type Told = Partial<SourceHealth> & { readonly keptAt?: number };

/** Returns sources by name, with the health of each. */
function line(told: Readonly<Record<string, Told>>, also: Partial<Parameters<typeof dueSources>[0]> = {}) {
  const sources = Object.keys(told).map(environmentSource);
  return dueSources({
    sources,
    health: new Map(sources.map(({ key, id }) => [key, { ...NEVER_REQUESTED, ...told[id] }])),
    planOf: () => PLAN,
    moving: new Set(),
    observedAtOf: ({ id }) => told[id]?.keptAt ?? told[id]?.observedAt ?? 0,
    now: NOW,
    blockedUntil: 0,
    ...also,
  });
}

test('who was never asked comes first, then who is due for longest; who is not due is not asked', () => {
  const { due, nextAt } = line({
    resting: { requestedAt: NOW - 5_000 },
    due: { requestedAt: NOW - 40_000 },
    overdue: { requestedAt: NOW - 400_000 },
    new: {},
  });
  expect(idsOf(due)).toEqual(['new', 'overdue', 'due']);
  expect(nextAt).toBeGreaterThanOrEqual(NOW + 25_000);
  expect(nextAt).toBeLessThanOrEqual(NOW + 28_000);
});

test('of those not asked yet, who was heard of longest ago comes first', () => {
  expect(idsOf(line({ a: { keptAt: NOW - 10 }, b: { keptAt: NOW - 30 }, c: { keptAt: NOW - 20 }, d: {} }).due)).toEqual(
    ['d', 'b', 'c', 'a'],
  );
});

test('a wait for all holds everyone, and keeps the order for the time after it', () => {
  const told = { a: { requestedAt: NOW - 50_000 }, b: { requestedAt: NOW - 70_000 }, c: {} };
  const waiting = line(told, { blockedUntil: NOW + 9_000 });
  expect(waiting).toEqual({ due: [], nextAt: NOW + 9_000 });
  expect(idsOf(line(told, { blockedUntil: NOW, now: NOW }).due)).toEqual(['c', 'b', 'a']);
});

test('what moves is due sooner, what fails or is refused later', () => {
  const requestedAt = NOW - 12_000;
  expect(idsOf(line({ a: { requestedAt } }).due)).toEqual([]);
  expect(idsOf(line({ a: { requestedAt } }, { moving: new Set(['environment:a']) }).due)).toEqual(['a']);
  const failing = { requestedAt: NOW - 120_000, failure: { kind: 'server', status: 503 }, failures: 5 } as const;
  expect(idsOf(line({ a: failing, b: { requestedAt: NOW - 120_000 } }).due)).toEqual(['b']);
  const denied = { requestedAt: NOW - 500_000, failure: { kind: 'denied' }, failures: 1 } as const;
  expect(idsOf(line({ a: denied }).due)).toEqual([]);
  // A refused token that other sources show to be a refused environment waits as long.
  const refused = { ...denied, failure: { kind: 'unauthorized' } } as const;
  expect(idsOf(line({ a: refused, b: { requestedAt: NOW, observedAt: NOW } }).due)).toEqual([]);
  expect(idsOf(line({ a: refused }).due)).toEqual(['a']);
});

test('a clock that was set back makes nobody wait, and nobody last for ever', () => {
  const { due } = line({
    a: { requestedAt: NOW + 3_600_000, observedAt: NOW + 3_600_000 },
    b: { requestedAt: NOW - 60_000 },
  });
  expect(idsOf(due)).toEqual(['b', 'a']);
  expect(idsOf(line({ a: { requestedAt: NOW + 3_600_000 }, b: { requestedAt: NOW - 60_000 } }).due)).toEqual([
    'a',
    'b',
  ]);
  expect(idsOf(line({ a: { requestedAt: NOW + 1 } }).due)).toEqual(['a']);
});

test('nothing to ask is never', () => {
  expect(line({})).toEqual({ due: [], nextAt: Number.POSITIVE_INFINITY });
});

test('everyone is either due, or there is a time to look again', () => {
  const moment = fc.integer({ min: NOW - 4_000_000, max: NOW + 4_000_000 });
  const told = fc.record({
    requestedAt: fc.option(moment, { nil: undefined }),
    failures: fc.nat({ max: 9 }),
    keptAt: moment,
  });
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 9 }), moment, (all, blockedUntil) => {
      const { due, nextAt } = line(Object.fromEntries(all.map((one, index) => [`s${index}`, one])), { blockedUntil });
      expect(new Set(due).size).toBe(due.length);
      if (blockedUntil > NOW) expect(due).toEqual([]);
      if (due.length < all.length) expect(nextAt).toBeLessThanOrEqual(NOW + 4_000_000);
      expect(nextAt).toBeGreaterThan(NOW);
    }),
  );
});
