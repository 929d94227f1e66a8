import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueSources } from '#domain/polling/poll-order.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';
import { NEVER_REQUESTED, type SourceHealth } from '#domain/polling/source-health.ts';

const NOW = 1_000_000_000;
const PLAN = { movingMs: 10_000, calmMs: 30_000, slowedDown: false };
const idsOf = (sources: readonly { readonly id: string }[]) => sources.map(({ id }) => id);

type SourceRecord = Partial<SourceHealth> & { readonly keptAt?: number };

/** Returns the due sources among sources with these names and records. */
function dueOf(records: Readonly<Record<string, SourceRecord>>, also: Partial<Parameters<typeof dueSources>[0]> = {}) {
  const sources = Object.keys(records).map(environmentSource);
  return dueSources({
    sources,
    health: new Map(sources.map(({ key, id }) => [key, { ...NEVER_REQUESTED, ...records[id] }])),
    planOf: () => PLAN,
    moving: new Set(),
    observedAtOf: ({ id }) => records[id]?.keptAt ?? records[id]?.observedAt ?? 0,
    now: NOW,
    blockedUntil: 0,
    ...also,
  });
}

test('dueSources returns never requested sources first, then the longest overdue, and no source that is not due', () => {
  const { due, nextAt } = dueOf({
    resting: { requestedAt: NOW - 5_000 },
    due: { requestedAt: NOW - 40_000 },
    overdue: { requestedAt: NOW - 400_000 },
    new: {},
  });
  expect(idsOf(due)).toEqual(['new', 'overdue', 'due']);
  expect(nextAt).toBeGreaterThanOrEqual(NOW + 25_000);
  expect(nextAt).toBeLessThanOrEqual(NOW + 28_000);
});

test('dueSources returns the source with the oldest reading first when none was requested yet', () => {
  expect(
    idsOf(dueOf({ a: { keptAt: NOW - 10 }, b: { keptAt: NOW - 30 }, c: { keptAt: NOW - 20 }, d: {} }).due),
  ).toEqual(['d', 'b', 'c', 'a']);
});

test('blockedUntil delays all sources, and keeps their order', () => {
  const records = { a: { requestedAt: NOW - 50_000 }, b: { requestedAt: NOW - 70_000 }, c: {} };
  const waiting = dueOf(records, { blockedUntil: NOW + 9_000 });
  expect(waiting).toEqual({ due: [], nextAt: NOW + 9_000 });
  expect(idsOf(dueOf(records, { blockedUntil: NOW, now: NOW }).due)).toEqual(['c', 'b', 'a']);
});

test('a source is due sooner when it is in progress, and later when it fails or is denied', () => {
  const requestedAt = NOW - 12_000;
  expect(idsOf(dueOf({ a: { requestedAt } }).due)).toEqual([]);
  expect(idsOf(dueOf({ a: { requestedAt } }, { moving: new Set(['environment:a']) }).due)).toEqual(['a']);
  const failing = { requestedAt: NOW - 120_000, failure: { kind: 'server', status: 503 }, failures: 5 } as const;
  expect(idsOf(dueOf({ a: failing, b: { requestedAt: NOW - 120_000 } }).due)).toEqual(['b']);
  const denied = { requestedAt: NOW - 500_000, failure: { kind: 'denied' }, failures: 1 } as const;
  expect(idsOf(dueOf({ a: denied }).due)).toEqual([]);
  // A 401 that is a denial of this source causes the same wait.
  const refused = { ...denied, failure: { kind: 'unauthorized', credential: 'token' } } as const;
  expect(idsOf(dueOf({ a: refused, b: { requestedAt: NOW, observedAt: NOW } }).due)).toEqual([]);
  expect(idsOf(dueOf({ a: refused }).due)).toEqual(['a']);
});

test('no source waits or stays last when the clock was set back', () => {
  const { due } = dueOf({
    a: { requestedAt: NOW + 3_600_000, observedAt: NOW + 3_600_000 },
    b: { requestedAt: NOW - 60_000 },
  });
  expect(idsOf(due)).toEqual(['b', 'a']);
  expect(idsOf(dueOf({ a: { requestedAt: NOW + 3_600_000 }, b: { requestedAt: NOW - 60_000 } }).due)).toEqual([
    'a',
    'b',
  ]);
  expect(idsOf(dueOf({ a: { requestedAt: NOW + 1 } }).due)).toEqual(['a']);
});

test('the next time is infinite when there are no sources', () => {
  expect(dueOf({})).toEqual({ due: [], nextAt: Number.POSITIVE_INFINITY });
});

test('every source is due, or the next time is finite', () => {
  const anyTime = fc.integer({ min: NOW - 4_000_000, max: NOW + 4_000_000 });
  const records = fc.record({
    requestedAt: fc.option(anyTime, { nil: undefined }),
    failures: fc.nat({ max: 9 }),
    keptAt: anyTime,
  });
  fc.assert(
    fc.property(fc.array(records, { minLength: 1, maxLength: 9 }), anyTime, (all, blockedUntil) => {
      const { due, nextAt } = dueOf(Object.fromEntries(all.map((record, index) => [`s${index}`, record])), {
        blockedUntil,
      });
      expect(new Set(due).size).toBe(due.length);
      if (blockedUntil > NOW) expect(due).toEqual([]);
      if (due.length < all.length) expect(nextAt).toBeLessThanOrEqual(NOW + 4_000_000);
      expect(nextAt).toBeGreaterThan(NOW);
    }),
  );
});
