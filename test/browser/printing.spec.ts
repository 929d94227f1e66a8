import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';
import { eachState } from '#test/support/each-state.ts';
import { openLarge } from '#test/support/large-board.ts';

/** A page of A4 without the margins that browsers leave, in CSS pixels. */
const PAPER = { width: 718, height: 1_047 };

/** Lays the page out as on paper, with what it renders for printing. */
async function layOutOnPaper(page: Page): Promise<void> {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

const leavePaper = async (page: Page): Promise<void> => {
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
};

/** Returns the vertical edges of each element that has a box. */
const edgesOf = (found: Locator): Promise<readonly (readonly [top: number, bottom: number])[]> =>
  found.evaluateAll((elements) =>
    elements
      .map((element) => element.getBoundingClientRect())
      .filter(({ height }) => height > 0)
      .map(({ top, bottom }) => [top, bottom] as const),
  );

test('Activity prints its newest 250 entries below each other, and how many it leaves out', async ({ page }) => {
  await openLarge(page, 12, { page: 'activity' });
  const rows = page.locator('main [data-result]');
  await expect(page.getByRole('button', { name: /^All/ })).toHaveText(/1,\d{3}/, { timeout: 60_000 });
  await page.getByRole('button', { name: /^Went well/ }).click();
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeVisible();
  await layOutOnPaper(page);
  await expect(page.getByText(/^\d[\d,]* older entries are not printed\.$/)).toBeVisible();
  const edges = await edgesOf(rows);
  expect(edges).toHaveLength(250);
  expect(edges.filter(([top], index) => top < (edges[index - 1]?.[1] ?? 0) - 1)).toEqual([]);
  // The chosen filter can be read; what only a click can use is gone.
  await expect(page.getByRole('button', { name: /^Went well/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Failed/ })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await leavePaper(page);
  await expect(page.getByText(/older entries are not printed/)).toHaveCount(0);
  await expect(rows.first()).toBeVisible();

  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(10);
  expect(pages).toBeLessThan(25);
});

test('cards of a board on paper cut no state off, and a long group begins on the first page', async ({ page }) => {
  await openLarge(page, 60, {});
  const cards = page.locator('article[data-freshness="fresh"]');
  await expect(cards).toHaveCount(60, { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Save to my boards' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Filter and order' })).toBeVisible();
  const grid = page.locator('main div', { has: page.locator('> section article') }).first();
  const columns = () => grid.evaluate((element) => getComputedStyle(element).gridTemplateColumns.split(' ').length);
  expect(await columns()).toBeGreaterThan(2);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  // The page is laid out for paper before it can measure itself again.
  expect(await columns()).toBe(2);
  await layOutOnPaper(page);
  const isCut = (words: readonly Element[]) =>
    words
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ textContent }) => `${textContent} is cut off`);
  expect(await page.locator('article strong').evaluateAll(isCut)).toEqual([]);
  const narrow = await cards.evaluateAll(
    (all) => all.filter((card) => card.getBoundingClientRect().width < 256).length,
  );
  expect(narrow).toBe(0);
  const bar = page.locator('[data-board-tone] span.bg-failing');
  expect(await bar.evaluate((element) => getComputedStyle(element).printColorAdjust)).toBe('exact');
  const frame = page.locator('main section', { has: page.locator('article') }).first();
  expect(await frame.evaluate((element) => getComputedStyle(element).breakInside)).toBe('auto');
  await expect(page.getByRole('button', { name: 'Save to my boards' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Filter and order' })).toBeHidden();
});

/** Returns how far an element reaches over the right edge of its frame, in CSS pixels. */
const excessOf = (part: Locator): Promise<number> =>
  part.evaluate((element) => {
    const frame = element.closest('section')?.getBoundingClientRect().right ?? 0;
    return Math.round(element.getBoundingClientRect().right - Math.min(frame, innerWidth));
  });

test('the table prints all of its columns within the page', async ({ page }) => {
  await openLarge(page, 12, { view: 'table' });
  await expect(page.locator('tr[data-freshness="fresh"]')).toHaveCount(12, { timeout: 60_000 });
  const table = page.locator('main table');
  await page.setViewportSize(PAPER);
  // On the screen, the table is wider than the window, and scrolls.
  expect(await excessOf(table)).toBeGreaterThan(100);
  await layOutOnPaper(page);
  expect(await excessOf(table)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('columnheader', { name: 'Checked' })).toBeVisible();
  // Without a pointer, the button of a row's menu has no use.
  await expect(page.locator('td [aria-haspopup="menu"]').first()).toBeHidden();
  const heading = page.locator('td h2').first();
  expect((await heading.boundingBox())?.width).toBeGreaterThan(0.9 * ((await table.boundingBox())?.width ?? 0));
  await leavePaper(page);
  expect(await excessOf(table)).toBeGreaterThan(100);
  await expect(page.locator('td [aria-haspopup="menu"]').first()).toBeVisible();
});

test('the wall prints every environment, and cuts off no state and no time', async ({ page }) => {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.goto(await eachState({ view: 'wall' }));
  const tiles = page.locator('article[data-freshness="fresh"]');
  await expect(tiles).toHaveCount(30);
  const cut = () =>
    page
      .locator('article :is(strong, .truncate)')
      .evaluateAll((words) =>
        words.filter((word) => word.scrollWidth > word.clientWidth + 1).map(({ textContent }) => textContent),
      );
  await layOutOnPaper(page);
  await expect(tiles).toHaveCount(30);
  expect(await cut()).toEqual([]);
  // The page grows with its tiles: nothing is beyond its end.
  const last = await tiles.last().boundingBox();
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeGreaterThan(PAPER.height);
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(end);
});

test('a printed board names the text that it is filtered by', async ({ page }) => {
  await page.goto(await eachState({ query: 'deploy' }));
  const filter = page.getByRole('region', { name: 'Summary' }).getByText('deploy', { exact: true });
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
  await expect(filter).toBeHidden();
  await layOutOnPaper(page);
  await expect(filter).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeHidden();
});

test('Versions of many environments continue in further tables on paper, in legible letters', async ({ page }) => {
  await page.goto(await eachState({ page: 'versions' }));
  const tables = page.locator('main table');
  await expect(tables).toHaveCount(1);
  await expect(tables.getByRole('columnheader')).toHaveCount(31);
  await expect(tables.getByRole('rowheader').first()).toBeVisible({ timeout: 60_000 });
  await layOutOnPaper(page);
  await expect(tables).toHaveCount(10);
  const zooms = await tables.evaluateAll((all) => all.map((one) => Number(getComputedStyle(one).zoom)));
  // 13 px are 7 points then.
  expect(Math.min(...zooms)).toBeGreaterThan(0.72);
  for (const table of await tables.all()) expect(await excessOf(table)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('columnheader', { name: 'ready', exact: false })).toHaveCount(1);
  await leavePaper(page);
  await expect(tables).toHaveCount(1);
});

test('Versions prints whole columns and chips, and no button that only a click can use', async ({ page }) => {
  await openLarge(page, 24, { page: 'versions' });
  const chips = page.locator('td [data-chip]');
  await expect(chips.nth(3)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Copy as CSV' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await layOutOnPaper(page);
  const tables = page.locator('main table');
  for (const table of await tables.all()) expect(await excessOf(table)).toBeLessThanOrEqual(0);
  const cut = await page.locator('td [data-chip] span, td [data-place] > span').evaluateAll((parts) =>
    parts
      // A text for screen readers alone is one pixel wide.
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
  await expect(page.getByRole('button', { name: 'Copy as CSV' })).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
});

test('the chart of Delivery is as wide as paper before the page can measure itself', async ({ page }) => {
  await openLarge(page, 12, { page: 'delivery' });
  const chart = page.getByRole('region', { name: 'Duration of a deployment' }).locator('svg:has(> g)');
  await expect(chart).toBeVisible({ timeout: 60_000 });
  const width = async () => (await chart.boundingBox())?.width ?? 0;
  expect(await width()).toBeGreaterThan(PAPER.width);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await width()).toBeLessThan(PAPER.width - 80);
  await leavePaper(page);
  await expect.poll(width).toBeGreaterThan(PAPER.width);
});
