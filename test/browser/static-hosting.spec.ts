import { expect, test } from '#test/support/browser.ts';
import { startStaticHost } from '#test/support/static-host.ts';

test.use({ hasToken: false });

test('the built files work when a server hosts them in a subfolder', async ({ page }) => {
  const host = await startStaticHost({ folder: '/a/b/' });
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url());
  });
  await page.goto(`http://localhost:${host.port}/a/b/`);
  await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  await page.getByRole('button', { name: 'Look around with demo data' }).click();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(new URL(page.url()).pathname).toBe('/a/b/');

  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.getByRole('table')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Pin environments' })).toBeVisible();
  expect(missing).toEqual([]);
  host.close();
});
