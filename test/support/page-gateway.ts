import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { TOKEN } from './leaks.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Starts the real gateway with the built page, in front of the simulated Qovery of the tests' server. */
export async function startPageGateway(port: number, settings: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'envboard-browser-'));
  chmodSync(folder, 0o755);
  cpSync(join(ROOT, 'dist'), join(folder, 'page'), { recursive: true });
  const nginx = spawn('sh', [join(ROOT, 'deploy/nginx/entrypoint.sh')], {
    stdio: 'ignore',
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
  const exit = once(nginx, 'exit');
  await expect
    .poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status, String), { timeout: 10_000 })
    .toBe(200);
  return async (): Promise<void> => {
    nginx.kill('SIGTERM');
    await exit;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}

/** Returns the path and query of the demo board, to which the preview server redirects. */
export async function demoBoard(page: Page): Promise<string> {
  const home = await page.request.get('/', { maxRedirects: 0 });
  return home.headers().location ?? '';
}
