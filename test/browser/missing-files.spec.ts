import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';
import { PACE } from '#test/support/pace.ts';

test.use({ ownDoing: /Failed to fetch dynamically imported module|Failed to load resource|net::ERR/ });

const cards = (page: Page) => page.locator('article[data-freshness="fresh"]');

/** Counts the documents that the page loads after this call. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

const REFUSALS = {
  blocked: (page: Page, file: RegExp) => page.route(file, (route) => route.abort()),
  'answered 404': (page: Page, file: RegExp) => page.route(file, (route) => route.fulfill({ status: 404, body: '' })),
} as const;

for (const [how, refuse] of Object.entries(REFUSALS)) {
  test(`the board polls and never reloads when the file of notices and dialogs is ${how}`, async ({ page }) => {
    await refuse(page, /\/assets\/preloaded-.*\.js$/);
    const loads = countLoads(page);
    let polls = 0;
    page.on('request', (request) => {
      if (/\/(status|overview)$/.test(new URL(request.url()).pathname)) polls += 1;
    });
    await page.clock.install();
    await page.goto('/');
    await expect(cards(page)).toHaveCount(12);
    const missing = page.getByText(
      'Notices, dialogs, keys and notifications could not be loaded. Check the connection.',
    );
    await expect(missing).toBeVisible();
    const before = polls;
    await page.clock.fastForward(35_000);
    await expect.poll(() => polls).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog').getByText(/could not be loaded/)).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(loads()).toBe(1);

    await page.unroute(/\/assets\/preloaded-.*\.js$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(missing).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    expect(loads()).toBe(1);
  });
}

type Part = {
  readonly name: string;
  readonly file: string;
  /** Opens the part for the first time, as a user would. */
  readonly open: (page: Page) => Promise<void>;
  /** Finds the part after it has loaded. */
  readonly shown: (page: Page) => Locator;
};

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const click = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const dialog = (name: string | RegExp) => (page: Page) => page.getByRole('dialog', { name });
const menu = (page: Page) => page.getByRole('menu');

/** Parts that open over the board. */
const OVERLAYS: readonly Part[] = [
  { name: 'The list of keys', file: 'shortcuts-dialog', open: press('?'), shown: dialog('Keyboard') },
  { name: '“Share”', file: 'share-dialog', open: press('s'), shown: dialog('Share this board') },
  { name: '“Pin environments”', file: 'pin-dialog', open: press('p'), shown: dialog('Pin environments') },
  { name: 'The command palette', file: 'command-palette', open: press('Control+k'), shown: dialog(/./) },
  { name: 'The menu', file: 'card-menu', open: click(/^Actions for/), shown: menu },
  { name: 'The menu', file: 'header-menu', open: click('More'), shown: menu },
  { name: 'The menu', file: 'interval-menu', open: click(PACE), shown: menu },
  { name: '“My boards”', file: 'boards-menu', open: click('My boards'), shown: menu },
  {
    name: 'The details',
    file: 'details-panel',
    open: (page) => page.locator('article h3 button').first().click(),
    shown: (page) => page.getByRole('dialog').getByRole('heading', { name: 'Services' }),
  },
];

/** The chunk with Base UI. */
const MENU_CHUNK: Part = { name: 'The menu', file: 'menu', open: click(/^Actions for/), shown: menu };

/** Views that replace the cards. The cards stay while the view's file is missing. */
const VIEWS: readonly Part[] = [
  {
    name: 'The board',
    file: 'table-board',
    open: (page) => page.getByRole('radio', { name: 'Table' }).check({ force: true }),
    shown: (page) => page.locator('tr[data-freshness="fresh"]').first(),
  },
  {
    name: 'The board',
    file: 'compact-board',
    open: (page) => page.getByRole('radio', { name: 'Compact' }).check({ force: true }),
    shown: (page) => page.locator('li[data-freshness="fresh"]').first(),
  },
  {
    name: 'The wall',
    file: 'wall',
    open: (page) => page.getByRole('radio', { name: 'Wall' }).click({ force: true }),
    shown: (page) => page.locator('[class*="h-(--window-height)"] article[data-freshness="fresh"]').first(),
  },
];

/** Opens a part whose file cannot be fetched, tries twice, and finds the part once its file can be fetched again. */
async function expectRecovery(page: Page, { name, file, open, shown }: Part): Promise<void> {
  const pattern = new RegExp(`/assets/${file}-[^/]*\\.js$`);
  await page.route(pattern, (route) => route.abort());
  await open(page);
  await expect(page.getByRole('alert').filter({ hasText: `${name} could not be loaded` })).toBeVisible();
  await expect(cards(page)).toHaveCount(12);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(`${name} still could not be loaded. Check the connection.`)).toBeVisible();
  await page.unroute(pattern);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(shown(page)).toBeVisible();
}

for (const [what, parts] of Object.entries({
  'each part over the board': OVERLAYS,
  // A page that has loaded one menu has the chunk of all menus.
  'a menu whose chunk all menus need': [MENU_CHUNK],
  'each view': VIEWS,
})) {
  test(`${what} reports that its file could not be loaded, and loads it when the user tries again`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const loads = countLoads(page);
    await page.goto('/');
    await expect(cards(page)).toHaveCount(12);
    for (const part of parts) {
      await expectRecovery(page, part);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog').or(menu(page))).toHaveCount(0);
    }
    expect(loads()).toBe(1);
  });
}

test('the board stays when the browser is offline while a user opens a part for the first time', async ({
  page,
  context,
}) => {
  const loads = countLoads(page);
  await page.goto('/');
  await expect(cards(page)).toHaveCount(12);
  await context.setOffline(true);
  for (const { name, open } of OVERLAYS.filter(({ file }) => file !== 'menu')) {
    await open(page);
    const box = page.getByRole('dialog').filter({ hasText: `${name} could not be loaded` });
    await expect(box).toBeVisible();
    await box.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('article')).toHaveCount(12);
  }
  await context.setOffline(false);
  await expect(cards(page)).toHaveCount(12);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  expect(loads()).toBe(1);
});

test('a QR code and the banner of a shared board are replaced by a notice when their files cannot be loaded', async ({
  page,
}) => {
  await page.route(/\/assets\/(qr-view|shared-board-banner)-[^/]*\.js$/, (route) => route.abort());
  await page.goto('/?name=Theirs');
  await expect(page.getByText('“My boards” could not be loaded. Check the connection.')).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByText('The QR code could not be loaded. Check the connection.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
});
