import type { Page } from '@playwright/test';
import { COLOUR_RULES, expect, expectAccessible, test } from '#test/support/browser.ts';

const openSettings = async (page: Page) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  return page.getByRole('dialog', { name: 'Settings' });
};
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the theme applies before the page’s script runs, and in another tab', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await ground(page);
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto('/');
  await expect(other.locator('article')).toHaveCount(12);

  const dialog = await openSettings(page);
  // The focus is on a control, and not on the scrolling part.
  await expect(dialog.getByRole('radio', { name: 'Same as the system' })).toBeFocused();
  await dialog.getByText('Dark', { exact: true }).click();
  await expect.poll(() => ground(page)).not.toBe(light);
  const dark = await ground(page);
  await expect.poll(() => ground(other)).toBe(dark);

  // The page's script never loads, so the screen shows the first paint.
  await page.route(/\/assets\/index-.*\.js$/, (route) => route.abort());
  await page.reload({ waitUntil: 'load' });
  await expect(page.locator('article')).toHaveCount(0);
  expect(await ground(page)).toBe(dark);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`the chosen theme overrides the theme of the system, accessible in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme === 'Light' ? 'dark' : 'light' });
    await page.goto('/');
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    const dialog = await openSettings(page);
    await dialog.getByRole('radio', { name: 'Same as the system' }).focus();
    for (let step = 0; step < (theme === 'Light' ? 1 : 2); step += 1) await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: theme })).toBeChecked();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await expectAccessible(page, theme === 'Dark' ? COLOUR_RULES : []);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
}

test('no control of the settings is cut off on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Forget…' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused();
  const edge = (await dialog.boundingBox()) ?? { x: 0, width: 0 };
  for (const control of await dialog.locator('input, select, button, fieldset').all()) {
    const box = await control.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(edge.x + edge.width);
  }
});
