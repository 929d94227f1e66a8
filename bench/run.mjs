// Node 20 cannot run TypeScript. Vite's module runner can, and resolves the project's `#` imports.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Set before Vite sets its own default: the bench must measure the build that is shipped.
process.env.NODE_ENV = 'production';
const [name = 'main', ...words] = process.argv.slice(2);
const { module } = await runnerImport(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), {
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  logLevel: 'warn',
});
await module.main(words);
