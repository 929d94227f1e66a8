import type { Page } from '@playwright/test';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { STATES } from '#domain/environment/state.ts';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { breakStatuses, expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';

/** A state whose word is the longest, or nearly so. */
const LONGEST: Readonly<Record<Language, string>> = {
  en: 'Deployment queued',
  fr: 'Redémarrage en attente',
  de: 'Fehler beim Stoppen',
  es: 'Error de compilación',
};

type Listed = { readonly results: readonly { readonly id: string; readonly name: string }[] };

/** Returns the ids of all 60 environments of the simulated account, first those that always fail. */
async function everyId(page: Page): Promise<readonly string[]> {
  const organizations: Listed = await (await page.request.get('/api/organization')).json();
  const lists = await Promise.all(
    organizations.results.map(async ({ id }): Promise<Listed> => {
      return (await page.request.get(`/api/organization/${id}/environments`)).json();
    }),
  );
  const isFailing = ({ name }: Listed['results'][number]): boolean => name.endsWith('-error');
  const all = lists.flatMap(({ results }) => results);
  return all.toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a))).map(({ id }) => id);
}

const wallOf = (ids: readonly string[]): string =>
  `/${
    boardLocation({
      ...DEFAULT_BOARD,
      name: 'Release train',
      pins: ids.map((id) => ({ kind: 'environment', id })),
      view: 'wall',
    }).search
  }`;

const tiles = (page: Page) => page.locator('article[data-environment-id]');

/**
 * Returns the faults that a viewer of the wall would see: tiles out of sight, clipped texts, text that is too small,
 * failing tiles that are smaller than others.
 */
const faults = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const sizes = (selector: string) =>
      [...document.querySelectorAll(selector)].map((tile) => tile.getBoundingClientRect());
    const red = sizes('article[data-tone="failing"]');
    const others = sizes('article:not([data-tone="failing"])');
    if (red.some((one) => others.some((other) => one.width < other.width - 1 || one.height < other.height - 1)))
      found.push('a failing tile is smaller than another');
    const root = document.scrollingElement;
    if (root && root.scrollHeight > innerHeight) found.push('the page scrolls');
    for (const tile of document.querySelectorAll('article')) {
      const name = tile.getAttribute('aria-label');
      const { bottom, right, top, left } = tile.getBoundingClientRect();
      if (bottom > innerHeight || right > innerWidth || top < 0 || left < 0) found.push(`${name} sticks out`);
      if (tile.scrollHeight > tile.clientHeight || tile.scrollWidth > tile.clientWidth)
        found.push(`${name} is clipped`);
      const state = tile.querySelector('strong');
      if (state && state.scrollWidth > state.clientWidth) found.push(`${name} has its state cut`);
    }
    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (hasText && element.checkVisibility() && size < 16) found.push(`${element.textContent} is ${size} px`);
    }
    return found;
  });

const cutStates = (page: Page): Promise<readonly (string | null)[]> =>
  page
    .locator('article strong')
    .evaluateAll((all) =>
      all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
    );

test('the wall fits 1 to 60 environments on every screen, legible and uncut', async ({ page }) => {
  test.slow();
  const ids = await everyId(page);
  expect(ids).toHaveLength(60);
  for (const count of [1, 7, 24, 60]) {
    await page.goto(wallOf(ids.slice(0, count)));
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(count);
    for (const [width, height] of [
      [1_280, 720],
      [1_920, 1_080],
      [2_560, 1_440],
      [3_840, 2_160],
      [1_080, 1_920],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(tiles(page)).toHaveCount(count);
      await expect.poll(() => faults(page), `${count} on ${width}×${height}`).toEqual([]);
    }
  }
});

test('the last tile counts the environments that do not fit, and a phone scrolls', async ({ page }) => {
  const ids = await everyId(page);
  await page.setViewportSize({ width: 1_024, height: 600 });
  await page.goto(wallOf(ids));
  const rest = page.getByRole('region', { name: /^\+\d+ more: / });
  await expect(rest).toBeVisible();
  const more = Number((await rest.getAttribute('aria-label'))?.match(/^\+(\d+)/)?.[1]);
  expect(more + (await tiles(page).count())).toBe(60);

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(tiles(page)).toHaveCount(60);
  await expect(rest).toHaveCount(0);
  // The font becomes smaller shortly after the screen, and moves the tile that was scrolled into view.
  await expect(async () => {
    await tiles(page).last().scrollIntoViewIfNeeded();
    await expect(tiles(page).last()).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
});

for (const language of LANGUAGES) {
  test(`no state is cut on a phone or a television in ${language}`, async ({ page }) => {
    const ids = await everyId(page);
    const stateOf = (id: string) => STATES[ids.indexOf(id) % STATES.length];
    await page.route(/\/api\/.*\/status$/, async (route) => {
      const response = await route.fetch();
      const body: { results?: { id: string }[]; id: string } = await response.json();
      const withState = <T extends { id: string }>(one: T) => ({ ...one, state: stateOf(one.id) });
      const json = body.results ? { ...body, results: body.results.map(withState) } : withState(body);
      await route.fulfill({ response, json });
    });
    await page.setViewportSize({ width: 1_920, height: 1_080 });
    await page.goto(wallOf(ids).replace('&v=1', `&lang=${language}&v=1`));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(60);
    await expect(page.locator('article strong').filter({ hasText: LONGEST[language] })).not.toHaveCount(0);
    for (const [width, height] of [
      [1_920, 1_080],
      [3_840, 2_160],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(tiles(page)).toHaveCount(60);
      await expect.poll(() => faults(page), `${width}×${height}`).toEqual([]);
    }
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 780 });
      const shown = async () => ({ states: await page.locator('article strong').count(), cut: await cutStates(page) });
      await expect.poll(shown, `${width} px`).toEqual({ states: 60, cut: [] });
    }
    // The check reports a cut state on a screen of 190 px.
    await page.setViewportSize({ width: 190, height: 780 });
    await expect.poll(() => cutStates(page)).toContain(LONGEST[language]);
  });
}

test('every state on the wall is accessible in both themes, while Qovery is reached and while not', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  const ids = await everyId(page);
  await page.goto(wallOf(ids.slice(0, 8)));
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(8);
  await expect(page.locator('article[data-tone="failing"]').first()).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.goto(wallOf(ids));
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(60);
  await breakStatuses(page, '503');
  // Readings persist over the reload, so every tile still shows its state.
  await page.reload();
  await expect(page.locator('article[data-freshness="unreachable"]').first()).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Qovery answered 503.');
  await expect(page.locator('article[data-state=""]')).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
});

test('a user enters the wall, full screen and leaves both by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'Cards' }).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/view=wall/);
  await expect(tiles(page)).toHaveCount(12);

  const leave = page.getByRole('button', { name: 'Leave the wall (Esc)' });
  await page.keyboard.press('Tab');
  await expect(leave).toBeFocused();
  await expectAccessible(page);
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(true);
  await expect(page.getByRole('button', { name: 'Leave full screen (f)' })).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(false);

  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/view=wall/);
  await expect(page.getByRole('radio', { name: 'Cards' })).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/view=wall/);
});

test('the wall hides pointer and bar until the pointer moves', async ({ page }) => {
  await page.goto(wallOf((await everyId(page)).slice(0, 8)));
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(8);
  const bar = page.getByRole('region', { name: 'Wall' });
  const main = page.getByRole('main');
  await expect(main).toHaveCSS('cursor', 'none');
  await expect(bar).toHaveCSS('opacity', '0');
  await page.mouse.move(200, 200);
  await page.mouse.move(240, 240);
  await expect(bar).toHaveCSS('opacity', '1');
  await expect(main).not.toHaveCSS('cursor', 'none');
  await expect(main).toHaveCSS('cursor', 'none');
  await expect(bar).toHaveCSS('opacity', '0');
});
