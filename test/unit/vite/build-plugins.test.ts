import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { noPreloadHelper } from '#vite/no-preload-helper.ts';
import { withPureComponents } from '#vite/pure-react-router.ts';
import { REPLACEMENTS } from '#vite/queries-only.ts';

// Each test here fails when a package no longer has the property that its plugin works around. Then delete the plugin.

const folderOf = (path: string): string => dirname(createRequire(import.meta.url).resolve(path));

const ENTRY = '/entry.js';
const SOURCES: Readonly<Record<string, string>> = {
  [ENTRY]: `
    export const load = () => import('/lazy.js');
    export const one = () => import('/lazy.js').then(({ part }) => part);
    export const two = async () => { const { part } = await import('/lazy.js'); return part; };`,
  '/lazy.js': 'export const part = document.title;',
};
const sources: Plugin = {
  name: 'sources',
  resolveId: (id) => (id in SOURCES ? id : undefined),
  load: (id) => SOURCES[id],
};

/** Builds a page with dynamic imports in each form, and returns its scripts. */
async function builtScripts(plugins: readonly Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [sources, ...plugins],
    build: { write: false, modulePreload: false, rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' } },
  });
  if (!('output' in result)) throw new Error('The build has no single output.');
  return result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

test('noPreloadHelper removes the helper that Vite adds to every dynamic import', async () => {
  expect(await builtScripts([])).toContain('vite:preloadError');
  const scripts = await builtScripts([noPreloadHelper()]);
  expect(scripts.match(/import\(`\.\/lazy/g)).toHaveLength(3);
  expect(scripts).not.toMatch(/vite:preloadError|import\.meta|__VITE/);
});

const ROUTER = join(folderOf('react-router'), '../production');
const routerFiles = readdirSync(ROUTER).filter((name) => name.endsWith('.mjs'));
const routerSource = routerFiles.map((name) => readFileSync(join(ROUTER, name), 'utf8')).join('\n');

test('pureReactRouter finds impure components and their names in the production build', () => {
  expect(routerSource.match(/^\w+\.displayName = /gm)?.length).toBeGreaterThan(10);
  expect(routerSource).not.toMatch(/= \/\* ?[@#]__PURE__ ?\*\/ React\d*\.forwardRef/);
  const pure = withPureComponents(routerSource);
  expect(pure).not.toMatch(/^\w+\.displayName = /m);
  expect(routerSource).toMatch(/^RenderErrorBoundary\.contextType = \w+;$/m);
  expect(pure).not.toMatch(/^\w+\.contextType = /m);
  expect(pure.match(/@__PURE__ \*\/ React\d*\.forwardRef\(/g)?.length).toBeGreaterThan(2);
  expect(pure).not.toMatch(/[^/] React\d*\.(?:forwardRef|memo)\(/);
});

test('pureReactRouter is needed while react-router names its development build for every condition', () => {
  const address = import.meta.resolve('react-router');
  expect(fileURLToPath(address)).toMatch(/dist[\\/]development/);
  const manifest = readFileSync(join(ROUTER, '../../package.json'), 'utf8');
  expect(JSON.stringify(JSON.parse(manifest).exports['.'])).not.toContain('production');
});

const QUERY_CORE = join(folderOf('@tanstack/query-core'), '../modern');
const importersOf = { infiniteQueryBehavior: 'query.js', mutationCache: 'queryClient.js' } as const;

test.each(['infiniteQueryBehavior', 'mutationCache'] as const)(
  'queriesOnly replaces exactly the exports of %s, which the query client still imports',
  (part) => {
    const source = readFileSync(join(QUERY_CORE, `${part}.js`), 'utf8');
    const [, list = ''] = /export \{([^}]+)\}/.exec(source) ?? [];
    const names = list.split(',').map((name) => name.trim());
    const replaced = [...REPLACEMENTS[part].matchAll(/export (?:function|class) (\w+)/g)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(replaced.toSorted());
    expect(readFileSync(join(QUERY_CORE, importersOf[part]), 'utf8')).toContain(`from "./${part}.js"`);
  },
);

test('queriesOnly keeps what the query client calls of its mutation cache, besides the list of mutations', () => {
  const client = readFileSync(join(QUERY_CORE, 'queryClient.js'), 'utf8');
  const called = [...client.matchAll(/#mutationCache\.(\w+)\(/g)].map(([, name = '']) => name);
  expect(called.toSorted()).toEqual(['clear', 'findAll', 'resumePausedMutations']);
  for (const name of ['clear', 'resumePausedMutations']) expect(REPLACEMENTS.mutationCache).toContain(`${name}() {`);
});
