import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { buildIndex, type PickerRow, type Project, pastedRows, pinKey } from '#domain/picker/picker-index.ts';
import { searchPicker } from '#domain/picker/picker-search.ts';
import {
  anchoredAt,
  extendedTo,
  keysOnBoard,
  NOTHING_CHOSEN,
  pinsToAdd,
  steppedFrom,
  toggledAt,
} from '#domain/picker/picker-selection.ts';

const uuid = (number: number): string => `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

function environment(number: number, name: string, project: string, mode = 'PREVIEW'): EnvironmentInfo {
  return {
    id: uuid(number),
    name,
    mode,
    projectId: `id of ${project}`,
    projectName: project,
    organizationId: 'o',
    organizationName: 'Acme',
  };
}
const SHOP = [
  environment(1, 'pr-12', 'storefront'),
  environment(2, 'pr-2', 'storefront'),
  environment(3, 'staging', 'storefront', 'STAGING'),
  environment(4, 'production', 'storefront', 'PRODUCTION'),
  environment(5, 'store-copy', 'payments', 'DEVELOPMENT'),
  environment(6, 'backstore', 'analytics', 'SOMETHING_NEW'),
];
const EMPTY: Project = { id: 'id of empty', name: 'empty', organizationName: 'Acme' };
const INDEX = buildIndex(SHOP, [EMPTY]);
const NONE: ReadonlySet<string> = new Set();

const text = (row: PickerRow): string => {
  if (row.kind === 'project') return `# ${row.project.name} ${row.total}`;
  return row.environment?.name ?? '?';
};
const found = (query: string): readonly string[] => searchPicker(INDEX, query).map(text);

test('searchPicker returns all rows by project, production first, with empty projects, when there is no query', () => {
  expect(found('')).toEqual([
    '# analytics 1',
    'backstore',
    '# empty 0',
    '# payments 1',
    'store-copy',
    '# storefront 4',
    'production',
    'staging',
    'pr-2',
    'pr-12',
  ]);
});

test('searchPicker ranks the start of the name first, then the start of a word, then any position', () => {
  expect(found('store').filter((line) => line.startsWith('#'))).toEqual([
    '# payments 1',
    '# storefront 4',
    '# analytics 1',
  ]);
});

test('searchPicker puts the best match first within a project', () => {
  const names = ['backstore', 'the store', 'backstore-store', 'store'];
  const index = buildIndex(
    names.map((name, at) => environment(at, name, 'shop')),
    [],
  );
  expect(searchPicker(index, 'store').map(text).slice(1)).toEqual([
    'store',
    ...['backstore-store', 'the store'],
    'backstore',
  ]);
});

test('searchPicker finds an id by at least its first four characters', () => {
  const id = 'abcd0000-0000-4000-8000-000000000000';
  const index = buildIndex([{ ...environment(1, 'x', 'y'), id }], []);
  expect(searchPicker(index, 'abcd')).toHaveLength(2);
  expect(searchPicker(index, 'abc')).toEqual([]);
  expect(searchPicker(index, 'bcd0')).toEqual([]);
});

test('searchPicker finds names with and without accents', () => {
  const index = buildIndex([environment(1, 'München', 'shop'), environment(2, 'munchen', 'shop')], []);
  expect(searchPicker(index, 'muNCHen').map(text)).toEqual(['# shop 2', 'munchen', 'München']);
});

test.each([
  ['prod STORE', ['# storefront 4', 'production']],
  ['acme / storefront / pr', ['# storefront 4', 'production', 'pr-2', 'pr-12']],
  ['development', ['# payments 1', 'store-copy']],
  ['00000005', ['# payments 1', 'store-copy']],
  ['empty', ['# empty 0']],
  ['5', []],
  ['storefront nowhere', []],
])('searchPicker for %j returns %j', (query, lines) => {
  expect(found(query)).toEqual(lines);
});

test('pastedRows returns the environment or project of a pasted pin when it is known', () => {
  const known = uuid(900);
  const index = buildIndex([...SHOP, { ...environment(7, 'qa', 'search'), projectId: known }], []);
  const rows = pastedRows(index, [
    { kind: 'environment', id: uuid(4) },
    { kind: 'environment', id: uuid(99) },
    { kind: 'environment', id: known },
    { kind: 'project', id: known },
  ]);
  expect(rows.map(({ environment: one, project, pin }) => [one?.name, project?.project.name, pin.kind])).toEqual([
    ['production', undefined, 'environment'],
    [undefined, undefined, 'environment'],
    [undefined, 'search', 'project'],
  ]);
});

const anyEnvironment: fc.Arbitrary<EnvironmentInfo> = fc
  .record({
    number: fc.integer({ min: 0, max: 400 }),
    name: fc.constantFrom('production', 'staging', 'pr-1', 'store', 'Ünï', ''),
    project: fc.constantFrom('storefront', 'payments', ''),
    mode: fc.constantFrom('PRODUCTION', 'PREVIEW', 'NEW'),
  })
  .map(({ number, name, project, mode }) => environment(number, name, project, mode));
const anyDirectory = fc.uniqueArray(anyEnvironment, { selector: ({ id }) => id });
const anyQuery = fc.oneof(
  fc.string(),
  fc.constantFrom('s', 'store', 'pr', 'prod acme', 'front /', 'STAGING', '0000', '-'),
);

test('searchPicker returns every environment once, under its project, for an empty query', () => {
  fc.assert(
    fc.property(anyDirectory, (environments) => {
      let heading = '';
      const listed = searchPicker(buildIndex(environments, []), ' ').flatMap((row) => {
        if (row.kind === 'project') heading = row.project.id;
        if (row.kind !== 'environment') return [];
        expect(row.environment.projectId).toBe(heading);
        return [row.environment.id];
      });
      expect([...listed].sort()).toEqual(environments.map(({ id }) => id).sort());
    }),
  );
});

test('searchPicker returns fewer rows with unique keys when the query is longer, and no project without a match', () => {
  fc.assert(
    fc.property(anyDirectory, anyQuery, anyQuery, (environments, query, more) => {
      const index = buildIndex(environments, []);
      const keys = searchPicker(index, query).map(({ key }) => key);
      const fewer = searchPicker(index, `${query} ${more}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(fewer.every(({ key }) => keys.includes(key))).toBe(true);
      fewer.forEach((row, at) => {
        if (row.kind === 'project') expect(fewer[at + 1]?.kind).toBe('environment');
      });
    }),
  );
});

const ROWS = searchPicker(INDEX, '');
const anyRow = fc.constantFrom(...ROWS);

test('toggledAt chooses a row and removes it again, and ignores rows on the board', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyRow, (before, row) => {
      const start = before.reduce((selection, one) => toggledAt(selection, one, NONE), NOTHING_CHOSEN);
      const twice = toggledAt(toggledAt(start, row, NONE), row, NONE);
      expect([...twice.chosen.keys()].sort()).toEqual([...start.chosen.keys()].sort());
      expect(toggledAt(start, row, new Set([row.key])).chosen).toEqual(start.chosen);
    }),
  );
});

test('extendedTo chooses the environments between both ends, in either direction, and can shrink the range', () => {
  fc.assert(
    fc.property(anyRow, anyRow, anyRow, (from, far, to) => {
      const start = anchoredAt(NOTHING_CHOSEN, from.key);
      const wide = extendedTo(start, ROWS, far.key, NONE);
      const range = extendedTo(wide, ROWS, to.key, NONE);
      const ends = [ROWS.indexOf(from), ROWS.indexOf(to)].sort((a, b) => a - b);
      const between = ROWS.filter((row, at) => row.kind !== 'project' && at >= (ends[0] ?? 0) && at <= (ends[1] ?? 0));
      expect([...range.chosen.keys()].sort()).toEqual(between.map(({ key }) => key).sort());
    }),
  );
});

test('extendedTo ignores rows on the board, and keeps the earlier choice', () => {
  const rows = searchPicker(INDEX, 'storefront');
  const [, first, second, third] = rows;
  const earlier = toggledAt(NOTHING_CHOSEN, { kind: 'pasted', key: 'x', pin: { kind: 'environment', id: 'x' } }, NONE);
  const range = extendedTo(anchoredAt(earlier, first?.key ?? ''), rows, third?.key ?? '', new Set([second?.key ?? '']));
  expect([...range.chosen.keys()]).toEqual(['x', first?.key, third?.key]);
});

test('keysOnBoard returns pins and the environments of pinned projects that are not hidden', () => {
  const pins: readonly Pin[] = [
    { kind: 'project', id: 'id of storefront', label: 'Shop' },
    { kind: 'environment', id: uuid(2) },
  ];
  const keys = keysOnBoard(pins, [uuid(1), uuid(2)], SHOP);
  expect(SHOP.filter(({ id }) => keys.has(pinKey({ kind: 'environment', id }))).map(({ name }) => name)).toEqual([
    'pr-2',
    'staging',
    'production',
  ]);
  expect(keys.has('project:id of storefront')).toBe(true);
});

test('pinsToAdd returns new pins, and never both a project and one of its environments', () => {
  const projectOf = (id: string) => SHOP.find((one) => one.id === id)?.projectId;
  fc.assert(
    fc.property(fc.array(anyRow), fc.array(anyRow), (chosen, pinned) => {
      const selection = new Map(chosen.map(({ key, pin }) => [key, pin]));
      const onBoard = new Set(pinned.map(({ key }) => key));
      const added = pinsToAdd(selection, onBoard, projectOf);
      const keys = new Set(added.map(pinKey));
      expect(keys.size).toBe(added.length);
      for (const pin of added) {
        expect(onBoard.has(pinKey(pin))).toBe(false);
        const project = pin.kind === 'environment' ? projectOf(pin.id) : undefined;
        expect(keys.has(`project:${project}`)).toBe(false);
      }
      for (const { key, pin } of chosen) {
        const project = pin.kind === 'environment' ? projectOf(pin.id) : undefined;
        expect(keys.has(key) || onBoard.has(key) || selection.has(`project:${project}`)).toBe(true);
      }
    }),
  );
});

test('steppedFrom never leaves the list', () => {
  const step = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom('first' as const, 'last' as const));
  fc.assert(
    fc.property(fc.nat(50), step, fc.integer({ min: 1, max: 50 }), (at, by, length) => {
      const to = steppedFrom(Math.min(at, length - 1), by, length);
      expect(to >= 0 && to < length).toBe(true);
    }),
  );
  expect(steppedFrom(0, 1, 0)).toBe(0);
});
