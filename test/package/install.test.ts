import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, portOf } from '#test/gateway/support/ports.ts';

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

type Ending = { readonly printed: string; readonly code: number | null };

/** Runs the installed command. Resolves with its output up to `until`, or with all of it and the exit code at its end. */
function end(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  until = 'Envboard is at',
): Promise<Ending> {
  const { QOVERY_API_TOKEN: _, ...own } = process.env;
  const command = spawn(join(folder, 'node_modules/.bin/envboard'), args, { env: { ...own, ...environment } });
  running.push(command);
  return new Promise((resolve) => {
    let printed = '';
    const take = (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes(until)) resolve({ printed, code: null });
    };
    command.stdout.on('data', take);
    command.stderr.on('data', take);
    command.on('close', (code) => resolve({ printed, code }));
  });
}

const run = async (...given: Parameters<typeof end>): Promise<string> => (await end(...given)).printed;

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

it('prints one sentence and exits with 1 when it cannot start', async () => {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const empty = write('empty.txt', ' \n');
  const twoLines = write('two-lines.txt', 'qov_first\nqov_second\n');
  const noBoards = write('none.json', '{"envboard":1,"boards":[]}');
  const missing = join(folder, 'missing');
  const other = createServer();
  other.listen(await freePort(), 'localhost');
  await once(other, 'listening');
  const port = String(portOf(other));
  const inUse = `Port ${port} is in use. Stop the program that uses it, or set --port to another port.`;
  const toOptions = 'Run "envboard --help" to see the options.';
  const cases: readonly (readonly [args: readonly string[], environment: Record<string, string>, sentence: string])[] =
    [
      [['--port', 'x'], {}, '"x" is no port: use a number from 1 to 65535.'],
      [[], { PORT: '70000' }, '"70000" is no port: use a number from 1 to 65535.'],
      [['--port', port], {}, inUse],
      [[], { PORT: port }, inUse],
      [['--frob'], {}, `Unknown option '--frob'. ${toOptions}`],
      [['board.json'], {}, `Unexpected argument 'board.json'. ${toOptions}`],
      [['--token-file', missing], {}, `The token file ${missing} cannot be read: check its path and who may read it.`],
      [['--token-file', folder], {}, `The token file ${folder} cannot be read: check its path and who may read it.`],
      [['--token-file', empty], {}, `The token file ${empty} is empty: write a Qovery API token into it.`],
      [
        ['--token-file', twoLines],
        {},
        `The token file ${twoLines} has more than one line: keep the line of the token.`,
      ],
      [['--boards', missing], {}, `The boards file ${missing} cannot be read: check its path and who may read it.`],
      [['--boards', noBoards], {}, `The boards file ${noBoards} holds no boards.`],
      [
        [],
        { QOVERY_API_TOKEN: '' },
        'QOVERY_API_TOKEN is empty. Set it to a Qovery API token, or unset it to see demo data.',
      ],
      [
        [],
        { QOVERY_API_TOKEN: 'qov_1', QOVERY_API_URL: 'http://a.example' },
        'QOVERY_API_URL must start with https://, or the token crosses the network unencrypted.',
      ],
    ];
  const endings = await Promise.all(cases.map(([args, environment]) => end(args, environment)));
  other.close();
  expect(endings).toEqual(cases.map(([, , sentence]) => ({ printed: `${sentence}\n`, code: 1 })));
  // The system's own words follow.
  const { printed, code } = await end(['--host', '192.0.2.1']);
  expect([printed, code]).toEqual([expect.stringMatching(/^The server cannot listen on 192\.0\.2\.1: .+\.\n$/), 1]);
});

it('prints its version and its options, and exits with 0', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await end(['--version'])).toEqual({ printed: `${version}\n`, code: 0 });
  expect(await end(['--help'])).toEqual({ printed: expect.stringContaining('\n  --token-file <file> '), code: 0 });
});

it('serves the boards that can be used, and names what another network sees, when it starts with such options', async () => {
  const [port, upstreamPort] = [await freePort(), await freePort()];
  const boards = join(folder, 'partly.json');
  writeFileSync(boards, '{"envboard":1,"boards":[{"name":"QA","address":"pins=8eFpSjXNRlW0xmP1QW8bEA.short"}]}');
  const token = join(folder, 'token.txt');
  writeFileSync(token, 'qov_1\n');
  const opened = join(folder, 'opened');
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  writeFileSync(join(folder, opener), `#!/bin/sh\necho "$1" >'${opened}'\n`, { mode: 0o755 });
  const args = ['--port', String(port), '--host', '0.0.0.0', '--boards', boards, '--token-file', token, '--open'];
  const environment = {
    PATH: `${folder}:${process.env.PATH}`,
    QOVERY_API_URL: `http://localhost:${upstreamPort}`,
  };
  const { printed } = await end(args, environment, 'may read.\n');
  expect(printed).toContain(`${boards}: Line 1: “QA” can be used. Left out of its address: 1 pin.\n`);
  expect(printed).toContain(`localhost:${upstreamPort} cannot be reached now. The board keeps trying.\n`);
  expect(printed).toContain(`Envboard is at http://localhost:${port}/\n`);
  expect(printed).toContain('Everyone who can reach 0.0.0.0 sees what the token may read.\n');
  await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(`http://localhost:${port}/\n`);
  expect(JSON.parse((await get(port, '/config.json')).body)).toEqual({ api: '/api', auth: 'gateway' });
});
