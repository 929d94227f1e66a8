import type { Locator, Page } from '@playwright/test';
import { VIEWS } from '#domain/board/board.ts';
import { expect, test } from '#test/support/browser.ts';
import { eachState } from '#test/support/each-state.ts';
import { openLarge } from '#test/support/large-board.ts';
import { PACE } from '#test/support/pace.ts';

/** The text spacing that every page must bear (WCAG 1.4.12). */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

const applySpacing = (page: Page): Promise<void> =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);

const environments = (page: Page) => page.locator('[data-environment-id]');

/** Returns the states whose text does not fit, or lies outside its card, tile or row. */
const cutStates = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-environment-id]')].flatMap((environment) => {
      const icon = environment.querySelector('svg[viewBox="0 0 20 20"]');
      const word = icon?.nextElementSibling;
      if (!(word instanceof HTMLElement)) return ['no state'];
      const outer = environment.getBoundingClientRect();
      const box = word.getBoundingClientRect();
      const parts = [word, ...word.querySelectorAll<HTMLElement>('*')];
      const isCut = parts.some(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1);
      const isOut = box.bottom > outer.bottom + 1 || box.right > outer.right + 1 || box.top < outer.top - 1;
      return isCut || isOut ? [`${word.textContent}: ${word.scrollWidth} px in ${Math.round(box.width)} px`] : [];
    }),
  );

test('no state is cut off with the text spacing of a user, in any view', async ({ page }) => {
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  for (const view of VIEWS) {
    await page.goto(await eachState({ view, group: 'none' }));
    await expect(page.locator('[data-freshness="fresh"]').nth(20)).toBeAttached();
    await expect(page.locator('[aria-busy]')).toHaveCount(0);
    expect(await cutStates(page), view).toEqual([]);
    await applySpacing(page);
    await expect.poll(() => cutStates(page), view).toEqual([]);
  }
});

test('the small charts of Delivery stay in their tiles with the text spacing of a user', async ({ page }) => {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await openLarge(page, 12, { page: 'delivery' });
  const tile = page.getByRole('article', { name: 'Lead time' });
  await expect(tile.getByText('median')).toBeVisible({ timeout: 60_000 });
  const chart = tile.locator('svg[preserveAspectRatio]');
  const excess = async () => {
    const [inner, outer] = [await chart.boundingBox(), await tile.boundingBox()];
    return inner && outer && inner.x + inner.width - (outer.x + outer.width);
  };
  const valueHeight = async () => (await tile.getByText('median').locator('..').boundingBox())?.height ?? 0;
  expect(await excess()).toBeLessThan(0);
  // Without that spacing, value and unit are one line.
  expect(await valueHeight()).toBeLessThan(60);
  await applySpacing(page);
  await expect.poll(excess).toBeLessThan(0);
});

test('no key cap of the key list lies over its text', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article').first()).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard' }).locator('dt');
  await expect(keys.filter({ hasText: '1 2 3 4' })).toBeVisible();
  const wide = await keys.evaluateAll((all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth).map(({ textContent }) => textContent),
  );
  expect(wide).toEqual([]);
});

test('every view prints all of 300 environments, with the time of printing', async ({ page }) => {
  test.setTimeout(120_000);
  await openLarge(page, 300, { group: 'none' });
  for (const view of ['Cards', 'Table', 'Compact']) {
    await page.getByRole('radio', { name: view }).check({ force: true });
    await expect(environments(page).nth(20)).toBeAttached();
    await page.evaluate(() => {
      const look = () => {
        const { length } = document.querySelectorAll('[data-environment-id]:not([aria-busy])');
        document.documentElement.dataset.printed = `${length} at ${document.querySelector('header time')?.textContent}`;
      };
      // Registered after the page's own listener.
      addEventListener('beforeprint', look, { once: true });
    });
    const pdf = await page.pdf({ format: 'A4' });
    const printed = await page.evaluate(() => document.documentElement.dataset.printed);
    expect(printed, view).toMatch(/^300 at \w{3} \d+, 20\d\d, \d+:\d\d:\d\d/);
    // Each page of the file is one object.
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length, view).toBeGreaterThan(2);
  }
  await expect(page.getByRole('button', { name: 'My boards', exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'Wall' }).click({ force: true });
  await expect(page.getByRole('button', { name: 'Leave the wall (Esc)' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Leave the wall (Esc)' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(environments(page).nth(20)).toBeAttached();
  await expect(page.getByRole('button', { name: 'My boards', exact: true })).toBeHidden();
});

test('bar, dot, failing tiles and choices can be seen in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.goto(await eachState({}));
  await expect(page.locator('article[data-freshness="fresh"]').nth(20)).toBeAttached();
  const paper = await ground('body');
  expect(await ground('[data-board-tone] span.bg-failing')).not.toBe(paper);
  expect(await ground('button[aria-haspopup="menu"] > .rounded-full')).not.toBe(paper);
  await page
    .getByRole('region', { name: 'Summary' })
    .getByRole('button', { name: /Failing/ })
    .click();
  expect(await ground('[aria-pressed="true"]')).not.toBe(paper);
  expect(await ground(':checked + span')).not.toBe(paper);
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog [aria-selected="true"]')).toBeVisible();
  expect(await ground('dialog [aria-selected="true"]')).not.toBe(paper);
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem').first().hover();
  expect(await ground('[data-highlighted]')).not.toBe(paper);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Wall' }).click({ force: true });
  await expect(page.locator('article[data-tone="failing"]').first()).toBeVisible();
  expect(await ground('article[data-tone="failing"]')).not.toBe(paper);
});

test('forced colours leave chips a border, lists their choice and icons their marks', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const styleOf = (part: Locator, name: 'outlineStyle' | 'backgroundColor' | 'stroke' | 'borderTopWidth') =>
    part.first().evaluate((element, key) => getComputedStyle(element)[key], name);
  await page.goto(await eachState({}));
  await expect(page.locator('article[data-freshness="fresh"]').nth(20)).toBeAttached();
  expect(await styleOf(page.locator('article [title="Out of date"] > span'), 'outlineStyle')).toBe('solid');

  const failing = page.getByRole('region', { name: 'Summary' }).getByRole('button', { name: /Failing/ });
  await failing.click();
  await expect(failing).toHaveAttribute('aria-pressed', 'true');
  const mark = failing.locator('path[stroke]');
  expect(await styleOf(mark, 'stroke')).toBe(await styleOf(failing, 'backgroundColor'));

  const dot = page.getByRole('button', { name: PACE }).locator('.rounded-full');
  expect(await styleOf(dot, 'borderTopWidth')).toBe('0px');
  await page.context().setOffline(true);
  await expect.poll(() => styleOf(dot, 'borderTopWidth')).toBe('2px');
  await page.context().setOffline(false);

  await openLarge(page, 12, { page: 'versions' });
  const chip = page.locator('td [data-chip]:not(.border)');
  await expect(chip.first()).toBeVisible({ timeout: 60_000 });
  expect(await styleOf(chip, 'outlineStyle')).toBe('solid');

  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  const list = page.getByRole('combobox', { name: /^Environment/ });
  await expect(list).toBeVisible({ timeout: 60_000 });
  // The list beside it is as wide as its one choice needs.
  const missing = await list.evaluate((element: HTMLSelectElement) => {
    const alone = element.cloneNode() as HTMLSelectElement;
    alone.style.width = 'max-content';
    alone.style.minWidth = '0';
    for (const option of element.selectedOptions) alone.append(option.cloneNode(true));
    element.after(alone);
    const width = alone.offsetWidth - element.offsetWidth;
    alone.remove();
    return width;
  });
  expect(missing).toBeLessThanOrEqual(0);
});
