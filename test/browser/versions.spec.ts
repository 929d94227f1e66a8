import type { Page } from '@playwright/test';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { encodeBoard } from '#domain/board/board-url.ts';
import { createAccount } from '#simulator/account.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';

const { projects } = createAccount();
const shop = projects.find(({ environments }) =>
  ['DEVELOPMENT', 'STAGING', 'PRODUCTION'].every((mode) => environments.some((one) => one.mode === mode)),
);
const link = (board: Partial<Board> = {}) =>
  `/?${encodeBoard({ ...DEFAULT_BOARD, page: 'versions', pins: [{ kind: 'project', id: shop?.id ?? '' }], ...board })}`;

/** Opens the page, and waits until each environment has answered. */
async function openVersions(page: Page, board?: Partial<Board>): Promise<void> {
  await page.goto(link(board));
  await expect(page.locator('[data-version]').first()).toBeVisible();
  await expect(page.locator('[data-relation="waiting"]')).toHaveCount(0);
}

test('a matrix has no accessibility fault in either theme, and its details open and close by keyboard', async ({
  page,
}) => {
  await openVersions(page);
  await page.locator('button[data-place][tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  const cell = page.locator('button[data-place]:focus');
  await expect(cell).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: 'Open in Qovery' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(cell).toBeFocused();
});

test('a wide matrix scrolls under a fixed head and a fixed first column', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 520 });
  await openVersions(page);
  const region = page.getByRole('region', { name: `Versions of ${shop?.name}` });
  await expect(region.getByRole('rowheader').first()).toBeVisible();
  // In one step, because the line above the matrix may still wrap anew, which moves the whole region.
  const inRegion = () =>
    region.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      const side = element.querySelector('th[scope="row"]')?.getBoundingClientRect();
      const head = element.querySelector('thead th')?.getBoundingClientRect();
      return { left: (side?.left ?? 0) - left, top: (head?.top ?? 0) - top };
    });
  const before = await inRegion();
  // Columns that come later make the matrix wide enough.
  const scroll = () =>
    region.evaluate((element) => {
      element.scrollTo(200, 60);
      return element.scrollLeft;
    });
  await expect.poll(scroll).toBeGreaterThan(100);
  await expect.poll(inRegion).toEqual(before);
  // Texts for screen readers inside the matrix must not widen the page, nor a chip its cell.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820);
  const tooWide = await page
    .locator('td > button')
    .evaluateAll((cells) => cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length);
  expect(tooWide).toBe(0);
});

test('a phone compares one pair of environments without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openVersions(page, { versions: ['name'] });
  await expect(page.getByRole('combobox', { name: 'First environment' })).toHaveValue('STAGING');
  await page.getByRole('combobox', { name: 'First environment' }).selectOption('DEVELOPMENT');
  await expect(
    page.getByText(/differ between development and production|known to differ between development/),
  ).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.locator('section li button').first().click();
  await expect(page.getByRole('dialog')).toBeInViewport();
  await expectAccessible(page);
});

test('a phone compares staging with production beside an environment that is not found, and says that it is not', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const unknown = { kind: 'environment' as const, id: '00000000-0000-4000-8000-000000000001' };
  await openVersions(page, { pins: [{ kind: 'project', id: shop?.id ?? '' }, unknown] });
  const first = page.getByRole('combobox', { name: 'First environment' });
  await expect(first).toHaveValue('STAGING');
  await expect(page.getByRole('combobox', { name: 'Second environment' })).toHaveValue('PRODUCTION');
  await first.selectOption({ label: 'Unknown' });
  const missing = page.locator(`[data-environment-id="${unknown.id}"]`);
  await expect(missing).toContainText('Not found, or no access');
  await expect(missing).not.toContainText('No answer yet');
});

test('the wall shows the whole matrix of a project', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openVersions(page, { view: 'wall' });
  // An element that React replaces while it is read has no size.
  const smallestPx = () =>
    page
      .locator('table *')
      .evaluateAll((elements) =>
        Math.min(...elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
      );
  await expect.poll(smallestPx).toBeGreaterThanOrEqual(16);
  const box = await page.locator('table tr').last().boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(1080);
});
