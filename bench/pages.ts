import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildBefore } from './before.ts';

const BUILT = resolve('bench/results/built');

/**
 * The pages of the bench: the app as shipped, the app with React's profiler, the limit page, and the app of an earlier
 * commit.
 */
export type Page = 'app' | 'profiling' | 'limit' | 'before';

const shared = (page: Exclude<Page, 'before'>) => ({
  logLevel: 'warn' as const,
  build: { outDir: join(BUILT, page), emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
});

export type Folders = Readonly<Record<Exclude<Page, 'before'>, string>> & { readonly before?: string };

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
