import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Directory } from '#domain/directory.ts';
import { pinnedEnvironmentIds, sourcesOf } from '#domain/source.ts';

const directoryOf = (projects: Readonly<Record<string, string>>): Directory =>
  new Map(
    Object.entries(projects).map(([id, projectId]) => [
      id,
      { id, name: id, mode: '', projectId, projectName: projectId, organizationId: 'o', organizationName: 'o' },
    ]),
  );
const DIRECTORY = directoryOf({ a: 'p', b: 'p', c: 'q', d: 'p' });
const keysOf = (ids: readonly string[], sparse: readonly string[] = []) =>
  sourcesOf(ids, DIRECTORY, new Set(sparse)).map(({ key }) => key);

test('a project with two pins is asked as a whole, one pin or an unknown one singly', () => {
  expect(keysOf(['a', 'x', 'b', 'c', 'y'])).toEqual(['project:p', 'environment:x', 'environment:y', 'environment:c']);
  expect(keysOf(['a'])).toEqual(['environment:a']);
  expect(keysOf([])).toEqual([]);
});

test('a project that answers sparsely is asked one by one', () => {
  expect(keysOf(['a', 'b', 'c'], ['p'])).toEqual(['environment:a', 'environment:b', 'environment:c']);
});

test('every environment is covered exactly once', () => {
  const anyId = fc.constantFrom(...'abcdefghij');
  const anyProject = fc.constantFrom('p', 'q', 'r');
  fc.assert(
    fc.property(
      fc.uniqueArray(anyId),
      fc.dictionary(anyId, anyProject),
      fc.uniqueArray(anyProject),
      (ids, projects, sparse) => {
        const sources = sourcesOf(ids, directoryOf(projects), new Set(sparse));
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

test('project pins expand to what is known of them, each environment once and in the order of the pins', () => {
  const pinned = (...pins: Parameters<typeof pinnedEnvironmentIds>[0]) => pinnedEnvironmentIds(pins, DIRECTORY);
  expect(pinned({ kind: 'environment', id: 'b' }, { kind: 'project', id: 'p' })).toEqual(['b', 'a', 'd']);
  expect(pinned({ kind: 'project', id: 'unknown' }, { kind: 'environment', id: 'x' })).toEqual(['x']);
  expect(pinned()).toEqual([]);
});
