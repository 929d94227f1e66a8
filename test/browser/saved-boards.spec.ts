import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '#test/support/browser.ts';

/** A link to two environments of the demo account, as a colleague would share it. */
async function linkFrom(page: Page, name: string): Promise<string> {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  const url = new URL(page.url());
  const pins = (url.searchParams.get('pins') ?? '').split('.').slice(0, 2).join('.');
  return `/?name=${encodeURIComponent(name)}&pins=${pins}&v=1`;
}

const banner = (page: Page) => page.getByRole('region', { name: 'Shared board' });
const boardName = (page: Page) => page.getByRole('textbox', { name: 'Board name' });
const keptNames = (page: Page) =>
  page.evaluate(() => {
    const { value }: { value: { address: string }[] } = JSON.parse(localStorage.getItem('envboard.boards') ?? 'null');
    return value.map(({ address }) => new URLSearchParams(address).get('name'));
  });

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'My boards' }).click();
  await page.getByRole('menu').getByText(item, { exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

async function save(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await banner(page).getByRole('button', { name: 'Save to my boards' }).click();
  await expect(banner(page)).toHaveCount(0);
}

test('the page saves a shared board when a user asks for it, saves later changes and opens it by itself', async ({
  page,
}) => {
  await page.goto(await linkFrom(page, 'Release train'));
  await expectAccessible(page);
  await page.getByLabel('Sort').selectOption('name');
  await expect(banner(page)).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('envboard.boards'))).toBeNull();

  await banner(page).getByRole('button', { name: 'Save to my boards' }).click();
  await boardName(page).fill('Night watch');
  await boardName(page).press('Enter');
  await expect.poll(() => keptNames(page)).toEqual(['Night watch']);
  await page.reload();
  await expect(page.locator('article')).toHaveCount(2);
  await expect(banner(page)).toHaveCount(0);

  await page.goto('/?q=');
  await expect(boardName(page)).toHaveValue('Night watch');
  await expect(page).toHaveURL(/name=Night\+watch&pins=.*sort=name/);
});

test('the banner of a shared board moves no content when it loads', async ({ page }) => {
  const link = await linkFrom(page, 'Release train');
  let letThrough = () => {};
  const measured = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/assets\/(?!index|core|page|rolldown).*\.js$/, async (route) => {
    await measured;
    await route.continue();
  });
  await page.goto(link);
  const filter = page.getByRole('searchbox', { name: 'Filter' });
  await filter.waitFor();
  const before = await filter.boundingBox();
  letThrough();
  await expect(banner(page)).toBeVisible();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(2);
  expect(await filter.boundingBox()).toEqual(before);
});

test('Back and Forward switch between boards without a change to any board', async ({ page }) => {
  await save(page, await linkFrom(page, 'One'));
  await choose(page, 'Duplicate this board');
  await expect(boardName(page)).toHaveValue('One copy');
  await page.getByLabel('Sort').selectOption('name');
  await choose(page, 'New board');
  await expect(page.getByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  const before = await page.evaluate(() => localStorage.getItem('envboard.boards'));

  await page.goBack();
  await expect(boardName(page)).toHaveValue('One copy');
  await expect(page.getByLabel('Sort')).toHaveValue('name');
  await page.goForward();
  await expect(boardName(page)).toHaveValue('Untitled board');
  expect(await page.evaluate(() => localStorage.getItem('envboard.boards'))).toBe(before);
  await page.goBack();
  await page.reload();
  await expect(boardName(page)).toHaveValue('One copy');
  await expect(banner(page)).toHaveCount(0);
});

test('a user manages boards by keyboard alone, accessibly', async ({ page }) => {
  await save(page, await linkFrom(page, 'One'));
  await choose(page, 'New board');
  await page.getByRole('button', { name: 'My boards' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Manage boards…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'My boards' });
  await expect(dialog).toBeVisible();

  await dialog.getByRole('button', { name: 'Move One down' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Move One down' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Rename One' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Two', exact: true })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete Untitled board' }).focus();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  expect(await keptNames(page)).toEqual(['Two']);
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  expect(await keptNames(page)).toEqual(['Untitled board', 'Two']);

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'My boards' })).toBeFocused();
});

test('an exported file restores boards in another browser, and contains no token', async ({ page, browser }) => {
  await save(page, await linkFrom(page, 'One <b>'));
  await choose(page, 'Duplicate this board');
  await choose(page, 'Manage boards…');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('envboard-boards.json');
  const path = await download.path();
  const file = await readFile(path, 'utf8');
  expect(JSON.parse(file)).toMatchObject({ envboard: 1, boards: [{ name: 'One <b>' }, { name: 'One <b> copy' }] });

  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto('/?q=');
  await choose(stranger, 'Manage boards…');
  const broken = file.replace('"address": "name', '"adress": "name');
  await stranger.getByLabel('Import…').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from(broken),
  });
  await expect(stranger.getByText('Line 4: “address” is missing.')).toBeVisible();
  await expectAccessible(stranger);
  await stranger.getByRole('button', { name: 'Import 1 board' }).click();
  await stranger.getByLabel('Import…').setInputFiles(path);
  await expect(stranger.getByText(/in “My boards” already: 1/)).toBeVisible();
  await stranger.getByRole('button', { name: 'Import 1 board' }).click();
  expect(await keptNames(stranger)).toEqual(['One <b> copy', 'One <b>']);
  await stranger.getByRole('button', { name: 'One <b>', exact: true }).click();
  await expect(stranger.locator('article')).toHaveCount(2);
  await context.close();
});

test('the list imports a file that a user drops on it', async ({ page }) => {
  await save(page, await linkFrom(page, 'One'));
  await choose(page, 'Manage boards…');
  const files = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['{"envboard": 2}'], 'later.json', { type: 'application/json' }));
    return dropped;
  });
  await page.getByRole('list', { name: 'My boards' }).dispatchEvent('drop', { dataTransfer: files });
  await expect(page.getByText('A newer version of Envboard wrote this file, in format 2')).toBeVisible();
});

test('a second tab shows a new name of its board, and keeps a deleted board on the screen', async ({ context }) => {
  const here = await context.newPage();
  await save(here, await linkFrom(here, 'One'));
  const there = await context.newPage();
  await there.goto(here.url());
  await expect(there.locator('article')).toHaveCount(2);
  await expect(banner(there)).toHaveCount(0);
  await boardName(here).fill('Renamed here');
  await boardName(here).press('Enter');
  await expect.poll(() => keptNames(there)).toEqual(['Renamed here']);
  await expect(boardName(there)).toHaveValue('Renamed here');

  await choose(here, 'Manage boards…');
  await here.getByRole('button', { name: 'Delete Renamed here' }).click();
  await expect(there.getByRole('region', { name: 'Deleted board' })).toBeVisible();
  await expect(there.locator('article')).toHaveCount(2);
  await here.getByRole('button', { name: 'Undo' }).click();
  await expect(there.getByRole('region', { name: 'Deleted board' })).toHaveCount(0);
});
