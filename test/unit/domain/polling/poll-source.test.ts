import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Directory } from '#domain/environment/directory.ts';
import {
  environmentSource,
  mergeSources,
  type PollSource,
  pinnedEnvironments,
  reusePinned,
  sourcesOf,
  withoutPartial,
} from '#domain/polling/poll-source.ts';

const directoryOf = (projects: Readonly<Record<string, string>>): Directory =>
  new Map(
    Object.entries(projects).map(([id, projectId]) => [
      id,
      { id, name: id, mode: '', projectId, projectName: projectId, organizationId: 'o', organizationName: 'o' },
    ]),
  );
const DIRECTORY = directoryOf({ a: 'p', b: 'p', c: 'q', d: 'p' });
const pinnedAs = (ids: readonly string[]) => ids.map((id) => ({ id }));
const keysOf = (ids: readonly string[], sparse: readonly string[] = []) =>
  withoutPartial(sourcesOf(pinnedAs(ids), [], DIRECTORY), new Set(sparse)).map(({ key }) => key);

test('a project is one source when two of its environments are pinned, and single environments are sources of their own', () => {
  expect(keysOf(['a', 'x', 'b', 'c', 'y'])).toEqual(['project:p', 'environment:x', 'environment:y', 'environment:c']);
  expect(keysOf(['a'])).toEqual(['environment:a']);
  expect(keysOf([])).toEqual([]);
});

test('a project becomes single environments when its answers are partial', () => {
  expect(keysOf(['a', 'b', 'c'], ['p'])).toEqual(['environment:a', 'environment:b', 'environment:c']);
});

test('other sources stay unchanged when the answers of one project are partial', () => {
  const sources = sourcesOf(pinnedAs(['a', 'b', 'c', 'x']), ['q'], DIRECTORY);
  const [ofP, ofQ, single] = sources;
  expect([ofP?.key, ofQ?.key, single?.key]).toEqual(['project:p', 'project:q', 'environment:x']);
  expect(withoutPartial(sources, new Set(['q', 'x']))).toEqual([
    ofP,
    { key: 'environment:c', kind: 'environment', id: 'c', environmentIds: ['c'], organizationId: 'o', projectId: 'q' },
    single,
  ]);
});

test('a list without partial answers stays the same list', () => {
  const sources = sourcesOf(pinnedAs(['a', 'b', 'c']), [], DIRECTORY);
  expect(withoutPartial(sources, new Set())).toBe(sources);
  expect(withoutPartial(sources, new Set(['c'])), 'an environment of that id').toEqual(sources);
});

test('the environments of a project with partial answers keep its rank', () => {
  const [project] = sourcesOf(pinnedAs(['a', 'b']), [], DIRECTORY);
  if (!project) throw new Error('no project');
  const split = (one: PollSource) => withoutPartial([one], new Set(['p'])).map(({ id, rank }) => ({ id, rank }));
  expect(split({ ...project, rank: 'shared' })).toEqual([
    { id: 'a', rank: 'shared' },
    { id: 'b', rank: 'shared' },
  ]);
  expect(split(project)).toEqual([
    { id: 'a', rank: undefined },
    { id: 'b', rank: undefined },
  ]);
  expect(withoutPartial([{ ...project, rank: 'shared' }], new Set(['p']))[0]).toEqual({
    ...environmentSource('a'),
    rank: 'shared',
    organizationId: 'o',
    projectId: 'p',
  });
});

test('a project whose environments the directory does not know names no organization', () => {
  expect(sourcesOf([{ id: 'new', pinnedBy: 'p' }], ['p'], DIRECTORY)).toEqual([
    { key: 'project:p', kind: 'project', id: 'p', environmentIds: ['new'] },
  ]);
});

test('a source names the organization that the directory knows, and a single environment names its project', () => {
  const [ofP, lone, unknown] = sourcesOf(pinnedAs(['a', 'b', 'c', 'x']), [], DIRECTORY);
  expect(ofP).toMatchObject({ key: 'project:p', organizationId: 'o' });
  expect(lone).toMatchObject({ key: 'environment:c', organizationId: 'o', projectId: 'q' });
  expect(unknown).toEqual({ key: 'environment:x', kind: 'environment', id: 'x', environmentIds: ['x'] });
  const merged = mergeSources([
    { ...environmentSource('c'), rank: 'shared' },
    ...sourcesOf(pinnedAs(['c']), [], DIRECTORY),
  ]);
  expect(merged).toMatchObject([{ organizationId: 'o' }]);
});

test('sourcesOf covers every environment exactly once', () => {
  const anyId = fc.constantFrom(...'abcdefghij');
  const anyProject = fc.constantFrom('p', 'q', 'r');
  fc.assert(
    fc.property(
      fc.uniqueArray(anyId),
      fc.dictionary(anyId, anyProject),
      fc.uniqueArray(anyProject),
      (ids, projects, sparse) => {
        const sources = withoutPartial(sourcesOf(pinnedAs(ids), [], directoryOf(projects)), new Set(sparse));
        expect(sources.flatMap(({ environmentIds }) => environmentIds).sort()).toEqual([...ids].sort());
        expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
        expect(sources.length).toBeLessThanOrEqual(ids.length);
        for (const { kind, id, environmentIds } of sources) {
          if (kind === 'environment') expect(environmentIds).toEqual([id]);
          else expect(environmentIds.every((one) => projects[one] === id)).toBe(true);
        }
      },
    ),
  );
});

test('a pinned project is one source with any number of environments', () => {
  const sources = sourcesOf([{ id: 'c', pinnedBy: 'q' }, { id: 'x' }], ['q', 'empty'], DIRECTORY);
  expect(sources.map(({ key, environmentIds }) => [key, environmentIds])).toEqual([
    ['project:q', ['c']],
    ['environment:x', ['x']],
    ['project:empty', []],
  ]);
});

test('mergeSources returns one source when several tabs need the same one', () => {
  const ofTwo = mergeSources([
    ...sourcesOf(pinnedAs(['a', 'b']), [], DIRECTORY),
    ...sourcesOf(pinnedAs(['b', 'd']), [], DIRECTORY),
  ]);
  expect(ofTwo.map(({ key, environmentIds }) => [key, environmentIds])).toEqual([['project:p', ['a', 'b', 'd']]]);
});

const KNOWN = { directory: DIRECTORY, members: {} };
const pinned = (pins: Parameters<typeof pinnedEnvironments>[0], hidden: string[] = [], known = KNOWN) =>
  pinnedEnvironments(pins, hidden, known);

test('pinnedEnvironments returns the members of pinned projects once, in the order of the pins', () => {
  expect(
    pinned([
      { kind: 'environment', id: 'b' },
      { kind: 'project', id: 'p' },
    ]),
  ).toEqual([{ id: 'b' }, { id: 'a', pinnedBy: 'p' }, { id: 'd', pinnedBy: 'p' }]);
  expect(
    pinned([
      { kind: 'project', id: 'unknown' },
      { kind: 'environment', id: 'x' },
    ]),
  ).toEqual([{ id: 'x' }]);
  expect(pinned([])).toEqual([]);
});

test('an environment keeps the place of its own pin when a project before it contains it', () => {
  expect(
    pinned([
      { kind: 'project', id: 'p' },
      { kind: 'environment', id: 'a' },
    ]),
  ).toEqual([{ id: 'b', pinnedBy: 'p' }, { id: 'd', pinnedBy: 'p' }, { id: 'a' }]);
});

test('an environment belongs to the first pinned project when two contain it', () => {
  const known = { directory: DIRECTORY, members: { p: { a: null, b: null }, q: { b: null, c: null } } };
  const projects = ['p', 'q'].map((id) => ({ kind: 'project' as const, id }));
  expect(pinned(projects, [], known)).toEqual([
    { id: 'a', pinnedBy: 'p' },
    { id: 'b', pinnedBy: 'p' },
    { id: 'c', pinnedBy: 'q' },
  ]);
});

test('the members of a project’s last answer, vanished ones included, take precedence over the directory', () => {
  const heard = { directory: DIRECTORY, members: { p: { a: null, new: null, b: 5 } } };
  expect(pinned([{ kind: 'project', id: 'p' }], [], heard).map(({ id }) => id)).toEqual(['a', 'new', 'b']);
});

test('a hidden environment is left out of its project’s pin, and not of its own pin', () => {
  const hidden = ['a', 'b'];
  expect(pinned([{ kind: 'project', id: 'p' }], hidden).map(({ id }) => id)).toEqual(['d']);
  expect(pinned([{ kind: 'environment', id: 'a' }], hidden)).toEqual([{ id: 'a' }]);
});

test('mergeSources keeps different sources, and returns none for none', () => {
  const [a, b] = [environmentSource('a'), environmentSource('b')];
  expect(mergeSources([a, b, a])).toEqual([a, b]);
  expect(mergeSources([])).toEqual([]);
});

test.each<[PollSource['rank'][], PollSource['rank']]>([
  [['shared'], 'shared'],
  [['unknown', 'unknown'], 'unknown'],
  [['unknown', 'shared', 'unknown'], 'shared'],
  [['shared', undefined], undefined],
  [[undefined, 'unknown'], undefined],
  [[undefined], undefined],
])('mergeSources gives the tabs’ ranks %j the highest of them, %s', (ranks, expected) => {
  const [merged] = mergeSources(ranks.map((rank) => ({ ...environmentSource('a'), rank })));
  expect(merged?.rank).toBe(expected);
  expect(merged?.environmentIds).toEqual(['a']);
});

test('reusePinned returns the former list when both are equal, and else the new one', () => {
  const before = [{ id: 'a' }, { id: 'b', pinnedBy: 'p' }];
  expect(reusePinned(before, [...before])).toBe(before);
  for (const after of [
    before.slice(0, 1),
    [...before, { id: 'c' }],
    before.toReversed(),
    [{ id: 'a' }, { id: 'b', pinnedBy: 'q' }],
    [{ id: 'x' }, { id: 'b', pinnedBy: 'p' }],
    [],
  ]) {
    expect(reusePinned(before, after)).toBe(after);
    expect(reusePinned(after, before)).toBe(before);
  }
});
