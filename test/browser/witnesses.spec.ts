import type { Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';
import { checkerFaults, markupFaults, snifferFaults } from '#test/support/witnesses.ts';

// Their scripts write markup, which the page's policy forbids.
test.use({ bypassCSP: true });

async function expectNoFault(page: Page, view: string): Promise<void> {
  expect(await markupFaults(page), view).toEqual([]);
  expect(await snifferFaults(page), view).toEqual([]);
}

/** Fields of the page that a password manager may take for a user name. */
const openToPasswordManagers = (page: Page) =>
  page
    .locator('input:not([type="radio"], [type="checkbox"], [type="file"], [readonly], [data-1p-ignore])')
    .evaluateAll((fields) => fields.map(({ outerHTML }) => outerHTML));

/** The pages and views, each with an element that it has when it is complete. */
const VIEWS = [
  ['Cards', 'article[data-freshness="fresh"]'],
  ['Compact', 'li[data-freshness="fresh"]'],
  ['Table', 'tr[data-freshness="fresh"]'],
  ['Versions', '[data-version]'],
  ['Activity', 'article, li'],
  ['Delivery', 'article'],
] as const;

/** The slowest of the three reads the views whose markup differs most. */
const CHECKED: ReadonlySet<string> = new Set(['Cards', 'Table', 'Versions']);

test('three witnesses besides axe find no fault in any view', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  for (const [view, sign] of VIEWS) {
    const control = page.locator('main, nav').getByText(view, { exact: true });
    await control.first().click();
    await expect(page.locator(`main :is(${sign})`).first()).toBeVisible();
    await expectNoFault(page, view);
    if (CHECKED.has(view)) expect(await checkerFaults(page), view).toEqual([]);
    expect(await openToPasswordManagers(page), view).toEqual([]);
    if (view !== 'Cards') continue;
    for (const key of ['p', 's', '?']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoFault(page, key);
      await page.keyboard.press('Escape');
      // A dialog that is still closing would take the next key.
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.getByRole('article').first().getByRole('button').first().click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Services' })).toBeVisible();
    await expectNoFault(page, 'details');
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('1');
  await page.getByText('Wall', { exact: true }).click();
  await expect(page.locator('article[data-freshness="fresh"]').first()).toBeVisible();
  await expectNoFault(page, 'Wall');
  expect(await checkerFaults(page), 'Wall').toEqual([]);

  // Each of them does find a fault.
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('h2'), new Image(9, 9)));
  expect((await markupFaults(page)).join()).toMatch(/<img> is missing/);
  expect((await snifferFaults(page)).join()).toMatch(/H42/);
  expect((await checkerFaults(page)).join()).toMatch(/img_alt/);
});
