import { readFileSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { pseudoWords } from '#test/support/pseudo-messages.ts';
import { contentSecurityPolicy } from '#vite/content-security-policy.ts';
import { devApi } from '#vite/dev-api.ts';
import { languages } from '#vite/languages.ts';
import { noPreloadHelper } from '#vite/no-preload-helper.ts';
import { chunkFileName, pageChunks } from '#vite/page-chunks.ts';
import { readPort } from '#vite/port.ts';
import { preloadLinks } from '#vite/preload-links.ts';
import { pureReactRouter } from '#vite/pure-react-router.ts';
import { queriesOnly } from '#vite/queries-only.ts';

const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const port = readPort(process.env);

/** Component tests that change module-level state or remove browser facilities; each needs fresh modules. */
const FRESH_MODULES = ['foreign-link', 'lazy-component', 'missing-facilities', 'part-boundary', 'screen-lock'].map(
  (name) => `test/component/${name}.test.tsx`,
);

export default defineConfig({
  // A relative base, so that the built files work under any path without a rebuild.
  base: './',
  define: { 'import.meta.env.VERSION': JSON.stringify(version) },
  plugins: [
    languages(),
    react(),
    tailwindcss(),
    contentSecurityPolicy(),
    preloadLinks(),
    noPreloadHelper(),
    pureReactRouter(),
    queriesOnly(),
    devApi(process.env),
  ],
  // By default, pages of every port of this machine could read the responses of the server and of its API.
  server: { port, strictPort: true, cors: false },
  preview: { port, strictPort: true, cors: false },
  // Without this, the dev server finds the packages of lazy parts at the first click, and reloads the page.
  optimizeDeps: { entries: ['index.html', 'src/{app,browser,data,features,ui}/**/*.{ts,tsx}'] },
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    // `preloadLinks` lists the chunks that every board needs. Later chunks import few others, and a list of those would
    // make the initial chunk larger.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      // Messages are inlined at their use, so that they need no exported name.
      optimization: { inlineConst: { mode: 'all' } },
      output: { chunkFileNames: chunkFileName, codeSplitting: { groups: pageChunks() } },
    },
  },
  test: {
    // Property tests take long on a busy machine. Only the gateway's tests wait for real time.
    testTimeout: 30_000,
    // The default, one worker fewer than cores, would leave half of a small machine idle.
    maxWorkers: '100%',
    // Most of the gateway's tests wait for responses to become old.
    maxConcurrency: 10,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{unit,contract}/**/*.test.ts'],
          // Files share the modules of their worker: loading them anew for each file costs a third of the time.
          isolate: false,
          setupFiles: ['test/support/setup-unit.ts'],
        },
      },
      {
        // The compiler checks these files, and nothing runs them.
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/contract/**/*.test-d.ts'],
            tsconfig: 'test/contract/tsconfig.json',
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/component/**/*.test.tsx'],
          exclude: [...FRESH_MODULES],
          // As in `unit`: half of the time of these tests was spent on loading the page's modules.
          isolate: false,
          setupFiles: ['test/support/setup-component.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component-isolated',
          environment: 'jsdom',
          include: [...FRESH_MODULES],
          setupFiles: ['test/support/setup-component.ts'],
        },
      },
      {
        // The whole page with the catalogue in letters that occur nowhere else.
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
        // Installs the package that `npm run build` and `npm run build:cli` have built.
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          hookTimeout: 60_000,
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
          // Real processes on a real clock: a pause of some seconds on a busy machine is no fault of the gateway.
          retry: 2,
        },
      },
    ],
  },
});
