import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { portOf } from '#test/gateway/support/ports.ts';
import { TOKEN } from './leaks.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A start takes 1 s, and more than 10 s on a machine with twenty times more work than processors. */
const START = { timeout: 45_000, intervals: [100] };

/** Returns a free port, so that two checkouts on one machine can run tests at the same time. */
export async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts the real gateway with the built page, in front of the simulated Qovery of the tests' server. Returns a function that
 * ends it. A gateway that does not start ends too: left behind, it would answer in place of the next one.
 */
export async function startPageGateway(port: number, settings: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'envboard-browser-'));
  chmodSync(folder, 0o755);
  cpSync(join(ROOT, 'dist'), join(folder, 'page'), { recursive: true });
  const nginx = spawn('sh', [join(ROOT, 'deploy/nginx/entrypoint.sh')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      QOVERY_API_TOKEN: TOKEN,
      ENVBOARD_PAGE_DIR: join(folder, 'page'),
      ENVBOARD_RUN_DIR: join(folder, 'run'),
      LISTEN_ADDRESS: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
  });
  let said = '';
  nginx.stderr.on('data', (chunk) => (said += chunk));
  const exit = once(nginx, 'exit');
  const stop = async (): Promise<void> => {
    nginx.kill('SIGTERM');
    await exit;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const isUp = () =>
    nginx.exitCode === null
      ? fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status, String)
      : `The gateway has ended: ${said}`;
  try {
    await expect.poll(isUp, START).toBe(200);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Returns the path and query of the demo board, to which the preview server redirects. */
export async function demoBoard(page: Page): Promise<string> {
  const home = await page.request.get('/', { maxRedirects: 0 });
  return home.headers().location ?? '';
}
