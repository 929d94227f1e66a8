import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const BUILT = resolve('bench/results/built');

/** The pages that the bench builds: the app as shipped, the app with React's profiler, and the limit page. */
export type Page = 'app' | 'profiling' | 'limit';

const shared = (page: Page) => ({
  logLevel: 'warn' as const,
  build: { outDir: join(BUILT, page), emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
});

/** Builds all pages. Returns the folder of each. */
export async function buildPages(): Promise<Readonly<Record<Page, string>>> {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  await build(shared('app'));
  await build({
    ...shared('profiling'),
    resolve: { alias: { 'react-dom/client': 'react-dom/profiling' } },
    build: { ...shared('profiling').build, rolldownOptions: { output: { keepNames: true } } },
  });
  await build({ ...shared('limit'), root: resolve('bench/limit'), configFile: resolve('vite.config.ts') });
  return { app: join(BUILT, 'app'), profiling: join(BUILT, 'profiling'), limit: join(BUILT, 'limit') };
}
