import { expect, TOKEN, test } from '#test/support/browser.ts';
import { demoBoard, startPageGateway, unusedPort } from '#test/support/page-gateway.ts';

let origin = '';
let stop: (() => Promise<void>) | undefined;

test.use({ hasToken: false });

test.beforeAll(async ({ baseURL }) => {
  const port = await unusedPort();
  origin = `http://localhost:${port}`;
  stop = await startPageGateway(port, { QOVERY_API_URL: `${baseURL}/api` });
});
test.afterAll(async () => {
  await stop?.();
});

test('a board opens through the gateway without a token', async ({ page }) => {
  const board = `${origin}${await demoBoard(page)}`;
  const violations: string[] = [];
  await page.exposeFunction('violated', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => Reflect.get(window, 'violated')(event.violatedDirective));
  });
  const requested: string[] = [];
  page.on('request', (request) => {
    requested.push(new URL(request.url()).origin);
    expect(request.headers().authorization).toBeUndefined();
  });

  await page.goto(board);

  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByLabel(/token/i)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toHaveCount(0);
  expect(new Set(requested)).toEqual(new Set([origin]));
  expect(violations).toEqual([]);
  expect(await page.content()).not.toContain(TOKEN);
});
