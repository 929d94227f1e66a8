import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '#domain/language.ts';
import { choose, expect, test } from '#test/support/browser.ts';
import { eachState } from '#test/support/each-state.ts';

/** A window of 1280 × 1024 pixels in CSS pixels, zoomed to 200 % and to 400 %. */
const ZOOMED = [
  { width: 640, height: 512 },
  { width: 320, height: 256 },
] as const;

/** Returns the texts that lie beyond the window, except inside an element that scrolls sideways. */
const beyondWindow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const root = document.querySelector('dialog:modal') ?? document.body;
    // A text for screen readers alone is inside an element of one pixel.
    const isTiny = (element: Element | null): boolean =>
      element !== null && (element.getBoundingClientRect().width <= 1 || isTiny(element.parentElement));
    const wide = [...root.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isText = element.children.length === 0 && element.textContent.trim() !== '' && !isTiny(element);
      return isText && (left < -1 || right > innerWidth + 1) && !scrolls(element.parentElement);
    });
    const { scrollWidth } = document.documentElement;
    return [...wide.map(({ textContent }) => textContent), ...(scrollWidth > innerWidth ? ['the page'] : [])];
  });

const dialogOf = (page: Page): Locator => page.locator('dialog:modal');

for (const viewport of ZOOMED) {
  test.describe(`in a window of ${viewport.width} × ${viewport.height} pixels`, () => {
    test.use({ viewport });

    test('no page and no view of a shared board is wider than the window', async ({ page }) => {
      for (const board of [
        { view: 'cards' },
        { view: 'table' },
        { view: 'compact' },
        { page: 'versions' },
        { page: 'activity' },
        { page: 'delivery' },
      ] as const) {
        await page.goto(await eachState(board));
        await expect(page.getByRole('button', { name: 'Save to my boards' })).toBeVisible();
        await expect(page.locator('main section').last()).toBeVisible();
        expect(await beyondWindow(page), JSON.stringify(board)).toEqual([]);
      }
    });

    test('the heading of a table’s group ends inside the table', async ({ page }) => {
      await page.goto(await eachState({ view: 'table' }));
      const table = page.getByRole('region', { name: 'Table of environments' });
      const state = table.locator('td h2 button > span').last();
      await expect(state).toHaveText('5 failing');
      const [inner, outer] = [await state.boundingBox(), await table.boundingBox()];
      expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThan((outer?.x ?? 0) + (outer?.width ?? 0) - 5);
    });

    test('a user reaches every setting and the end of every dialog', async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('[data-freshness="fresh"]').first()).toBeVisible();
      await choose(page, 'More', 'Settings');
      const settings = dialogOf(page);
      const rest = await settings.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      expect(rest, 'an empty end').toBe(0);
      const controls = settings.locator('input, select, button');
      for (const control of await controls.all()) {
        await control.focus();
        // The input of a switch is one pixel, at the place of its label.
        const box = await control.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
        await expect(settings.getByRole('heading')).toBeInViewport({ ratio: 1 });
      }
      expect(await beyondWindow(page)).toEqual([]);
      await settings.getByRole('button', { name: 'Done' }).click();

      await page.getByRole('banner').getByRole('button', { name: /^Pin/ }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
      await dialogOf(page).getByRole('heading').hover();
      await page.mouse.wheel(0, 1_000);
      await expect(page.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 });
      expect(await beyondWindow(page)).toEqual([]);
    });

    test('the toolbar of every language fits the window', async ({ page }) => {
      for (const language of LANGUAGES) {
        await page.goto(await eachState({ language }));
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const arrange = page.locator('main section [aria-expanded="false"]').first();
        await expect(page.locator('[data-board-tone]')).toBeVisible();
        if (viewport.width < 640) await arrange.click();
        await expect(page.locator('main fieldset').first()).toBeVisible();
        expect(await beyondWindow(page), language).toEqual([]);
        const cut = await page
          .locator('main fieldset')
          .first()
          .evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(cut, language).toBe(0);
      }
    });
  });
}
