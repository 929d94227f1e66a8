import { defineConfig } from 'vite';

/** Builds the `envboard` command into one file that needs no package: `build/cli.js`. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/vite/cli.ts',
    outDir: 'build',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'cli.js', banner: '#!/usr/bin/env node', codeSplitting: false } },
  },
});
