import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

/** Rooms of `src/data/` and what each may import, beside the layers below and the files at the root of `data/`. */
const DATA = {
  tabs: [],
  preferences: [],
  boards: ['preferences'],
  directory: [],
  readings: ['preferences'],
  history: ['preferences', 'readings'],
  versions: ['history', 'readings'],
  polling: ['readings', 'tabs', 'preferences'],
  tokens: ['directory', 'polling', 'readings'],
  environments: ['boards', 'directory', 'history', 'polling', 'readings', 'preferences'],
  activity: ['history', 'polling', 'readings'],
  connection: [
    'boards',
    'directory',
    'environments',
    'history',
    'polling',
    'preferences',
    'readings',
    'tabs',
    'tokens',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Rooms of `src/domain/`, the same way. */
const DOMAIN = {
  environment: [],
  tokens: ['environment'],
  board: ['environment', 'tokens'],
  polling: ['environment', 'board'],
  picker: ['environment', 'board'],
  view: ['environment', 'board'],
  versions: ['environment', 'board'],
  activity: ['environment', 'board', 'polling', 'versions'],
  delivery: ['environment', 'board', 'activity', 'versions'],
} as const satisfies Record<string, readonly string[]>;

type Rooms = Readonly<Record<string, readonly string[]>>;

const IMPORT = /(?:from|import)\s*\(?\s*'((?:\.|#)[^']+)'/g;

const importsOf = (text: string): readonly string[] => [...text.matchAll(IMPORT)].map(([, path = '']) => path);

/** Returns a sentence for each import of a file that its room may not have. `path` is relative to `src/`. */
function violationsOf(path: string, text: string, layer: string, rooms: Rooms): readonly string[] {
  const room = dirname(path) === layer ? '' : (dirname(path).split('/')[1] ?? '');
  const allowed = room === '' ? [] : rooms[room];
  if (allowed === undefined) return [`${path} is in a room that the table does not name`];
  return importsOf(text).flatMap((imported) => {
    const target = imported.startsWith('#') ? imported.slice(1) : join(dirname(path), imported);
    const [top, other, file] = target.split('/');
    if (top !== layer || file === undefined || other === room || allowed.includes(other ?? '')) return [];
    return [`${path} may not import ${target}`];
  });
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
const textOf = (path: string) => readFileSync(join('src', path), 'utf8');
const violationsIn = (layer: string, rooms: Rooms) =>
  files
    .filter((path) => path.startsWith(`${layer}/`))
    .flatMap((path) => violationsOf(path, textOf(path), layer, rooms));

/** Returns a circle of arrows, such as `['a', 'b', 'a']`; undefined when there is none. */
function circleIn(arrows: Rooms): readonly string[] | undefined {
  const done = new Set<string>();
  const search = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of arrows[node] ?? []) {
      const circle = search(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of Object.keys(arrows)) {
    const circle = search(node, []);
    if (circle) return circle;
  }
  return undefined;
}

describe.each([
  ['data', DATA],
  ['domain', DOMAIN],
] as const)('the rooms of %s', (layer, rooms: Rooms) => {
  it('import only what the table allows', () => {
    expect(files.filter((path) => path.startsWith(`${layer}/`)).length).toBeGreaterThan(40);
    expect(violationsIn(layer, rooms)).toEqual([]);
  });

  it('form no circle', () => {
    expect(circleIn(rooms)).toBeUndefined();
    expect(circleIn({ a: ['b'], b: ['a'] })).toEqual(['a', 'b', 'a']);
  });
});

it.each([
  ['another room', 'data/tabs/planted.ts', "import { a } from '#data/polling/request-queue.ts';"],
  ['another room, lazily', 'data/tabs/planted.ts', "const a = () => import('#data/polling/request-queue.ts');"],
  ['another room, types only', 'data/directory/planted.ts', "import type { A } from '#data/tabs/tab-messages.ts';"],
  ['a room from the root', 'data/planted.ts', "export { a } from '#data/tabs/tab-messages.ts';"],
  ['anything from a room without a name', 'data/misc/planted.ts', "import { a } from './other.ts';"],
])('a planted import of %s is found', (_, path, text) => {
  expect(violationsOf(path, text, 'data', DATA)).toHaveLength(1);
});

it('a planted import from below is none', () => {
  const text = "import { a } from '#data/readings/reading-store.ts';\nimport { b } from './tab-sync.ts';";
  expect(violationsOf('data/polling/planted.ts', text, 'data', DATA)).toEqual([]);
});

it('no file has more than 200 lines', () => {
  const linesOf = (path: string) => textOf(path).split('\n').length - 1;
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((path) => linesOf(path) > 200)).toEqual([]);
});

it('no files import each other in a circle, types included', () => {
  const targetOf = (path: string, imported: string) =>
    imported.startsWith('#') ? imported.slice(1) : join(dirname(path), imported);
  const arrows = Object.fromEntries(
    files.map((path) => [path, importsOf(textOf(path)).map((imported) => targetOf(path, imported))]),
  );
  expect(Object.values(arrows).flat().length).toBeGreaterThan(1_000);
  expect(circleIn(arrows)).toBeUndefined();
});

it('no two files outside messages/ share a basename', () => {
  const names = files
    .filter((path) => !path.startsWith('messages/'))
    .map((path) => basename(path).replace(/\.tsx?$/, ''));
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('no file uses infinite queries or mutations, which the build leaves out', () => {
  const users = (what: RegExp) => files.filter((path) => path !== 'vite/queries-only.ts' && what.test(textOf(path)));
  expect(users(/queryOptions\(/).length).toBeGreaterThan(2);
  expect(users(/InfiniteQuer|infiniteQuer|useMutat|MutationCache|[iI]sMutating/)).toEqual([]);
});

const TYPES_ONLY = 'types only';
/**
 * The modules of `src/data/` without a unit test of their own name: the test that covers each of them, or the reason why it
 * needs none. Hooks that only connect React with a tested module are covered by a component test.
 */
const WITHOUT_UNIT_TEST: Readonly<Record<string, string>> = {
  'activity/activity-snapshot': TYPES_ONLY,
  'activity/use-activity': 'component/activity.test.tsx',
  'boards/current-board': 'component/saved-boards.test.tsx',
  'boards/deletion-undo': 'component/saved-boards.test.tsx',
  'boards/rename-board': 'unit/data/boards/saved-boards.test.ts',
  'boards/team-boards': 'component/team-boards.test.tsx',
  'boards/unread-boards': 'unit/data/boards/saved-boards.test.ts',
  'boards/use-board': 'component/board-autosave.test.tsx',
  'boards/use-board-problems': 'component/damaged-link.test.tsx',
  'boards/use-board-url': 'component/damaged-link.test.tsx',
  'boards/use-drop-language': 'browser/languages.spec.ts',
  'boards/use-team-boards-file': 'component/team-boards.test.tsx',
  'boards/use-team-boards-list': 'component/team-boards.test.tsx',
  'connection/load-multi-token': 'component/tokens.test.tsx',
  'connection/new-version': 'component/new-version.test.tsx',
  'connection/prefetch-directory': 'component/prefetch-directory.test.tsx',
  'connection/session-provider': 'component/board-page.test.tsx',
  'directory/use-clusters': 'component/clusters.test.tsx',
  'directory/use-info-with-cluster': 'component/clusters.test.tsx',
  'directory/use-directory': 'component/board-page.test.tsx',
  'directory/use-picker-directory': 'component/pin-picker.test.tsx',
  'directory/use-picker-states': 'component/pin-picker.test.tsx',
  'environments/use-batched-snapshot': 'component/board-page.test.tsx',
  'environments/use-environment-order': 'component/loading-phase.test.tsx',
  'environments/use-environments': 'component/project-pin.test.tsx',
  'environments/use-rotating-environments': 'component/wall.test.tsx',
  'history/history-fetcher-options': TYPES_ONLY,
  'history/late-histories': 'unit/data/history/histories.test.ts',
  'history/use-environment-details': 'component/details.test.tsx',
  'polling/feed-options': TYPES_ONLY,
  'polling/ledger-counters': 'unit/data/polling/request-ledger.test.ts',
  'polling/polling-parts': 'unit/data/polling/poll-scheduler.test.ts',
  'polling/use-polling': 'component/pausing.test.tsx',
  'preferences/language-switch': 'browser/languages.spec.ts',
  'readings/use-deployment-progress': 'component/times.test.tsx',
  'readings/use-reading-times': 'component/times.test.tsx',
  session: TYPES_ONLY,
  'stored-deployment': 'unit/data/tabs/tab-messages.test.ts',
  'tokens/credential-actions': 'unit/data/tokens/credential-store.test.ts',
  'tokens/old-keys': 'unit/data/tokens/migrate-storage.test.ts',
  'tokens/unkept-token': 'component/tokens.test.tsx',
  'tokens/use-tokens': 'component/tokens.test.tsx',
  'versions/persisted-versions': 'unit/data/versions/versions-file.test.ts',
  'versions/use-versions': 'component/versions.test.tsx',
};

it('each module of data has a unit test of its name, or another test in the list', () => {
  const modules = files
    .filter((path) => path.startsWith('data/'))
    .map((path) => path.slice('data/'.length).replace(/\.tsx?$/, ''));
  const isTested = (module: string) => existsSync(join('test/unit/data', `${module}.test.ts`));
  expect(modules.filter(isTested).length).toBeGreaterThan(70);
  expect(modules.filter((module) => !isTested(module)).toSorted()).toEqual(Object.keys(WITHOUT_UNIT_TEST).toSorted());
  const tests = Object.values(WITHOUT_UNIT_TEST).filter((test) => test !== TYPES_ONLY);
  expect(tests.filter((test) => !existsSync(join('test', test)))).toEqual([]);
});
