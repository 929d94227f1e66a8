import type { Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';

/** Makes the page's own requests for `/` name another build. The served files stay the same. */
async function deploy(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      if (route.request().resourceType() === 'document') return route.fallback();
      try {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll(/index-[\w-]+\.js/g, 'index-B.js');
        await route.fulfill({ response, body });
      } catch {
        // The test ended, and its page closed, while the page requested the present build.
      }
    },
  );
}

const documentsOf = (page: Page) => {
  const documents: string[] = [];
  page.on('request', (request) => request.resourceType() === 'document' && documents.push(request.url()));
  return documents;
};

/** Moves the clock ahead by minutes until `isSo` passes, with real time between them for the network. */
async function passUntil(page: Page, isSo: () => Promise<void>): Promise<void> {
  await expect(async () => {
    // Each timer fires at most once, so that a minute costs one rendering instead of sixty.
    await page.clock.fastForward(60_000);
    await isSo();
  }).toPass({ timeout: 45_000, intervals: [50] });
}

test('the page offers a new build to a user, and a wall loads it once by itself', async ({ page }) => {
  test.slow();
  const documents = documentsOf(page);
  await page.clock.install();
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await deploy(page);
  const offer = page.getByText('A new version of Envboard is available.');
  const first = documents.length;
  await passUntil(page, () => expect(offer).toBeVisible({ timeout: 200 }));
  expect(documents).toHaveLength(first);

  await page.getByText('Wall', { exact: true }).click();
  await passUntil(page, async () => expect(documents).toHaveLength(first + 1));
  await expect(page.locator('[data-environment-id]')).toHaveCount(12);
  // The reload returned the same files, and the next checks find the other build again.
  let checks = 0;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/' && request.resourceType() === 'fetch') checks += 1;
  });
  await passUntil(page, async () => expect(checks).toBeGreaterThanOrEqual(3));
  expect(documents).toHaveLength(first + 1);
});
