import type { Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
/** Matches a negative age, or a time in the future, where only past times can be. */
const IMPOSSIBLE = /(^|[\s(])[-−]\d|\bin \d+ (s|m|h|d|second|minute|hour|day|year)|NaN|Invalid/;

async function expectTrue(page: Page): Promise<void> {
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  for (const text of await page.locator('article').allInnerTexts()) expect(text).not.toMatch(IMPOSSIBLE);
}

test('ages stay positive and no burst of requests follows when the clock is set or the device sleeps', async ({
  page,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/(status|overview)$/.test(pathname)) requested.push(pathname);
  });
  await page.clock.install();
  await page.goto('/');
  await expectTrue(page);
  const sources = new Set(requested).size;

  for (const jumpMs of [-HOUR_MS, -YEAR_MS, YEAR_MS + HOUR_MS]) {
    const now = await page.evaluate(() => Date.now());
    await page.clock.setSystemTime(now + jumpMs);
    requested.length = 0;
    await page.clock.runFor(5_000);
    await expectTrue(page);
    expect(requested.length).toBeLessThanOrEqual(2 * sources);
  }

  requested.length = 0;
  await page.clock.fastForward(8 * HOUR_MS);
  await expectTrue(page);
  expect(requested.length).toBeGreaterThanOrEqual(sources);
  expect(requested.length).toBeLessThanOrEqual(2 * sources);
});
