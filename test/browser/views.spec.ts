import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';
import { openLarge } from '#test/support/large-board.ts';

const rows = (page: Page) => page.locator('tr[data-environment-id]');
const tiles = (page: Page) => page.locator('li[data-environment-id]');
const chooseView = (page: Page, name: string) => page.getByText(name, { exact: true }).click();

test('the table is accessible in both themes, and so is the compact view in one', async ({ page }) => {
  await page.goto('/');
  await chooseView(page, 'Table');
  await expect(page.locator('tr[data-freshness="fresh"]')).toHaveCount(12);
  await expectAccessibleInBothThemes(page);
  const heights = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(new Set(heights)).toEqual(new Set([32]));
  // With the widest font in use, too, a person's name is whole at this width, behind the longest origin.
  await page.setViewportSize({ width: 1_440, height: 900 });
  const people = await rows(page).evaluateAll((all) =>
    all
      .map((row) => {
        const origin = row.querySelector('td:nth-child(8) span > span');
        if (origin) origin.textContent = 'Terraform ';
        return row.querySelector('td:nth-child(8) .text-mute');
      })
      .map((one) => [one?.textContent, one && one.scrollWidth <= one.clientWidth]),
  );
  expect(people.filter(([, isWhole]) => isWhole)).toHaveLength(12);
  expect(people.map(([text]) => text)).toContainEqual(expect.stringMatching(/^by [A-Z]\w+ [A-Z]\w+$/));

  await chooseView(page, 'Compact');
  await expect(page.locator('li[data-freshness="fresh"]')).toHaveCount(12);
  await expectAccessible(page);
});

test('a user sorts the table and selects columns by keyboard, the link contains both, and Back undoes them', async ({
  page,
}) => {
  await page.goto('/');
  await chooseView(page, 'Table');
  const header = page.getByRole('columnheader', { name: 'Environment' });
  await header.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=name&order=reversed/);

  await page.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'Columns' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemcheckbox', { name: 'State', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Mode' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Environment' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('columnheader', { name: 'Mode' })).toHaveCount(0);

  await page.goBack();
  await expect(page.getByRole('columnheader', { name: 'Mode' })).toBeVisible();
  await page.goBack();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
});

test('a user opens a tile and its menu by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await chooseView(page, 'Compact');
  await expect(page.locator('li[data-freshness="fresh"]')).toHaveCount(12);
  const id = (await tiles(page).first().getAttribute('data-environment-id')) ?? '';
  // By id: tiles move when their state changes.
  const buttons = page.locator(`li[data-environment-id="${id}"] button`);
  await buttons.first().focus();
  await page.keyboard.press('Tab');
  await expect(buttons.last()).toBeFocused();
  await expect(buttons.last()).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Details' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(buttons.last()).toBeFocused();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(/[?&]env=/);
  await page.keyboard.press('Escape');
  await expect(buttons.first()).toBeFocused();
});

test('a screen of 1920×1080 shows at least 130 tiles in letters of 12 px or more', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openLarge(page, 150, { view: 'compact', group: 'none' });
  await expect(page.locator('li[data-freshness="fresh"]')).toHaveCount(150);
  const inside = await tiles(page).evaluateAll(
    (all) => all.filter((tile) => tile.getBoundingClientRect().bottom <= innerHeight).length,
  );
  expect(inside).toBeGreaterThanOrEqual(130);
  const sizes = await tiles(page).evaluateAll((all) =>
    all.flatMap((tile) =>
      [...tile.querySelectorAll('*')].map((part) => Number.parseFloat(getComputedStyle(part).fontSize)),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});

test('small groups of the compact view stand side by side, in columns that line up with those of large groups', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await openLarge(page, 60, { view: 'compact', sort: 'name' });
  await expect(page.locator('li[data-freshness="fresh"]')).toHaveCount(60);
  const groups = page.locator('main section', { has: page.locator('> ul') });
  await expect(groups).toHaveCount(12);
  const boxes = await groups.evaluateAll((all) =>
    all.map((group) => {
      const { left, right, top } = group.getBoundingClientRect();
      const names = [...group.querySelectorAll('h2 .truncate')].map((name) => name.scrollWidth - name.clientWidth);
      return { left: Math.round(left), right: Math.round(right), top: Math.round(top), cut: Math.max(...names) };
    }),
  );
  // Two groups or more fit into the eleven columns of this screen.
  expect(new Set(boxes.map(({ top }) => top)).size).toBeLessThanOrEqual(6);
  expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(1_896);
  expect(boxes.filter(({ cut }) => cut > 0)).toEqual([]);
  const lefts = await tiles(page).evaluateAll((all) =>
    all.map((tile) => Math.round(tile.getBoundingClientRect().left)),
  );
  expect(new Set(lefts).size).toBeLessThanOrEqual(11);
});

test('the table renders only the visible rows of a thousand, under fixed headers', async ({ page }) => {
  await openLarge(page, 1_000, { view: 'table', group: 'none', sort: 'name' });
  await expect(page.locator('tr[data-freshness="fresh"]').first()).toBeVisible();
  const region = page.getByRole('region', { name: 'Table of environments' });
  const first = rows(page).first();
  const id = (await first.getAttribute('data-environment-id')) ?? '';
  await first.getByRole('button').first().focus();

  await region.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await page.locator('tr[aria-rowindex="1001"]').scrollIntoViewIfNeeded();
  await expect(page.getByRole('columnheader', { name: 'Environment' })).toBeInViewport();
  expect(await rows(page).count()).toBeLessThan(200);
  // The focused row stays in the document when the rows around it leave.
  await expect(page.locator(`tr[data-environment-id="${id}"] button`).first()).toBeFocused();

  await region.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await expect(page.locator('tr[aria-rowindex="501"]')).toBeAttached();
  await expect(page.locator('tr[aria-rowindex="1001"]')).toHaveCount(0);
});

test('the compact view renders only the visible tiles of a thousand', async ({ page }) => {
  await openLarge(page, 1_000, { view: 'compact', group: 'none', sort: 'name' });
  await expect(page.locator('li[data-freshness="fresh"]').first()).toBeVisible();
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }));
  await expect(page.locator('li[aria-posinset="1000"]')).toBeInViewport();
  expect(await tiles(page).count()).toBeLessThan(500);
});

test('no part stays empty when a list changes while it fills', async ({ page }) => {
  test.setTimeout(90_000);
  for (const view of ['table', 'compact', 'cards'] as const) {
    await openLarge(page, 500, { view });
    const parts = page.locator('main [data-environment-id]');
    await expect(parts.nth(15)).toBeAttached();
    // The first states bring another order, and with it other parts.
    await expect(page.locator('[data-freshness="fresh"]').first()).toBeAttached();
    await expect(page.locator('[aria-busy]'), view).toHaveCount(0);
    const scrolled =
      view === 'table' ? page.getByRole('region', { name: 'Table of environments' }) : page.locator('html');
    await scrolled.evaluate(async (element) => {
      for (let step = 1; step <= 12; step += 1) {
        element.scrollTop += 900;
        // Two frames, so that the list replaces its parts while they fill.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      }
    });
    await expect(parts.nth(15)).toBeAttached();
    await expect(page.locator('[aria-busy]'), view).toHaveCount(0);
  }
  for (let round = 0; round < 3; round += 1)
    for (const view of ['Table', 'Compact', 'Cards'])
      await page.getByRole('radio', { name: view }).evaluate((radio: HTMLElement) => radio.click());
  await expect(page.locator('article[data-environment-id]').nth(15)).toBeAttached();
  await expect(page.locator('[aria-busy]')).toHaveCount(0);
});

test('the table scrolls sideways on a phone, and the environment stays visible', async ({ page }) => {
  await page.goto('/');
  await chooseView(page, 'Table');
  await page.setViewportSize({ width: 360, height: 740 });
  const name = rows(page).first().getByRole('rowheader');
  await expect(name).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page
    .getByRole('region', { name: 'Table of environments' })
    .evaluate((element) => element.scrollTo({ left: 800 }));
  await expect(name).toBeInViewport({ ratio: 0.9 });
});

test('the cards view renders only the visible matches of a filter, and scrolling reaches them all', async ({
  page,
}) => {
  await openLarge(page, 300, { group: 'none', sort: 'manual' });
  const cards = page.locator('article[data-environment-id]');
  await expect(page.locator('article[data-freshness="fresh"]').first()).toBeVisible();
  await page.getByRole('searchbox').fill('preview');
  await expect(page).toHaveURL(/q=preview/);
  await expect.poll(async () => (await cards.allTextContents()).every((text) => /preview/i.test(text))).toBe(true);
  const shown = page.getByText(/^\d+ of 300 shown$/);
  const matching = async () => Number.parseInt((await shown.textContent()) ?? '', 10);
  expect(await matching()).toBeGreaterThan(60);
  const drawn = await cards.count();
  expect(drawn).toBeGreaterThan(8);
  expect(drawn).toBeLessThan(await matching());
  const seen = new Set<string>();
  const idsInPage = () => cards.evaluateAll((all) => all.map((one) => one.getAttribute('data-environment-id') ?? ''));
  // A slow page may draw a row only after the next step, so the steps begin again at the top.
  const unseen = async () => {
    for (const id of await idsInPage()) seen.add(id);
    await page.evaluate(() => {
      const { scrollHeight } = document.documentElement;
      const atEnd = scrollY + innerHeight >= scrollHeight - 1;
      scrollTo({ top: atEnd ? 0 : scrollY + 600 });
    });
    return (await matching()) - seen.size;
  };
  await expect.poll(unseen, { intervals: [100] }).toBe(0);

  // The cards of a board that comes back after the wall fill a window that grows, without a scroll.
  await page.getByRole('searchbox').fill('');
  await page.getByRole('radio', { name: 'Wall' }).click({ force: true });
  await page.getByRole('button', { name: 'Leave the wall (Esc)' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(cards.first()).toBeVisible();
  await page.setViewportSize({ width: 1_280, height: 2_160 });
  const bottom = () => cards.evaluateAll((all) => Math.max(...all.map((card) => card.getBoundingClientRect().bottom)));
  await expect.poll(bottom).toBeGreaterThan(2_160);
});

test('no card is wider than its column when its name is long', async ({ page }) => {
  // The narrowest columns, with all cards in sight: cards out of sight have no layout.
  await page.setViewportSize({ width: 1_440, height: 6_000 });
  await openLarge(page, 60, { group: 'none' });
  await expect(page.locator('article[data-freshness="fresh"]').first()).toBeVisible();
  const overhang = await page
    .locator('article')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().width - (one.parentElement?.getBoundingClientRect().width ?? 0)),
    );
  expect(overhang).toHaveLength(60);
  expect(Math.max(...overhang)).toBeLessThan(1);
});
