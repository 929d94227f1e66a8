import { expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';

const DEPLOYMENTS = 'Deployments, newest first';

test('a user opens, reads and leaves the details by keyboard, accessible in both themes', async ({ page }) => {
  await page.goto('/');
  const card = page.locator('article[data-freshness="fresh"]').first();
  const id = (await card.getAttribute('data-environment-id')) ?? '';
  // By id: cards move when their state changes.
  const opener = page.locator(`article[data-environment-id="${id}"] h3 button`);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]env=/);

  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('region', { name: DEPLOYMENTS }).getByRole('listitem')).toHaveCount(20);
  await expect(panel.getByRole('img', { name: /^Last 20 deployments/ })).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Services' }).getByRole('listitem').first()).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('Tab');
  expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page).not.toHaveURL(/[?&]env=/);
});

test('a link opens the details, and Back closes them', async ({ page }) => {
  await page.goto('/');
  await page.locator('article[data-freshness="fresh"] h3 button').first().click();
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  const link = page.url();
  await page.goBack();
  await expect(panel).toHaveCount(0);
  await page.goto(link);
  await expect(panel.getByRole('region', { name: DEPLOYMENTS }).getByRole('listitem')).toHaveCount(20);
});

test('the details report a failed request, and Try again sends it again', async ({ page }) => {
  const pattern = /\/api\/environment\/[^/]+\/(deploymentHistoryV2|statuses|services)/;
  const failing = (url: string) => `${url}${url.includes('?') ? '&' : '?'}demo=503`;
  await page.route(pattern, (route) => route.continue({ url: failing(route.request().url()) }));
  await page.goto('/');
  await page.locator('article[data-freshness="fresh"] h3 button').first().click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('The deployments could not be loaded. Qovery answered 503.')).toBeVisible();
  await expect(panel.getByText('No deployments yet.')).toHaveCount(0);
  await expectAccessible(page);

  await page.unroute(pattern);
  const deployments = panel.getByRole('region', { name: DEPLOYMENTS });
  await deployments.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(deployments.getByRole('listitem')).toHaveCount(20);
});

test('the details fill the screen of a phone, and no content is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.locator('article[data-freshness="fresh"] h3 button').first().click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('region', { name: DEPLOYMENTS }).getByRole('listitem')).toHaveCount(20);
  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  const isCut = await panel.evaluate((dialog) =>
    [dialog, ...dialog.querySelectorAll('*')].some(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto',
    ),
  );
  expect(isCut).toBe(false);
  for (const control of await panel.locator('a, button').all()) {
    const box = await control.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});
