import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES } from '#domain/environment/tone.ts';
import { sortEnvironments } from '#domain/view/sort.ts';

const SORTS = ['attention', 'name', 'deployed', 'manual'] as const;

type Said = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly mode?: string;
  readonly tone?: BoardEnvironment['tone'];
  readonly freshness?: BoardEnvironment['freshness'];
  readonly at?: number | undefined;
  readonly configuration?: string | undefined;
};
const watch = ({
  id,
  name,
  mode = '',
  tone = 'ok',
  freshness = 'fresh',
  at,
  configuration,
}: Said): BoardEnvironment => ({
  id,
  tone,
  freshness,
  status: { id, state: 'X', lastDeploymentState: 'X', lastDeploymentAt: at, configuration },
  info:
    name === undefined
      ? undefined
      : { id, name, mode, projectId: 'p', projectName: 'p', organizationId: 'o', organizationName: 'o' },
});
const anyWatched: fc.Arbitrary<BoardEnvironment> = fc
  .record({
    id: fc.uuid(),
    name: fc.option(fc.constantFrom('api', 'API', 'pr-2', 'pr-10'), { nil: undefined }),
    mode: fc.constantFrom('PRODUCTION', 'PREVIEW'),
    tone: fc.constantFrom(...TONES),
    freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const, 'kept' as const),
    at: fc.option(fc.nat(3), { nil: undefined }),
    configuration: fc.option(fc.constantFrom('UP_TO_DATE', 'OUT_OF_DATE'), { nil: undefined }),
  })
  .map(watch);
const anyBoard = fc.uniqueArray(anyWatched, { selector: ({ id }) => id });
const order = (watched: readonly BoardEnvironment[], sort: (typeof SORTS)[number]) =>
  sortEnvironments(watched, sort).map(({ id }) => id);

test('every sort is total: the order of the input does not matter', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom('attention', 'name', 'deployed'), fc.nat(), (watched, sort, turn) => {
      const at = watched.length === 0 ? 0 : turn % watched.length;
      const turned = [...watched.slice(at), ...watched.slice(0, at)];
      expect(order(turned, sort)).toEqual(order(watched, sort));
      expect(order(watched.toReversed(), sort)).toEqual(order(watched, sort));
    }),
  );
});

test('sortEnvironments keeps all environments, is idempotent, and does not change its input', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom(...SORTS), (watched, sort) => {
      const before = [...watched];
      const once = sortEnvironments(watched, sort);
      expect(sortEnvironments(once, sort)).toEqual(once);
      expect(new Set(once)).toEqual(new Set(watched));
      expect(watched).toEqual(before);
    }),
  );
});

test('manual is the order of the pins', () => {
  const watched = [watch({ id: 'b' }), watch({ id: 'a' })];
  expect(sortEnvironments(watched, 'manual')).toBe(watched);
});

test('the sort by attention puts urgent environments first', () => {
  const watched = [
    watch({ id: 'idle', tone: 'idle' }),
    watch({ id: 'ok' }),
    watch({ id: 'out of date', configuration: 'OUT_OF_DATE' }),
    watch({ id: 'not reached', freshness: 'unreachable', name: 'not reached' }),
    watch({ id: 'queued', tone: 'queued' }),
    watch({ id: 'busy', tone: 'busy' }),
    watch({ id: 'warning', tone: 'warning' }),
    watch({ id: 'failing', tone: 'failing', freshness: 'unreachable' }),
  ];
  expect(order(watched, 'attention')).toEqual(watched.map(({ id }) => id).reverse());
});

test('production comes first within a rank, then the latest change, then the name with numbers as numbers', () => {
  const tone = 'failing';
  const watched = [
    watch({ id: '5', tone, name: 'pr-10' }),
    watch({ id: '4', tone, name: 'pr-2' }),
    watch({ id: '3', tone, name: 'x', at: 1 }),
    watch({ id: '2', tone, name: 'x', at: 2 }),
    watch({ id: '1', tone, name: 'z', mode: 'PRODUCTION' }),
  ];
  expect(order(watched, 'attention')).toEqual(['1', '2', '3', '4', '5']);
  expect(order(watched, 'deployed')).toEqual(['2', '3', '4', '5', '1']);
  expect(order(watched, 'name')).toEqual(['4', '5', '2', '3', '1']);
});

const at = (id: string, part: Partial<BoardEnvironment>): BoardEnvironment => ({
  id,
  tone: 'ok',
  freshness: 'fresh',
  ...part,
});
const environmentOf = (id: string, part: Partial<NonNullable<BoardEnvironment['info']>>) => ({
  id,
  name: 'x',
  mode: '',
  projectId: 'p',
  projectName: 'p',
  organizationId: 'o',
  organizationName: 'o',
  ...part,
});
const statusOf = (id: string, part: Partial<NonNullable<BoardEnvironment['status']>>) => ({
  id,
  state: 'X',
  lastDeploymentState: 'X',
  ...part,
});
const idsOf = (watched: readonly BoardEnvironment[]) => watched.map(({ id }) => id);

test('production comes first only within a rank, never before a more urgent environment', () => {
  const failing = at('staging', { tone: 'failing', info: environmentOf('staging', { mode: 'STAGING' }) });
  const warning = at('live', { tone: 'warning', info: environmentOf('live', { mode: 'PRODUCTION' }) });
  expect(idsOf(sortEnvironments([warning, failing], 'attention'))).toEqual(['staging', 'live']);
});

test('a stuck environment comes after failing and warning ones, and a snoozed one last', () => {
  const inOrder = [
    at('a', { tone: 'failing' }),
    at('b', { tone: 'warning' }),
    at('d', { tone: 'busy', isStuck: true }),
    at('c', { tone: 'busy' }),
    at('e', { tone: 'ok', status: statusOf('e', { configuration: 'OUT_OF_DATE' }) }),
    at('f', { tone: 'ok' }),
    at('g', { tone: 'idle' }),
    at('h', { tone: 'failing', isSnoozed: true }),
  ];
  expect(idsOf(sortEnvironments(inOrder.toReversed(), 'attention'))).toEqual(idsOf(inOrder));
  expect(idsOf(sortEnvironments(inOrder, 'attention', true))).toEqual(idsOf(inOrder.toReversed()));
});

test('a failing environment stays as urgent when it is stuck, out of date or unreachable', () => {
  const status = statusOf('a', { configuration: 'OUT_OF_DATE' });
  const worst = at('a', { tone: 'failing', isStuck: true, freshness: 'unreachable', status });
  expect(idsOf(sortEnvironments([at('b', { tone: 'warning' }), worst], 'attention'))).toEqual(['a', 'b']);
});

test('the sort by mode uses the order of modes, with unknown modes last', () => {
  // An environment without a reading is as unknown as one with an unknown mode. Without a name it is the last of them.
  const modes = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW', 'TOMORROW'];
  // The ids are in the reverse order, which sorts equals.
  const inOrder = modes.map((mode, n) => at(`${9 - n}`, { info: environmentOf(`${9 - n}`, { mode }) }));
  const nameless = at('1', {});
  expect(idsOf(sortEnvironments([nameless, ...inOrder.toReversed()], 'mode'))).toEqual(['9', '8', '7', '6', '5', '1']);
});

test.each([
  ['configuration', (word: string) => ({ status: statusOf('x', { configuration: word }) })],
  ['origin', (word: string) => ({ status: statusOf('x', { origin: word }) })],
  ['cluster', (word: string) => ({ info: environmentOf('x', { clusterName: word }) })],
] as const)('%s is sorted as people count, and what is not known comes last', (sort, part) => {
  const watched = [at('d', {}), at('b', part('z2')), at('c', part('z10')), at('e', {}), at('a', part('z1'))];
  const known = ['a', 'b', 'c', 'd', 'e'];
  expect(idsOf(sortEnvironments(watched, sort))).toEqual(known);
  expect(idsOf(sortEnvironments(watched.toReversed(), sort))).toEqual(known);
});

test('the longest duration and the oldest state come first, unknown values last', () => {
  const watched = [
    at('none', {}),
    at('short', { since: 30, status: statusOf('x', { durationSeconds: 1 }) }),
    at('long', { since: 10, status: statusOf('x', { durationSeconds: 90 }) }),
    at('zero', { since: 20, status: statusOf('x', { durationSeconds: 0 }) }),
  ];
  expect(idsOf(sortEnvironments(watched, 'duration'))).toEqual(['long', 'short', 'zero', 'none']);
  expect(idsOf(sortEnvironments(watched, 'since'))).toEqual(['long', 'zero', 'short', 'none']);
});

test('equal names are sorted by project, then by id', () => {
  const named = (id: string, projectName: string) => at(id, { info: environmentOf(id, { projectName }) });
  const watched = [named('3', 'web'), named('2', 'web'), named('1', 'zoo'), named('4', 'api')];
  expect(idsOf(sortEnvironments(watched, 'name'))).toEqual(['4', '2', '3', '1']);
});

test('environments without a project or a status come after the others', () => {
  const label = 'same';
  const placed = at('1', { label, info: environmentOf('1', { projectName: 'web' }) });
  const deployed = at('0', { label: 'other', status: statusOf('0', { lastDeploymentAt: 5 }) });
  const watched = [placed, at('2', { label }), deployed];
  expect(idsOf(sortEnvironments(watched, 'name'))).toEqual(['0', '1', '2']);
  expect(idsOf(sortEnvironments(watched, 'deployed'))).toEqual(['0', '1', '2']);
});

test('environments without a name come last, in the order of their ids', () => {
  const named = at('1', { info: environmentOf('1', { name: 'zebra' }) });
  const watched = [at('4', {}), at('3', {}), named, at('2', { label: 'zulu' })];
  expect(idsOf(sortEnvironments(watched, 'name'))).toEqual(['1', '2', '3', '4']);
  expect(idsOf(sortEnvironments(watched, 'attention'))).toEqual(['1', '2', '3', '4']);
});

test('names are sorted by collation after any earlier sort', () => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
      const watched = names.map((name, id) => watch({ id: String(id), name }));
      const inOrder = sortEnvironments(watched, 'name').map(({ info }) => info?.name ?? '');
      for (const [at, name] of inOrder.slice(1).entries())
        expect(compare(inOrder[at] ?? '', name)).toBeLessThanOrEqual(0);
    }),
  );
});

test('names that compare as equal are sorted by project, then by id', () => {
  const inProject = (id: string, name: string, projectName: string) =>
    at(id, { info: environmentOf(id, { name, projectName }) });
  const watched = [inProject('1', 'pr-1', 'z'), inProject('2', 'pr-01', 'a'), inProject('3', 'pr-1', 'a')];
  expect(order(watched, 'name')).toEqual(['2', '3', '1']);
});
