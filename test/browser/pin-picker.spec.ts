import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Pin environments' });
const field = (page: Page) => dialog(page).getByRole('combobox', { name: /paste environment ids/ });
const options = (page: Page) => dialog(page).getByRole('option');
const cards = (page: Page) => page.locator('article');

async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('banner').getByRole('button', { name: 'Pin environments' }).click();
  await expect(field(page)).toBeFocused();
}

test('the picker searches, selects a range and pins it by keyboard alone, accessible in both themes', async ({
  page,
}) => {
  await open(page, '/?name=Mine');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.type('storefront');
  await expect(options(page).filter({ hasText: 'Production' })).toHaveCount(1);
  await expect(options(page).nth(1)).not.toContainText('–');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(dialog(page).getByRole('button', { name: 'Pin 2 environments' })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press('Control+Enter');
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByRole('article', { name: /^production/ })).toBeVisible();
  await page.goBack();
  await expect(cards(page)).toHaveCount(0);
});

test('the picker pins a whole project from its heading, and returns the focus on Escape', async ({ page }) => {
  await open(page, '/?name=Mine');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Pin environments' })).toBeFocused();
  // The keyboard shortcuts load after the first paint.
  await expect(async () => {
    await page.keyboard.press('p');
    await expect(field(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await field(page).fill('acme storefront');
  const heading = options(page).filter({ hasText: /^acme \/ storefront/ });
  const total = Number(/Pin all (\d+),/.exec((await heading.textContent()) ?? '')?.[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(options(page).nth(1)).toContainText('pinned with its project');
  await dialog(page).getByRole('button', { name: 'Pin 1 project' }).click();
  await expect(cards(page)).toHaveCount(total);
});

test('the picker selects every pasted line', async ({ page }) => {
  await page.goto('/');
  await expect(cards(page)).toHaveCount(12);
  const known = (await cards(page).first().getAttribute('data-environment-id')) ?? '';
  const links = `${known}\nhttps://console.qovery.com/organization/o/project/p/environment/00000000-0000-4000-8000-000000000001/general\n00000000-0000-4000-8000-000000000002`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), links);
  await page.getByRole('banner').getByRole('button', { name: 'Pin environments' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Control+v');
  await expect(options(page)).toHaveCount(3);
  await expect(options(page).first()).toContainText('on this board');
  await expect(options(page).last()).toContainText('Envboard cannot read this');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(14);
});

test('the picker names the organization that failed, and lists the others', async ({ page }) => {
  let requested = 0;
  await page.route(/\/organization\/[^/]+\/environments$/, (route) => {
    requested += 1;
    return requested === 2 ? route.fulfill({ status: 503 }) : route.continue();
  });
  await open(page, '/?name=Mine');
  await expect(dialog(page).getByText(/^2 of 3 organizations could be read; .* answered 503\.$/)).toBeVisible();
  await expect(options(page).first()).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Try again' }).click();
  await expect(dialog(page).getByText(/could be read/)).toHaveCount(0);
});

test('the picker renders only the visible rows of 8,000, and the keyboard reaches the last', async ({ page }) => {
  const uuid = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const organization = { id: uuid(1) };
  const projects = Array.from({ length: 200 }, (_, at) => ({ id: uuid(1000 + at), name: `project-${at}` }));
  const environments = Array.from({ length: 8_000 }, (_, at) => ({
    id: uuid(10_000 + at),
    name: `pr-${at}`,
    mode: 'PREVIEW',
    organization,
    project: { id: uuid(1000 + (at % 200)) },
  }));
  await page.route(/\/api\/organization/, (route) => {
    const url = route.request().url();
    if (url.endsWith('/project')) return route.fulfill({ json: { results: projects } });
    if (url.endsWith('/environments')) return route.fulfill({ json: { results: environments } });
    return route.fulfill({ json: { results: [{ ...organization, name: 'large' }] } });
  });
  await open(page, '/?name=Mine');
  await expect(options(page).first()).toHaveAttribute('aria-setsize', '8200');
  expect(await options(page).count()).toBeLessThan(40);
  await page.keyboard.press('End');
  await expect(options(page).filter({ hasText: 'pr-7999' })).toBeInViewport();
  await page.keyboard.type('pr-7998');
  await expect(options(page)).toHaveCount(2);
});

test('the picker fits a phone of 360 pixels, with the mode below the name', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.getByRole('banner').getByRole('button', { name: 'Pin', exact: true }).click();
  await field(page).fill('payments');
  const row = options(page).filter({ hasText: 'production' });
  await expect(row).toContainText('Production');
  await row.click();
  await expect(dialog(page).getByRole('button', { name: 'Pin 1 environment' })).toBeInViewport({ ratio: 1 });
  const box = await row.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(await dialog(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await expectAccessible(page);
});
