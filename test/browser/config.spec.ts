import type { Route } from '@playwright/test';
import { expect, expectAccessible, test } from '#test/support/browser.ts';

const CONFIG = '**/config.json';
const fulfill =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = '') =>
  (route: Route) =>
    route.fulfill({ status, headers, body });

test.use({ hasToken: false, ownDoing: /config\.json|login/ });

// The component tests run every answer. A redirect to another origin is one that only a browser has.
for (const { name, act, says } of [
  { name: '503', act: fulfill(503), says: /status 503/ },
  {
    name: '302 to another origin',
    act: fulfill(302, { location: 'http://elsewhere.example/login' }),
    says: /probably to sign you in/,
  },
  {
    name: 'HTML',
    act: fulfill(200, { 'content-type': 'text/html' }, '<!doctype html>Sign in'),
    says: /probably to sign you in/,
  },
]) {
  test(`the page shows no token form when config.json answers ${name}, and opens the board when it answers again`, async ({
    page,
  }) => {
    await page.clock.install();
    await page.route(CONFIG, act);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'The settings could not be loaded' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(says);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    // Only the sentence differs, so one page is enough.
    if (name === 'HTML') await expectAccessible(page);

    await page.unroute(CONFIG);
    await page.clock.fastForward(61_000);
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  });
}

test('the page finds config.json when its address contains a user and a password', async ({ page, baseURL }) => {
  await page.goto(`${baseURL?.replace('http://', 'http://viewer:secret@')}/`);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Share' })).toBeVisible();
  await expect(page.getByText('could not be loaded')).toHaveCount(0);
});
