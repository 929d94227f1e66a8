import { choose, expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';

test('a user shares a board by keyboard alone, accessible in both themes', async ({ page, browser }) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Share this board' });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Link copied.')).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await dialog.getByRole('button', { name: 'QR code' }).press('Enter');
  const view = page.getByRole('dialog', { name: 'QR code' });
  await expect(view.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(view.getByRole('button', { name: 'Done' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'QR code' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Markdown' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Markdown' })).toHaveValue(/\| acme \/ storefront \| [A-Z]/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const link = await page.evaluate(() => navigator.clipboard.readText());
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(link);
  await expect(stranger.locator('article')).toHaveCount(12);
  await expect(stranger.getByRole('textbox', { name: 'Board name' })).toHaveValue('Demo board');
  await context.close();
});

test('a link contains the wall and omits the filters when a user chooses that', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('production');
  await expect(page).toHaveURL(/q=production/);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/&q=production&v=1$/);
  await page.getByRole('checkbox', { name: 'With the filters' }).uncheck();
  await page.getByRole('checkbox', { name: 'Open as wall' }).check();
  await expect(link).toHaveValue(/&view=wall&v=1$/);
});

test('the dialog selects the link when the browser refuses the clipboard', async ({ page, context }) => {
  await context.clearPermissions();
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/The text is selected: press Ctrl\+C/)).toBeVisible();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await link.inputValue());
});

test('no content of the dialog is cut off on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await choose(page, 'More', 'Share');
  const dialog = page.getByRole('dialog', { name: 'Share this board' });
  await dialog.getByRole('button', { name: 'Markdown' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Markdown' })).toBeVisible();
  const isWiderThanItself = await dialog.evaluate((element) =>
    [element, ...element.querySelectorAll('div, svg, button, label')].some(
      (one) => one.getBoundingClientRect().right > element.getBoundingClientRect().right + 1,
    ),
  );
  expect(isWiderThanItself).toBe(false);
  for (const button of await dialog.getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});
