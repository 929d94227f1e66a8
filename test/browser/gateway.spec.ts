import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, TOKEN, test } from '#test/support/browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const PORT = 4318;
const EMBEDDING_PORT = 4319;
let folder: string;
const running: ChildProcess[] = [];

test.describe.configure({ mode: 'serial' });
test.use({ hasToken: false });

async function startGateway(port: number, settings: Readonly<Record<string, string>>): Promise<void> {
  const nginx = spawn('sh', [join(ROOT, 'deploy/nginx/entrypoint.sh')], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      QOVERY_API_TOKEN: TOKEN,
      ENVBOARD_PAGE_DIR: join(folder, 'page'),
      ENVBOARD_RUN_DIR: join(folder, String(port)),
      LISTEN_ADDRESS: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
  });
  running.push(nginx);
  await expect
    .poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status, String), { timeout: 10_000 })
    .toBe(200);
}

test.beforeAll(async ({ baseURL }) => {
  folder = mkdtempSync(join(tmpdir(), 'envboard-browser-'));
  chmodSync(folder, 0o755);
  cpSync(join(ROOT, 'dist'), join(folder, 'page'), { recursive: true });
  const settings = { QOVERY_API_URL: `${baseURL}/api` };
  await startGateway(PORT, settings);
  await startGateway(EMBEDDING_PORT, { ...settings, EMBED_ORIGINS: `https://wiki.example.com ${baseURL}` });
});

test.afterAll(async () => {
  for (const nginx of running) {
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

/** The simulated account's own board, as the preview server would open it. */
async function boardOf(page: Page): Promise<string> {
  const home = await page.request.get('/', { maxRedirects: 0 });
  return home.headers().location ?? '';
}

/** A page of another site with the wall of a gateway in a frame. */
async function openFraming(page: Page, origin: string, gatewayPort: number): Promise<void> {
  const wall = `http://localhost:${gatewayPort}${await boardOf(page)}&view=wall`;
  const body = `<!doctype html><title>Wiki</title><iframe width="1200" height="700" src="${wall}"></iframe>`;
  await page.route('**/framing', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${origin}/framing`);
}

const tiles = (page: Page) => page.frameLocator('iframe').locator('article[data-freshness="fresh"]');
/** Chromium's own page in the place of what it refused. */
const expectRefused = async (page: Page) => {
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  await expect(tiles(page)).toHaveCount(0);
};

test('a board opens through the gateway without a token', async ({ page }) => {
  const board = `http://localhost:${PORT}${await boardOf(page)}`;
  const violations: string[] = [];
  await page.exposeFunction('violated', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => Reflect.get(window, 'violated')(event.violatedDirective));
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    asked.push(new URL(request.url()).origin);
    expect(request.headers().authorization).toBeUndefined();
  });

  await page.goto(board);

  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByLabel(/token/i)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toHaveCount(0);
  await expectAccessible(page);
  expect(new Set(asked)).toEqual(new Set([`http://localhost:${PORT}`]));
  expect(violations).toEqual([]);
  expect(await page.content()).not.toContain(TOKEN);
});

test('a frame shows nothing of it', async ({ page, baseURL }) => {
  await openFraming(page, String(baseURL), PORT);
  await expectRefused(page);
});

test('a site that EMBED_ORIGINS names shows the wall in a frame', async ({ page, baseURL }) => {
  await openFraming(page, String(baseURL), EMBEDDING_PORT);
  await expect(tiles(page)).toHaveCount(12);
  await expect(tiles(page).first()).toBeVisible();
});

test('a site that EMBED_ORIGINS does not name shows nothing of it', async ({ page, baseURL }) => {
  // The same server by its other name is another origin.
  await openFraming(page, String(baseURL).replace('localhost', '127.0.0.1'), EMBEDDING_PORT);
  await expectRefused(page);
});
