import { choose, expect, expectAccessible, TOKEN, test } from '#test/support/browser.ts';

test.use({ hasToken: false });

const asIf = (config: unknown) => ({ contentType: 'application/json', body: JSON.stringify(config) });

test('the token form names the shared board, and a token opens it', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  const link = page.url();
  await page.route('**/config.json', (route) => route.fulfill(asIf({ api: '/api', auth: 'token' })));
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  await expect(page.getByText('“Demo board” shows 12 environments.')).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel(/token/i).first().fill(`  Token ${TOKEN}\n`);
  const requested = page.waitForRequest(/\/api\/organization$/);
  await page.getByRole('button', { name: 'Connect' }).click();
  expect((await requested).headers().authorization).toBe(`Token ${TOKEN}`);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(page.url()).not.toContain(TOKEN);
  expect(await page.content()).not.toContain(TOKEN);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(TOKEN);

  await choose(page, 'More', 'Forget the token');
  await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(TOKEN);
});

test('the token form explains an empty and a refused token', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill(asIf({ api: '/api', auth: 'token' })));
  await page.route('**/api/organization', (route) => route.continue({ url: `${route.request().url()}?demo=401` }));
  await page.goto('/?q=');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toHaveText('Paste a Qovery token first.');
  await page.getByLabel(/token/i).first().fill(TOKEN);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toContainText('Qovery refused this token.');
});

test('the demo runs in the page without a request to a server', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill(asIf({ api: 'https://api.qovery.com', auth: 'token' })));
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto('/?q=');
  await page.getByRole('button', { name: 'Look around with demo data' }).click();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(requested.filter((url) => /\/api\/|qovery\.com/.test(url))).toEqual([]);
});

test('the page explains a config.json that it cannot use', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill(asIf({ api: 'http://evil.example', auth: 'token' })));
  await page.goto('/?q=');
  await expect(page.getByRole('heading', { name: 'config.json cannot be used' })).toBeVisible();
  await expect(page.getByText(/“api” is neither an https address/)).toBeVisible();
});

test('the content security policy blocks requests to hosts other than the API', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill(asIf({ api: 'https://api.qovery.com', auth: 'token' })));
  await page.goto('/?q=');
  await expect(page.getByLabel(/token/i).first()).toBeVisible();
  const blocked = await page.evaluate(async () => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI), { once: true });
    });
    await fetch('https://elsewhere.example/').catch(() => undefined);
    return violated;
  });
  expect(blocked).toContain('https://elsewhere.example');
});

test.describe('a remembered token', () => {
  test.use({ remembers: true });

  test('is stored once on the device, and opens the board in another tab', async ({ page, context }) => {
    await context.route('**/config.json', (route) => route.fulfill(asIf({ api: '/api', auth: 'token' })));
    await page.goto('/?q=');
    await page.getByLabel(/token/i).first().fill(TOKEN);
    await page.getByRole('checkbox', { name: 'Remember on this device' }).check();
    await page.getByRole('button', { name: 'Connect' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem(`envboard.connection@${location.origin}/api`))).toContain(
      TOKEN,
    );

    const other = await context.newPage();
    await other.goto('/?q=');
    await expect(other.getByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  });
});
