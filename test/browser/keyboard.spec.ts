import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';
import { openLarge } from '#test/support/large-board.ts';

/** Returns the environment that contains the focus, and the name of the focused element. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return {
      id: activeElement?.closest('[data-environment-id]')?.getAttribute('data-environment-id') ?? undefined,
      name: activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '',
    };
  });
const ids = (page: Page) =>
  page
    .locator('main [data-environment-id]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-environment-id') ?? ''));
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const palette = (page: Page) => page.getByRole('combobox', { name: /^Find an environment/ });

async function find(page: Page, query: string): Promise<void> {
  // A dialog may still be closing, and shortcuts are off meanwhile.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(palette(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type(query);
}

/** A board with a fixed order and fixed groups, so that each key has one correct result. */
async function open(page: Page, view: 'cards' | 'table'): Promise<readonly string[]> {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await page.getByLabel('Sort').selectOption('manual');
  await page.getByLabel('Group').selectOption('none');
  await expect(page).toHaveURL(/group=none&sort=manual/);
  if (view === 'table') await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page.locator(view === 'table' ? 'tr[data-environment-id]' : 'article')).toHaveCount(12);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  return ids(page);
}

for (const view of ['cards', 'table'] as const) {
  test(`arrow keys move the focus from one environment to another: ${view}`, async ({ page }) => {
    const all = await open(page, view);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatchObject({ id: all[0] });
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toMatchObject({ id: all[1] });
    await page.keyboard.press('ArrowDown');
    const below = (await focused(page)).id ?? '';
    const columns = all.indexOf(below) - 1;
    if (view === 'table') expect(columns).toBe(1);
    else expect(columns).toBeGreaterThan(1);
    const box = (id: string | undefined) => page.locator(`main [data-environment-id="${id}"]`).boundingBox();
    expect((await box(below))?.x).toBe((await box(all[1]))?.x);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page)).toMatchObject({ id: all[0] });
    await page.keyboard.press('End');
    await expect.poll(() => focused(page)).toMatchObject({ id: all.at(-1) });
    await expect(page.locator(`main [data-environment-id="${all.at(-1)}"]`)).toBeInViewport({ ratio: 0.8 });
    await page.keyboard.press('Home');
    await expect.poll(() => focused(page)).toMatchObject({ id: all[0] });
  });

  test(`details, menu and dialog return the focus when they close: ${view}`, async ({ page }) => {
    const all = await open(page, view);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatchObject({ id: all[0] });
    const { name } = await focused(page);
    await page.keyboard.press('Enter');
    await expect(dialog(page, name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).toEqual({ id: all[0], name });

    await page.keyboard.press('.');
    await expect(page.getByRole('menu', { name: new RegExp(`^Actions for .+ ${name}$`) })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect.poll(() => focused(page)).toEqual({ id: all[0], name });

    // A dialog replaces the menu. After the dialog, the focus returns to the element that had it before both.
    await page.keyboard.press('.');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await expect(dialog(page, `Label ${name}`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).toEqual({ id: all[0], name });
    await page.keyboard.press('Tab');
    await expect
      .poll(() => focused(page))
      .toMatchObject({ id: all[0], name: expect.stringMatching(`^Actions for .+ ${name}$`) });
  });
}

test('the focus stays on its environment when the view or the grouping changes', async ({ page }) => {
  const all = await open(page, 'cards');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  for (const view of ['compact', 'table']) {
    await page.keyboard.press('v');
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
    await expect.poll(() => focused(page)).toMatchObject({ id: all[2] });
  }
  for (const group of ['organization', 'mode', 'cluster', 'tone']) {
    // The first grouping after "none" is the default, which the address omits.
    if (group === 'organization') await page.keyboard.press('g');
    await page.keyboard.press('g');
    await expect(page).toHaveURL(new RegExp(`group=${group}`));
    await expect.poll(() => focused(page)).toMatchObject({ id: all[2] });
  }
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: /Leave the wall/ })).toBeAttached();
  await page.keyboard.press('v');
  await expect(page.locator('article h3')).toHaveCount(12);
});

test('the help lists the keys when a user presses ? or chooses it in the header’s menu', async ({ page }) => {
  await open(page, 'cards');
  await page.keyboard.press('Shift+?');
  await expect(dialog(page, 'Keyboard')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'More' })).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Keyboard')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
});

test('the page fetches the palette when its modifier key goes down', async ({ page }) => {
  await open(page, 'table');
  // Waits until the shortcuts have loaded.
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await focused(page)).id).toBeDefined();
  const fetched = page.waitForRequest(/assets\/command-palette-.*\.js$/);
  await page.keyboard.down('Control');
  await fetched;
  await page.keyboard.up('Control');
});

test('the palette finds and opens environments and commands, and returns the focus, accessible in both themes', async ({
  page,
}) => {
  const all = await open(page, 'table');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const before = await focused(page);
  expect(before.id).toBe(all[1]);

  await find(page, 'storefront prod');
  const options = palette(page).locator('xpath=ancestor::dialog').getByRole('option');
  await expect(options).toHaveCount(1);
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/env=/);
  await expect(dialog(page, 'production')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => focused(page)).toEqual(before);

  for (const [query, name] of [
    ['settings', 'Settings'],
    ['share', 'Share this board'],
    ['pin env', 'Pin environments'],
  ] as const) {
    await find(page, query);
    await page.keyboard.press('Enter');
    await expect(dialog(page, name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).toEqual(before);
  }

  await find(page, 'no such thing');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await find(page, 'view cards');
  await page.keyboard.press('Enter');
  await expect(page.locator('article')).toHaveCount(12);
  await expect.poll(() => focused(page)).toMatchObject({ id: before.id });
});

test('shortcuts do nothing while a user types, and browser shortcuts are not prevented', async ({ page }) => {
  await open(page, 'cards');
  await page.keyboard.press('/');
  const filter = page.getByRole('searchbox', { name: 'Filter' });
  await expect(filter).toBeFocused();
  await page.keyboard.type('pvs?.');
  await expect(filter).toHaveValue('pvs?.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await filter.fill('');
  await filter.blur();
  const wasPrevented = await page.evaluate(() =>
    ['p', 's', 'r', 'g', 'ArrowLeft', 'Home'].map((key) => {
      const modifiers = key === 'ArrowLeft' ? { altKey: true } : { ctrlKey: true };
      const event = new KeyboardEvent('keydown', { key, ...modifiers, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(wasPrevented).toEqual(Array(6).fill(false));
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Escape closes the help first when the wall is open, and then the wall', async ({ page }) => {
  await open(page, 'cards');
  await find(page, 'view wall');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Leave the wall/ })).toBeAttached();
  await page.keyboard.press('Shift+?');
  await expect(dialog(page, 'Keyboard')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/view=wall/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/view=wall/);
});

test('End and Home focus environments that were not rendered before', async ({ page }) => {
  const pins = await openLarge(page, 600, { group: 'none', sort: 'manual' });
  await expect(page.locator('article[data-freshness="fresh"]').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toMatchObject({ id: pins[0]?.id });
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toMatchObject({ id: pins.at(-1)?.id });
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toMatchObject({ id: pins[0]?.id });
});

test('the keyboard’s focus goes on to the next environment when one is unpinned, and returns with Undo', async ({
  page,
}) => {
  const all = await open(page, 'cards');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatchObject({ id: all[1] });
  await page.keyboard.press('.');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Unpin' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('article')).toHaveCount(11);
  await expect.poll(() => focused(page)).toMatchObject({ id: all[2] });
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.locator('article')).toHaveCount(12);
  await expect.poll(() => focused(page)).toMatchObject({ id: all[1] });
});

test('the filter has the focus after the filters are cleared, and the next control after a banner is closed', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await page.goto(page.url().replace(/([?&])name=[^&]*/, '$1name=Theirs'));
  const banner = page.getByRole('region', { name: 'Shared board' });
  const summary = page.getByRole('region', { name: 'Summary' });
  await summary.getByRole('button', { name: /Deployed/ }).press('Enter');
  await summary.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toBeFocused();
  await banner.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Cards' })).toBeFocused();
});
