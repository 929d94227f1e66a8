import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { TONES } from '#domain/tone.ts';
import { type Filter, grouped, isFiltering, matches, summarize } from '#domain/view.ts';

const ALL: Filter = { tones: [], outOfDate: false, query: '' };
const environmentOf = (id: string, projectId: string) => ({
  id,
  name: 'checkout',
  mode: 'PRODUCTION',
  projectId,
  projectName: `Project ${projectId}`,
  organizationId: 'o',
  organizationName: 'Acme',
});
const SHOWN: WatchedEnvironment = {
  id: 'abc',
  label: 'Shop',
  environment: environmentOf('abc', 'p'),
  status: {
    id: 'abc',
    state: 'BUILD_ERROR',
    lastDeploymentState: 'BUILD_ERROR',
    origin: 'GIT',
    triggeredBy: 'Ada',
    configuration: 'OUT_OF_DATE',
  },
  tone: 'failing',
  freshness: 'fresh',
};
const anyWatched: fc.Arbitrary<WatchedEnvironment> = fc
  .record({
    id: fc.uuid(),
    tone: fc.constantFrom(...TONES),
    freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const, 'kept' as const),
    configuration: fc.constantFrom('UP_TO_DATE', 'OUT_OF_DATE', undefined),
    project: fc.constantFrom('p', 'q', undefined),
  })
  .map(({ id, tone, freshness, configuration, project }) => ({
    id,
    tone,
    freshness,
    status: { id, state: 'X', lastDeploymentState: 'X', configuration },
    environment: project === undefined ? undefined : environmentOf(id, project),
  }));
const anyBoard = fc.array(anyWatched);

test.each(['', '  ', 'shop', 'CHECKOUT', 'ada acme', 'build error', 'git  production', 'abc', 'project p'])(
  'a card is found by %j',
  (query) => {
    expect(matches(SHOWN, { ...ALL, query })).toBe(true);
  },
);

test.each<[string, Partial<Filter>, boolean]>([
  ['a word that is not there', { query: 'shop nowhere' }, false],
  ['its tone', { tones: ['ok', 'failing'] }, true],
  ['another tone', { tones: ['ok'] }, false],
  ['out of date', { outOfDate: true }, true],
  ['all of them', { tones: ['failing'], outOfDate: true, query: 'shop' }, true],
  ['one of them that fails', { tones: ['ok'], outOfDate: true, query: 'shop' }, false],
])('filters by %s', (_, filter, found) => {
  expect(matches(SHOWN, { ...ALL, ...filter })).toBe(found);
});

test('a card without a reading is not out of date, and does not show "undefined"', () => {
  const bare: WatchedEnvironment = { id: '12345678-9', tone: 'unknown', freshness: 'late' };
  expect(matches(bare, { ...ALL, outOfDate: true })).toBe(false);
  expect(matches(bare, { ...ALL, query: 'undefined' })).toBe(false);
  expect(matches(bare, { ...ALL, query: '12345678-9' })).toBe(true);
});

test('blank filters do not filter', () => {
  expect(isFiltering(ALL)).toBe(false);
  expect(isFiltering({ ...ALL, query: ' ' })).toBe(false);
  expect(isFiltering({ ...ALL, query: 'a' })).toBe(true);
  expect(isFiltering({ ...ALL, tones: ['ok'] })).toBe(true);
  expect(isFiltering({ ...ALL, outOfDate: true })).toBe(true);
  fc.assert(fc.property(anyWatched, (watched) => matches(watched, ALL)));
});

test('grouping keeps every environment once, in order, and never makes an empty group', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom('none' as const, 'project' as const), (watched, by) => {
      const groups = grouped(watched, by);
      expect(new Set(groups.flatMap(({ members }) => members))).toEqual(new Set(watched));
      expect(groups.reduce((sum, { members }) => sum + members.length, 0)).toBe(watched.length);
      const firsts = groups.map(({ members }) => watched.findIndex((one) => members.includes(one)));
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      expect(firsts).not.toContain(-1);
      for (const { key, members } of groups) {
        if (by === 'project') expect(members.every((one) => (one.environment?.projectId ?? '') === key)).toBe(true);
      }
    }),
  );
});

test('a group has the name of its project', () => {
  expect(grouped([SHOWN], 'project')).toEqual([{ key: 'p', title: 'Project p', members: [SHOWN], failing: 1 }]);
  expect(grouped([SHOWN], 'none')).toEqual([{ key: 'all', title: '', members: [SHOWN], failing: 1 }]);
});

test('the counts of a summary add up to its total', () => {
  fc.assert(
    fc.property(anyBoard, (watched) => {
      const { total, counts, outOfDate, notReached, tone } = summarize(watched);
      expect(total).toBe(watched.length);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(Object.keys(counts)).toEqual([...TONES]);
      expect(Math.max(outOfDate, notReached)).toBeLessThanOrEqual(total);
      if (total > 0) expect(counts[tone]).toBeGreaterThan(0);
    }),
  );
  expect(summarize([SHOWN, { ...SHOWN, tone: 'ok', freshness: 'unreachable' }])).toMatchObject({
    total: 2,
    counts: { failing: 1, ok: 1 },
    outOfDate: 2,
    notReached: 1,
    tone: 'failing',
  });
});

test('an empty board is unknown, never all good', () => {
  expect(summarize([])).toMatchObject({ total: 0, outOfDate: 0, notReached: 0, tone: 'unknown' });
});
