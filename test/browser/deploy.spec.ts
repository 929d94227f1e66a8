import { expect, test } from '#test/support/browser.ts';

test.use({ ownDoing: /Failed to fetch dynamically imported module/ });

test('a page reloads once and keeps its board when a deploy removed its files', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  const address = page.url();
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  // A deploy: the server's page names other files, and the old files are gone. The reload returns this build again, as
  // a
  // cache or a server without the new build would.
  await page.route(/\/(\?.*)?$/, async (route) => {
    if (route.request().resourceType() === 'document') return route.continue();
    try {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replaceAll('/index-', '/index-of-another-build-'),
      });
    } catch {
      // The test ended, and its page closed, while the page requested the present build.
    }
  });
  await page.route(/\/assets\/(share|shortcuts)-dialog-.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.keyboard.press('s');
  await expect.poll(() => loads).toBe(1);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(page.url()).toBe(address);

  // The reloaded page lacks its files, too. That must not cause another reload.
  for (const name of ['Share', 'keys']) {
    await page.keyboard.press(name === 'Share' ? 's' : '?');
    await expect(page.getByRole('dialog')).toContainText(
      `${name === 'Share' ? '“Share”' : 'The list of keys'} could not be`,
    );
    await page.getByRole('button', { name: 'Close' }).click();
  }
  expect(loads).toBe(1);
});
