import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { pseudoWords } from '#test/support/pseudo-messages.ts';
import { contentSecurityPolicy } from '#vite/content-security-policy.ts';
import { devApi } from '#vite/dev-api.ts';
import { readPort } from '#vite/port.ts';
import { PRELOADED_MODULES, plainImports, preloadLinks, pureReactRouter } from '#vite/preload-links.ts';

const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const port = readPort(process.env);

const PRODUCTION_ROUTER = fileURLToPath(
  new URL('./node_modules/react-router/dist/production/index.mjs', import.meta.url),
);

export default defineConfig(({ command }) => ({
  // Relative, so that the built files work under any sub-path without a rebuild.
  base: './',
  define: { 'import.meta.env.VERSION': JSON.stringify(version) },
  plugins: [
    react(),
    tailwindcss(),
    contentSecurityPolicy(),
    preloadLinks(),
    plainImports(),
    pureReactRouter(),
    devApi(process.env),
  ],
  resolve: {
    // The package names its development build for every condition. Its warnings are
    // for us: the dev server and the tests keep them, and the built files do not pay for them.
    alias: command === 'build' ? [{ find: /^react-router$/, replacement: PRODUCTION_ROUTER }] : [],
  },
  // By default pages of any port of this machine may read what the server answers, its API with its token too.
  server: { port, strictPort: true, cors: false },
  preview: { port, strictPort: true, cors: false },
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    // `earlyFiles` names what every board needs. What comes later comes with few others, and a list of them would cost
    // every reader.
    modulePreload: false,
    cssCodeSplit: false,
    // What asks first is one file, the page another, and what every board shows right after it a third: forty small ones
    // compress worse, and each costs a request.
    rolldownOptions: {
      // A word of the catalogue stands where it is used, and costs no name of its own.
      optimization: { inlineConst: { mode: 'all' } },
      output: {
        codeSplitting: {
          groups: [
            { name: 'index', tags: ['$initial'], priority: 2 },
            { name: 'page', test: /[\\/]app[\\/]render-app\.tsx$/, priority: 1 },
            { name: 'preloaded', test: PRELOADED_MODULES },
          ],
        },
      },
    },
  },
  test: {
    // Properties on a busy machine take long; none of them waits for time to pass, except the gateway's.
    testTimeout: 30_000,
    // One fewer than the cores, as is usual, would leave half of a small machine idle.
    maxWorkers: 2,
    // Most of the gateway's tests wait for answers to grow old.
    maxConcurrency: 10,
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['test/{unit,contract}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/component/**/*.test.tsx'],
          setupFiles: ['test/support/setup-component.ts'],
        },
      },
      {
        // The whole page again, with the catalogue in letters that nothing else is written in.
        extends: true,
        plugins: [pseudoWords()],
        test: {
          name: 'pseudo',
          environment: 'jsdom',
          include: ['test/pseudo/**/*.test.tsx'],
          setupFiles: ['test/support/setup-component.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'gateway',
          environment: 'node',
          include: ['test/gateway/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Real clocks of real processes: a stall of some seconds on a busy machine is not the gateway's.
          retry: 2,
        },
      },
    ],
  },
}));
