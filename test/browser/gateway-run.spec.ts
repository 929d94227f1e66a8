import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { portOf } from '#test/gateway/support/ports.ts';
import { unusedPort } from '#test/support/page-gateway.ts';

const RUN = join(import.meta.dirname, '../../deploy/run.mjs');
const ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a';

/** Starts `npm run gateway`, with a temporary folder of its own that must be empty at the end. */
async function running(
  settings: Readonly<Record<string, string>>,
  end: 'SIGINT' | 'SIGTERM',
  use: (port: number, said: () => string) => Promise<void>,
) {
  const port = await unusedPort();
  const folder = mkdtempSync(join(tmpdir(), 'envboard-run-'));
  // Open like /tmp: when root runs the test, nginx's workers run as another user.
  chmodSync(folder, 0o755);
  const { QOVERY_API_TOKEN: _, QOVERY_API_TOKEN_FILE: __, ...env } = process.env;
  const child = spawn(process.execPath, [RUN], {
    env: { ...env, TMPDIR: folder, PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, because a terminal sends Ctrl+C to the whole group.
    detached: true,
  });
  const exit = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  try {
    await expect
      .poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status, String), { timeout: 45_000 })
      .toBe(200);
    await use(port, () => said);
  } finally {
    if (child.pid) process.kill(end === 'SIGINT' ? -child.pid : child.pid, end);
    const [code] = await exit;
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  }
}

/** Starts a server in place of Qovery or of an origin. It records the path and the headers of each request. */
async function startStub() {
  const received: (readonly [path: string | undefined, headers: IncomingHttpHeaders])[] = [];
  const server = createServer(({ url, headers }, response) => {
    received.push([url, headers]);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"results":[]}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${portOf(server)}`, received, [Symbol.dispose]: stop };
}

test.describe.configure({ mode: 'serial' });

test('the gateway serves the simulated Qovery when it has no token, and removes its files at the end', async () => {
  await running({}, 'SIGTERM', async (port, said) => {
    const { results } = await (await fetch(`http://127.0.0.1:${port}/api/organization`)).json();
    expect(results.length).toBeGreaterThan(0);
    expect(said()).toMatch(new RegExp(`^http://localhost:${port}/\\?name=Demo`, 'm'));
    expect(said()).toContain(`anyone who reaches port ${port} sees the board`);
  });
});

test('the gateway serves the API when it has a token, and ends with Ctrl+C', async () => {
  using qovery = await startStub();
  const settings = { QOVERY_API_TOKEN: 'qov_mine', QOVERY_API_URL: qovery.url };
  await running(settings, 'SIGINT', async (port, said) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/environment/${ID}/status`);
    expect(answer.headers.get('x-cache')).toBe('MISS');
    expect(qovery.received.map(([path, headers]) => [path, headers.authorization])).toEqual([
      [`/environment/${ID}/status`, 'Token qov_mine'],
    ]);
    expect(said()).not.toContain('qov_mine');
  });
});

test('an edge serves the page and requests its origin, without a token and without a simulated Qovery', async () => {
  using origin = await startStub();
  const secret = 'a-secret-of-this-test-0123456789';
  const settings = { GATEWAY_ROLE: 'edge', ORIGIN_URL: origin.url, ORIGIN_SECRET: secret };
  await running(settings, 'SIGTERM', async (port, said) => {
    const address = `http://127.0.0.1:${port}`;
    expect(await (await fetch(address)).text()).toContain('<title>Envboard</title>');
    expect((await fetch(`${address}/api/environment/${ID}/status`)).status).toBe(200);
    const seen = origin.received.map(([path, headers]) => [path, headers.authorization, headers['x-gateway-secret']]);
    expect(seen).toEqual([[`/api/environment/${ID}/status`, undefined, secret]]);
    // An edge has no demo board to open.
    expect(said()).toMatch(new RegExp(`^http://localhost:${port}/$`, 'm'));
    expect(said()).not.toContain(secret);
  });
});
