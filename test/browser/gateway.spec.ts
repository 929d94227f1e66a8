import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAccessible, TOKEN, test } from '#test/support/browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const PORT = 4318;
let nginx: ChildProcess;
let folder: string;

test.describe.configure({ mode: 'serial' });
test.use({ hasToken: false });

test.beforeAll(async ({ baseURL }) => {
  folder = mkdtempSync(join(tmpdir(), 'envboard-browser-'));
  chmodSync(folder, 0o755);
  cpSync(join(ROOT, 'dist'), join(folder, 'page'), { recursive: true });
  nginx = spawn('sh', [join(ROOT, 'deploy/nginx/entrypoint.sh')], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      QOVERY_API_TOKEN: TOKEN,
      QOVERY_API_URL: `${baseURL}/api`,
      ENVBOARD_PAGE_DIR: join(folder, 'page'),
      ENVBOARD_RUN_DIR: join(folder, 'run'),
      LISTEN_ADDRESS: '127.0.0.1',
      PORT: String(PORT),
    },
  });
  await expect
    .poll(() => fetch(`http://127.0.0.1:${PORT}/healthz`).then(({ status }) => status, String), { timeout: 10_000 })
    .toBe(200);
});

test.afterAll(async () => {
  nginx.kill('SIGTERM');
  await once(nginx, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

test('a board opens through the gateway without a token', async ({ page }) => {
  // The simulated account's own board, as the preview server would open it.
  const home = await page.request.get('/', { maxRedirects: 0 });
  const board = `http://localhost:${PORT}${home.headers().location}`;
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

test('a frame shows nothing of it', async ({ page }) => {
  await page.route('**/framing', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="http://localhost:${PORT}/"></iframe>` }),
  );
  await page.goto('/framing');
  const frame = page.frames()[1];
  await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/);
});
