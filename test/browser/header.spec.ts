import type { Locator, Page } from '@playwright/test';
import { PAGES } from '#domain/board/board.ts';
import { LANGUAGES } from '#domain/language.ts';
import { expect, test } from '#test/support/browser.ts';

/** Returns the middle of an element's text, in CSS pixels from the top of the window. */
const middleOf = (part: Locator): Promise<number> =>
  part.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { top, bottom } = range.getBoundingClientRect();
    return (top + bottom) / 2;
  });

const tabs = (page: Page): Locator => page.getByRole('navigation', { name: 'Page' }).getByRole('button');

test('the tabs of the pages are in line with the buttons beside them, on every page', async ({ page }) => {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.goto('/');
  for (const [index, name] of PAGES.entries()) {
    await tabs(page).nth(index).click();
    await expect(page, name).toHaveURL(name === 'board' ? /^[^?]*\?(?!.*page=)/ : new RegExp(`page=${name}`));
    const share = await middleOf(page.getByRole('button', { name: 'Share' }));
    for (const tab of await tabs(page).all()) expect(Math.abs((await middleOf(tab)) - share), name).toBeLessThan(0.6);
  }
});

test('every page has the tabs of all pages on a phone, in a header of the same height', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  const heights = new Set<number | undefined>();
  for (const [index] of PAGES.entries()) {
    await expect(tabs(page)).toHaveCount(PAGES.length);
    for (const tab of await tabs(page).all()) await expect(tab).toBeInViewport({ ratio: 1 });
    await tabs(page).nth(index).click();
    await expect(tabs(page).nth(index)).toHaveAttribute('aria-current', 'page');
    heights.add((await page.getByRole('banner').boundingBox())?.height);
  }
  expect([...heights]).toHaveLength(1);
});

test('the tabs of every language fit a window of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const language of LANGUAGES) {
    await page.goto(`/?lang=${language}`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('navigation').getByRole('button')).toHaveCount(PAGES.length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBe(320);
  }
});

test('the header is as high before the page’s script has loaded as after', async ({ browser }) => {
  for (const [width, hasTouch] of [
    [1_440, false],
    [1_000, false],
    [360, true],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height: 740 }, hasTouch });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/assets\/page-.*\.js$/, async (route) => {
      await released;
      await route.fallback();
    });
    await page.route('**/config.json', (route) => route.fulfill({ json: { api: '/api', auth: 'demo' } }));
    await page.goto('/', { waitUntil: 'domcontentloaded' });
    const height = async () => Math.round((await page.getByRole('banner').boundingBox())?.height ?? 0);
    await expect(page.getByRole('banner')).toBeVisible();
    const before = await height();
    expect(before).toBeGreaterThan(50);
    release();
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    expect(await height(), `${width} px`).toBe(before);
    await page.close();
  }
});
