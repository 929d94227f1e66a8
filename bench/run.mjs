// Node 20 reads no TypeScript: Vite's module runner does, and knows the project's `#` imports as well.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Before Vite sets it for itself: what is built here must be what is shipped.
process.env.NODE_ENV = 'production';
const [name = 'main', ...words] = process.argv.slice(2);
const { module } = await runnerImport(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), {
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  logLevel: 'warn',
});
await module.main(words);
