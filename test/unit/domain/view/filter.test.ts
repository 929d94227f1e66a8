import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchWords } from '#app/search-words.ts';
import { GROUPINGS } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES } from '#domain/environment/tone.ts';
import { toggle } from '#domain/toggle.ts';
import { groupConditionOf } from '#domain/view/attention.ts';
import { type Filter, isFiltering, matches, NO_FILTER } from '#domain/view/filter.ts';
import { groupEnvironments, isFolded } from '#domain/view/grouping.ts';
import { headlineOf } from '#domain/view/headline.ts';
import { summarize } from '#domain/view/summary.ts';
import { summaryText } from '#messages/toolbar.ts';

const ALL: Filter = { tones: [], outOfDate: false, snoozed: false, query: '' };
const environmentOf = (id: string, projectId: string) => ({
  id,
  name: 'checkout',
  mode: 'PRODUCTION',
  projectId,
  projectName: `Project ${projectId}`,
  organizationId: 'o',
  organizationName: 'Acme',
});
const SHOWN: BoardEnvironment = {
  id: 'abc',
  label: 'Shop',
  info: environmentOf('abc', 'p'),
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
const anyWatched: fc.Arbitrary<BoardEnvironment> = fc
  .record({
    id: fc.uuid(),
    tone: fc.constantFrom(...TONES),
    isSnoozed: fc.boolean(),
    freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const, 'kept' as const),
    configuration: fc.constantFrom('UP_TO_DATE', 'OUT_OF_DATE', undefined),
    project: fc.constantFrom('p', 'q', undefined),
  })
  .map(({ id, tone, isSnoozed, freshness, configuration, project }) => ({
    id,
    tone,
    isSnoozed,
    freshness,
    status: { id, state: 'X', lastDeploymentState: 'X', configuration },
    info: project === undefined ? undefined : environmentOf(id, project),
  }));
const anyBoard = fc.array(anyWatched);

test.each([
  '',
  '  ',
  'shop',
  'CHECKOUT',
  'ada acme',
  'build error',
  'git  production',
  'abc',
  'project p',
  'Acme',
  'shop checkout project p acme production build error git ada abc',
])('matches is true for the query %j', (query) => {
  expect(matches(SHOWN, { ...ALL, query })).toBe(true);
});

test.each<[string, Partial<Filter>, boolean]>([
  ['a word that is not there', { query: 'shop nowhere' }, false],
  ['its tone', { tones: ['ok', 'failing'] }, true],
  ['another tone', { tones: ['ok'] }, false],
  ['out of date', { outOfDate: true }, true],
  ['all of them', { tones: ['failing'], outOfDate: true, query: 'shop' }, true],
  ['one of them that fails', { tones: ['ok'], outOfDate: true, query: 'shop' }, false],
])('matches filters by %s', (_, filter, found) => {
  expect(matches(SHOWN, { ...ALL, ...filter })).toBe(found);
});

test.each(['failing', 'out of date', 'Out Of', 'production', 'build error failing'])(
  'the query %j finds the words of a card',
  (query) => {
    expect(matches(SHOWN, { ...ALL, query }, searchWords)).toBe(true);
    const other: BoardEnvironment = { id: 'x', tone: 'ok', freshness: 'fresh' };
    expect(matches(other, { ...ALL, query }, searchWords)).toBe(false);
  },
);

test('a query for a tone finds no snoozed environment, as the count of the tone', () => {
  const snoozed = { ...SHOWN, isSnoozed: true };
  expect(matches(snoozed, { ...ALL, query: 'snoozed' }, searchWords)).toBe(true);
  expect(matches(snoozed, { ...ALL, query: 'failing' }, searchWords)).toBe(false);
});

test('a card without a reading is not out of date, and its text does not contain "undefined"', () => {
  const bare: BoardEnvironment = { id: '12345678-9', tone: 'unknown', freshness: 'late' };
  expect(matches(bare, { ...ALL, outOfDate: true })).toBe(false);
  expect(matches(bare, { ...ALL, query: 'undefined' })).toBe(false);
  expect(matches(bare, { ...ALL, query: '12345678-9' })).toBe(true);
});

test.each<[string, Partial<BoardEnvironment>, string]>([
  ['name', { info: { ...environmentOf('abc', 'p'), name: 'billing' } }, 'billing'],
  ['project', { info: environmentOf('abc', 'q') }, 'project q'],
  ['mode', { info: { ...environmentOf('abc', 'p'), mode: 'PREVIEW' } }, 'preview'],
  ['organization', { info: { ...environmentOf('abc', 'p'), organizationName: 'Zeta' } }, 'zeta'],
  ['state', { status: { id: 'abc', state: 'STOP_QUEUED_NOW', lastDeploymentState: 'X' } }, 'stop queued now'],
  ['origin', { status: { id: 'abc', state: 'X', lastDeploymentState: 'X', origin: 'API' } }, 'api'],
])('matches finds a card by its %s', (_, part, query) => {
  expect(matches(SHOWN, { ...ALL, query })).toBe(false);
  expect(matches({ ...SHOWN, ...part }, { ...ALL, query })).toBe(true);
});

test('matches finds words within one field of a card, and not across two fields', () => {
  // A new object: the texts of a card are cached.
  const shown = { ...SHOWN };
  expect(matches(shown, { ...ALL, query: 'shop checkout build error git' })).toBe(true);
  for (const query of ['shopcheckout', 'error_git', 'builderror', 'build_error'])
    expect(matches(shown, { ...ALL, query })).toBe(false);
});

test('no filter shows every environment, also a snoozed one', () => {
  for (const one of [SHOWN, { ...SHOWN, isSnoozed: true }]) expect(matches(one, NO_FILTER)).toBe(true);
  expect(isFiltering(NO_FILTER)).toBe(false);
});

test('isFiltering is false when all filters are blank', () => {
  expect(isFiltering(ALL)).toBe(false);
  expect(isFiltering({ ...ALL, query: ' ' })).toBe(false);
  expect(isFiltering({ ...ALL, query: 'a' })).toBe(true);
  expect(isFiltering({ ...ALL, tones: ['ok'] })).toBe(true);
  expect(isFiltering({ ...ALL, outOfDate: true })).toBe(true);
  fc.assert(fc.property(anyWatched, (watched) => matches(watched, ALL)));
});

test('groupEnvironments keeps every environment once, in order, without an empty group', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom(...GROUPINGS), (watched, by) => {
      const groups = groupEnvironments(watched, by);
      expect(new Set(groups.flatMap(({ members }) => members))).toEqual(new Set(watched));
      expect(groups.reduce((sum, { members }) => sum + members.length, 0)).toBe(watched.length);
      const firsts = groups.map(({ members }) => watched.findIndex((one) => members.includes(one)));
      if (by !== 'mode') expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      expect(firsts).not.toContain(-1);
      for (const { key, members } of groups) {
        if (by === 'project') expect(members.every((one) => (one.info?.projectId ?? '') === key)).toBe(true);
      }
    }),
  );
});

test('a group has the name of its project', () => {
  expect(groupEnvironments([SHOWN], 'project')).toEqual([
    { key: 'p', title: 'Project p', members: [SHOWN], organization: 'Acme', worst: groupConditionOf([SHOWN]) },
  ]);
  expect(groupEnvironments([SHOWN], 'organization')[0]?.organization).toBeUndefined();
  expect(groupEnvironments([SHOWN], 'none')).toEqual([
    { key: 'all', title: '', members: [SHOWN], worst: groupConditionOf([SHOWN]) },
  ]);
});

const IN_CLUSTER = { ...environmentOf('abc', 'p'), clusterId: 'c', clusterName: 'Paris' };
test.each([
  ['project', 'p', 'Project p'],
  ['organization', 'o', 'Acme'],
  ['mode', 'PRODUCTION', 'PRODUCTION'],
  ['cluster', 'c', 'Paris'],
  ['tone', 'failing', 'failing'],
] as const)('a group by %s has a stable key, and the title that users know', (by, key, title) => {
  const one = { ...SHOWN, info: IN_CLUSTER };
  const calm = { ...one, tone: by === 'tone' ? ('failing' as const) : ('ok' as const) };
  expect(groupEnvironments([one, calm], by)).toMatchObject([{ key, title, members: [one, calm] }]);
});

test('groupEnvironments puts environments without a known group together, without a name', () => {
  const bare: BoardEnvironment = { id: '1', tone: 'unknown', freshness: 'late' };
  for (const by of ['project', 'organization', 'mode', 'cluster'] as const) {
    expect(groupEnvironments([bare, { ...SHOWN, info: { ...IN_CLUSTER } }], by).map(({ title }) => title)).toContain(
      '',
    );
    expect(groupEnvironments([bare], by)).toMatchObject([{ key: '', title: '', members: [bare] }]);
  }
});

test('groups of modes have a fixed order, for any order of the environments', () => {
  const inMode = (mode: string): BoardEnvironment => ({ ...SHOWN, info: { ...environmentOf('abc', 'p'), mode } });
  const modes = ['PREVIEW', 'A_NEW_MODE', 'DEVELOPMENT', 'PRODUCTION', 'STAGING'];
  expect(groupEnvironments(modes.map(inMode), 'mode').map(({ key }) => key)).toEqual([
    'PRODUCTION',
    'STAGING',
    'DEVELOPMENT',
    'PREVIEW',
    'A_NEW_MODE',
  ]);
});

test('a group has the first known name of its members', () => {
  const nameless = { ...SHOWN, info: { ...environmentOf('x', 'p'), projectName: '' } };
  expect(groupEnvironments([nameless, SHOWN], 'project')).toMatchObject([{ key: 'p', title: 'Project p' }]);
});

test('an empty board has no group', () => {
  for (const by of GROUPINGS) expect(groupEnvironments([], by)).toEqual([]);
});

test('isFolded is true for a collapsed key, and only on a grouped board', () => {
  const [group] = groupEnvironments([SHOWN], 'project');
  if (!group) throw new Error('no group');
  expect(isFolded(group, { group: 'project', collapsed: ['x', 'p'] })).toBe(true);
  expect(isFolded(group, { group: 'project', collapsed: ['x'] })).toBe(false);
  expect(isFolded(group, { group: 'none', collapsed: ['p'] })).toBe(false);
});

test('toggle adds a missing item at the end, and removes a present one', () => {
  expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggle(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
});

test('the counts of a summary add up to its total', () => {
  fc.assert(
    fc.property(anyBoard, (watched) => {
      const { total, counts, outOfDate, notReached, snoozed, tone } = summarize(watched);
      expect(total).toBe(watched.length);
      expect(Object.values(counts).reduce((sum, count) => sum + count, snoozed)).toBe(total);
      expect(Object.keys(counts)).toEqual([...TONES]);
      expect(Math.max(outOfDate, notReached)).toBeLessThanOrEqual(total);
      if (total > snoozed) expect(counts[tone]).toBeGreaterThan(0);
    }),
  );
  expect(summarize([SHOWN, { ...SHOWN, tone: 'ok', freshness: 'unreachable' }])).toMatchObject({
    total: 2,
    counts: { failing: 1, ok: 1 },
    outOfDate: 2,
    notReached: 1,
    snoozed: 0,
    tone: 'failing',
  });
  expect(summarize([{ ...SHOWN, isSnoozed: true }, SHOWN, { ...SHOWN, isSnoozed: false }]).snoozed).toBe(1);
});

test('each count of a summary is the number of environments that its filter shows, and that the title counts', () => {
  fc.assert(
    fc.property(anyBoard, (watched) => {
      const { counts, outOfDate, snoozed, notReached } = summarize(watched);
      const shown = (filter: Partial<Filter>) => watched.filter((one) => matches(one, { ...ALL, ...filter })).length;
      for (const tone of TONES) expect(shown({ tones: [tone] })).toBe(counts[tone]);
      if (outOfDate > 0) expect(shown({ outOfDate: true })).toBe(outOfDate);
      expect(shown({ snoozed: true })).toBe(snoozed);
      expect(headlineOf(watched)).toMatchObject({ failing: counts.failing, warning: counts.warning, notReached });
    }),
  );
});

test('a snoozed environment is in the group of the snoozed, and in no group of a tone', () => {
  const groups = groupEnvironments(
    [
      { ...SHOWN, isSnoozed: true },
      { ...SHOWN, tone: 'ok' },
    ],
    'tone',
  );
  expect(groups.map(({ key, title, members }) => [key, title, members.length])).toEqual([
    ['snoozed', 'snoozed', 1],
    ['ok', 'ok', 1],
  ]);
});

const DEPLOYED: BoardEnvironment = {
  id: 'd',
  tone: 'ok',
  freshness: 'fresh',
  status: { id: 'd', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' },
};
const UNCHECKED: BoardEnvironment = { id: 'u', tone: 'unknown', freshness: 'late' };
const REFUSED: BoardEnvironment = { ...UNCHECKED, failure: { kind: 'denied' } };
test.each<[string, readonly BoardEnvironment[]]>([
  ['Not checked yet.', [UNCHECKED, UNCHECKED]],
  ['2 unknown.', [REFUSED, UNCHECKED]],
  ['None failing, 2 unknown.', [DEPLOYED, REFUSED, UNCHECKED]],
  ['1 of 2 failing, 1 unknown.', [SHOWN, REFUSED]],
  [
    '2 not reached.',
    [1, 2].map((): BoardEnvironment => ({ ...UNCHECKED, freshness: 'unreachable', failure: { kind: 'offline' } })),
  ],
  ['Deployed.', [DEPLOYED]],
  ['All 2 deployed.', [DEPLOYED, DEPLOYED]],
  ['1 of 2 failing.', [SHOWN, DEPLOYED]],
  ['None failing, 1 queued.', [DEPLOYED, { ...DEPLOYED, tone: 'queued' }]],
  [
    'None failing, 1 in progress, 1 queued.',
    [
      { ...DEPLOYED, tone: 'busy' },
      { ...DEPLOYED, tone: 'queued' },
    ],
  ],
  ['None failing, 1 snoozed.', [DEPLOYED, { ...SHOWN, isSnoozed: true }]],
  ['1 snoozed.', [{ ...SHOWN, isSnoozed: true }]],
  [
    'All 2 deployed, 1 not reached, 1 out of date.',
    [
      { ...SHOWN, tone: 'ok' },
      { ...DEPLOYED, freshness: 'unreachable' },
    ],
  ],
])('the sentence of a board is %j', (text, board) => {
  expect(summaryText(summarize(board))).toBe(text);
});

test('summarize returns idle for a board whose environments are all snoozed, whatever their tones', () => {
  const snoozed = { ...SHOWN, isSnoozed: true };
  expect(summarize([snoozed, { ...snoozed, tone: 'busy' }])).toMatchObject({ tone: 'idle', snoozed: 2 });
  expect(summarize([snoozed, { ...SHOWN, tone: 'busy' }])).toMatchObject({ tone: 'busy', snoozed: 1 });
});

test('summarize returns unknown for an empty board, never ok', () => {
  expect(summarize([])).toMatchObject({ total: 0, outOfDate: 0, notReached: 0, tone: 'unknown' });
});
