import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '#test/gateway/support/ports.ts';

const MEGABYTE = 1_000_000;

let folder = '';
let tarball = '';
const running: ChildProcess[] = [];

/** Packs the built project and installs the package in an empty folder, without a network. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'envboard-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'pipe' });
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, tarball], {
    stdio: 'pipe',
  });
});
afterAll(() => {
  for (const process of running) process.kill();
  rmSync(folder, { recursive: true });
});

/** Runs the installed command. Resolves with its first lines, or with its whole output when it has ended. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const { QOVERY_API_TOKEN: _, ...own } = process.env;
  const command = spawn(join(folder, 'node_modules/.bin/envboard'), args, { env: { ...own, ...environment } });
  running.push(command);
  return new Promise((resolve) => {
    let printed = '';
    const take = (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('Envboard is at')) resolve(printed);
    };
    command.stdout.on('data', take);
    command.stderr.on('data', take);
    command.on('close', () => resolve(printed));
  });
}

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };

/** Sends a GET to this machine. `host` is the `Host` header of the request. */
const get = (port: number, path: string, host = `localhost:${port}`): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });

it('weighs less than a megabyte and installs no other package', () => {
  expect(statSync(tarball).size).toBeLessThan(MEGABYTE);
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['envboard']);
});

it('serves the built page with the simulated account when it has no token', async () => {
  const port = await freePort();
  expect(await run(['--port', String(port)])).toContain(`Envboard is at http://localhost:${port}/`);
  expect(JSON.parse((await get(port, '/config.json')).body)).toEqual({ api: '/api', auth: 'demo' });
  expect((await get(port, '/')).headers.location).toMatch(/^\/\?name=Demo\+board&pins=/);
  const page = await get(port, '/index.html');
  expect(page.status).toBe(200);
  expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  const script = /src="\.(\/assets\/index-[\w-]+\.js)"/.exec(page.body)?.[1] ?? '';
  const asset = await get(port, script);
  expect(asset.headers).toMatchObject({ 'cache-control': expect.stringContaining('immutable') });
  expect(asset.body.length).toBeGreaterThan(1_000);
  expect((await get(port, '/assets/nothing.js')).status).toBe(404);
  expect(JSON.parse((await get(port, '/api/organization')).body).results.length).toBeGreaterThan(0);
});

it('refuses a name that is not this machine when it listens on this machine', async () => {
  const port = await freePort();
  await run(['--port', String(port)]);
  expect((await get(port, '/api/organization')).status).toBe(200);
  expect((await get(port, '/api/organization', 'board.example')).status).toBe(421);
});

it('serves a file of team boards as it is now, and names the line and the field of its problem', async () => {
  const port = await freePort();
  const file = join(folder, 'team.json');
  const address = 'pins=8eFpSjXNRlW0xmP1QW8bEA';
  const textOf = (name: string) => JSON.stringify({ envboard: 1, boards: [{ name, address }] });
  writeFileSync(file, textOf('Release train'));
  expect(await run(['--port', String(port), '--boards', file])).toContain('Envboard is at');
  expect((await get(port, '/boards.json')).body).toContain('Release train');
  writeFileSync(file, textOf('QA'));
  expect((await get(port, '/boards.json')).body).toContain('QA');
  writeFileSync(file, '{ "envboard": 1,\n "boards": [{ "name": 5, "address": "" }] }');
  expect(await run(['--boards', file])).toBe(`${file}: Line 2: “name” must be a text.\n`);
});

it('says what is wrong in one sentence when it cannot start', async () => {
  expect(await run(['--port', 'x'])).toBe('"x" is no port: use a number from 1 to 65535.\n');
  expect(await run([], { QOVERY_API_TOKEN: '' })).toMatch(/^QOVERY_API_TOKEN is empty\b.+\.\n$/);
  expect(await run(['--token-file', 'missing.txt'])).toMatch(/^The token file missing\.txt cannot be read: .+\.\n$/);
});
