import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const PORT = 4320;
const RUN = join(import.meta.dirname, '../../deploy/run.mjs');
const ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a';

/** Starts `npm run gateway`, with a temporary folder of its own that must be empty at the end. */
async function running(
  settings: Readonly<Record<string, string>>,
  end: 'SIGINT' | 'SIGTERM',
  use: (said: () => string) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'envboard-run-'));
  // Open like /tmp: when root runs the test, nginx's workers run as another user.
  chmodSync(folder, 0o755);
  const { QOVERY_API_TOKEN: _, QOVERY_API_TOKEN_FILE: __, ...env } = process.env;
  const child = spawn(process.execPath, [RUN], {
    env: { ...env, TMPDIR: folder, PORT: String(PORT), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, because a terminal sends Ctrl+C to the whole group.
    detached: true,
  });
  const exit = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  try {
    await expect
      .poll(() => fetch(`http://127.0.0.1:${PORT}/healthz`).then(({ status }) => status, String), { timeout: 20_000 })
      .toBe(200);
    await use(() => said);
  } finally {
    if (child.pid) process.kill(end === 'SIGINT' ? -child.pid : child.pid, end);
    const [code] = await exit;
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  }
}

test.describe.configure({ mode: 'serial' });

test('the gateway serves the simulated Qovery when it has no token, and removes its files at the end', async () => {
  await running({}, 'SIGTERM', async (said) => {
    const { results } = await (await fetch(`http://127.0.0.1:${PORT}/api/organization`)).json();
    expect(results.length).toBeGreaterThan(0);
    expect(said()).toMatch(new RegExp(`^http://localhost:${PORT}/\\?name=Demo`, 'm'));
    expect(said()).toContain(`anyone who reaches port ${PORT} sees the board`);
  });
});

test('the gateway serves the API when it has a token, and ends with Ctrl+C', async () => {
  const asked: unknown[] = [];
  const stub = createServer(({ url, headers }, response) => {
    asked.push([url, headers.authorization]);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"results":[]}');
  }).listen(0, '127.0.0.1');
  await once(stub, 'listening');
  const address = stub.address();
  const settings = {
    QOVERY_API_TOKEN: 'qov_mine',
    QOVERY_API_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
  };
  await running(settings, 'SIGINT', async (said) => {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/environment/${ID}/status`);
    expect(answer.headers.get('x-cache')).toBe('MISS');
    expect(asked).toEqual([[`/environment/${ID}/status`, 'Token qov_mine']]);
    expect(said()).not.toContain('qov_mine');
  });
  stub.closeAllConnections();
  stub.close();
});
