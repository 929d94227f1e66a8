import type { Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';

test.use({ ownDoing: /Failed to fetch dynamically imported module|Failed to load resource|net::ERR/ });

const cards = (page: Page) => page.locator('article[data-freshness="fresh"]');

/** Counts the documents that the page loads after this call. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

const REFUSALS = {
  blocked: (page: Page, file: RegExp) => page.route(file, (route) => route.abort()),
  'answered 404': (page: Page, file: RegExp) => page.route(file, (route) => route.fulfill({ status: 404, body: '' })),
} as const;

for (const [how, refuse] of Object.entries(REFUSALS)) {
  test(`the board polls and never reloads when the file of notices and dialogs is ${how}`, async ({ page }) => {
    await refuse(page, /\/assets\/soon-.*\.js$/);
    const loads = countLoads(page);
    let polls = 0;
    page.on('request', (request) => {
      if (/\/(status|overview)$/.test(new URL(request.url()).pathname)) polls += 1;
    });
    await page.goto('/');
    await expect(cards(page)).toHaveCount(12);
    const missing = page.getByText(
      'Notices, dialogs, keys and notifications could not be loaded. Check the connection.',
    );
    await expect(missing).toBeVisible();
    const before = polls;
    await expect.poll(() => polls, { timeout: 45_000 }).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog').getByText(/could not be loaded/)).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(loads()).toBe(1);

    await page.unroute(/\/assets\/soon-.*\.js$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(missing).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    expect(loads()).toBe(1);
  });
}
