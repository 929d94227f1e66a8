import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, onTestFinished, test } from 'vitest';

/** The rooms whose modules run in the page. */
const ROOMS = ['app', 'browser', 'data', 'features', 'ui'];

/** Returns the packages that the modules of the page import, without those of types alone. */
function importedPackages(): ReadonlySet<string> {
  const files = ROOMS.flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).map((file) => `src/${room}/${file}`),
  );
  const texts = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'));
  const imports = texts.flatMap((text) => [...text.matchAll(/^import (?!type )[^;]*?from '([^#.'][^']*)';/gms)]);
  return new Set(imports.flatMap(([, name]) => name ?? []));
}

test('the dev server knows every package before the first click: a later one would reload the page', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'envboard-'));
  const server = await createServer({ cacheDir, server: { middlewareMode: true, ws: false }, logLevel: 'silent' });
  onTestFinished(async () => {
    await server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  });
  const { depsOptimizer } = server.environments.client;
  await depsOptimizer?.init();
  await depsOptimizer?.scanProcessing;
  const { discovered = {}, optimized = {} } = depsOptimizer?.metadata ?? {};
  expect([...importedPackages()]).toContain('@base-ui/react/menu');
  expect(Object.keys({ ...discovered, ...optimized })).toEqual(expect.arrayContaining([...importedPackages()]));
});
