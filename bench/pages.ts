import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildBefore } from './before.ts';

const BUILT = resolve('bench/results/built');

/**
 * The pages of the bench: the app as shipped, the app with React's profiler, the limit page, and the app of an earlier
 * commit.
 */
export type Page = 'app' | 'profiling' | 'limit' | 'before' | FloorPage;

/**
 * The floor page, with the cards near the window or with all cards: the libraries of the app, and cards alone. `bench/floors.ts`
 * builds it.
 */
type FloorPage = 'floor' | 'floor-whole';

type BuiltPage = Exclude<Page, 'before' | FloorPage>;

const shared = (page: BuiltPage | 'floor') => ({
  logLevel: 'warn' as const,
  build: { outDir: join(BUILT, page), emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
});

export type Folders = Readonly<Record<BuiltPage, string>> & { readonly before?: string };

/** Builds all pages. Returns the folder of each; `before` is missing where git does not have its commit. */
export async function buildPages(): Promise<Folders> {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  await build(shared('app'));
  await build({
    ...shared('profiling'),
    resolve: { alias: { 'react-dom/client': 'react-dom/profiling' } },
    build: { ...shared('profiling').build, rolldownOptions: { output: { keepNames: true } } },
  });
  await build({ ...shared('limit'), root: resolve('bench/limit'), configFile: resolve('vite.config.ts') });
  const before = buildBefore();
  return {
    app: join(BUILT, 'app'),
    profiling: join(BUILT, 'profiling'),
    limit: join(BUILT, 'limit'),
    ...(before !== undefined && { before }),
  };
}

/** The libraries of the floor page, each with a file of its own. The schemas count with the library that runs them. */
const LIBRARIES = {
  'library-react': /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
  'library-router': /[\\/]node_modules[\\/]react-router(?:-dom)?[\\/]/,
  'library-query': /[\\/]node_modules[\\/]@tanstack[\\/]/,
  'library-schemas': /[\\/]node_modules[\\/]valibot[\\/]|[\\/]src[\\/]api[\\/]/,
} as const;

/** Builds the floor page with the configuration of the app. Returns its folder. */
export async function buildFloor(): Promise<string> {
  const groups = Object.entries(LIBRARIES).map(([name, test]) => ({ name, test, priority: 10 }));
  const { build: options, ...rest } = shared('floor');
  await build({
    ...rest,
    root: resolve('bench/floor'),
    configFile: resolve('vite.config.ts'),
    build: { ...options, rolldownOptions: { output: { codeSplitting: { groups } } } },
  });
  return join(BUILT, 'floor');
}
