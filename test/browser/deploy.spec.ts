import { expect, test } from '#test/support/browser.ts';

test.use({ ownDoing: /Failed to fetch dynamically imported module/ });

test('a file that a deploy took away is asked for with one reload, and then the crash page says so', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  const address = page.url();
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.route(/\/assets\/share-dialog-.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('button', { name: 'Share' }).click();
  await expect.poll(() => loads).toBe(1);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(page.url()).toBe(address);

  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('heading', { name: 'Envboard stopped working' })).toBeVisible();
  await page.unroute(/\/assets\/share-dialog-.*\.js$/);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog', { name: 'Share this board' })).toBeVisible();
  expect(loads).toBe(2);
});
