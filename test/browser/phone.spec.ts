import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '#test/support/browser.ts';
import { openLarge } from '#test/support/large-board.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** The minimum size of a touch target, in CSS pixels. */
const FINGER = 44;

/**
 * Returns the controls that are too small to touch. Their size is the area that receives a touch, not the painted area.
 */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate((size) => {
    const missed: string[] = [];
    const pressed = 'button, a[href]:not(p a), select, input, [role^="menuitem"], [role="option"]';
    for (const element of document.querySelectorAll(pressed)) {
      const target = element.closest('label') ?? element;
      const box = target.getBoundingClientRect();
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const isHit = (dx: number, dy: number) => target.contains(document.elementFromPoint(x + dx, y + dy));
      // A notice at the bottom covers a part of the card below it, and the head of a table a part of the row below it.
      const covers = (part: Element | null): boolean =>
        part !== null && (getComputedStyle(part).position === 'fixed' || covers(part.parentElement));
      const edges = [document.elementFromPoint(x, y - size / 2), document.elementFromPoint(x, y + size / 2)];
      // The end of a scrolled region cuts its last row.
      const region = target.closest('[role="region"], section')?.getBoundingClientRect();
      const isCut = region !== undefined && (y - size / 2 < region.top || y + size / 2 > region.bottom);
      const isUnderHead = !target.closest('thead') && edges.some((edge) => edge?.closest('thead'));
      const isCovered = isCut || isUnderHead || (!covers(target) && edges.some(covers));
      // A control behind a dialog, or within a finger of the edge of the screen, cannot be touched now.
      if (isCovered || box.width === 0 || y < size || y > innerHeight - size || !isHit(0, 0)) continue;
      const reach = (dx: number, dy: number) => {
        let step = 0;
        while (step < size && isHit(dx * (step + 1), dy * (step + 1))) step += 1;
        return step;
      };
      const width = Math.max(box.width, reach(-1, 0) + 1 + reach(1, 0));
      const height = reach(0, -1) + 1 + reach(0, 1);
      // Rounding can lose a pixel at each side.
      if (width < size - 1 || height < size - 1)
        missed.push(`${target.textContent} at ${Math.round(y)}: ${width} x ${height}`);
    }
    return missed;
  }, FINGER);

async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(await tooSmall(page)).toEqual([]);
}

test('every view fits a phone, has targets of 44 pixels and is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('[data-freshness="fresh"]')).toHaveCount(12);
  await expectFit(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  // The header takes 96 px with its row of tabs, and the toolbar little more, so that the first card is visible.
  expect((await page.getByRole('region', { name: 'Summary' }).boundingBox())?.y).toBeLessThan(180);
  await expect(page.locator('article').first().getByRole('button').first()).toBeInViewport();
  await page.getByRole('button', { name: 'Arrange' }).click();
  for (const view of ['Table', 'Compact']) {
    await page.getByText(view, { exact: true }).click();
    await expect(page.locator('[data-environment-id]')).toHaveCount(12);
    await expectFit(page);
    await expectAccessible(page);
  }
});

test('a phone has one button for view, grouping and sorting, and a menu at the bottom with Share', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByLabel('Sort')).toBeHidden();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByLabel('Sort').selectOption('name');
  await expect(page).toHaveURL(/sort=name/);
  await expectFit(page);

  await page.getByRole('button', { name: 'More' }).click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  const box = await menu.boundingBox();
  expect(box).toMatchObject({ x: 0, width: 360 });
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(740);
  await expectFit(page);
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: 'Share' }).click();
  await expect(page.getByRole('dialog', { name: 'Share this board' })).toBeVisible();
  await expectFit(page);
});

/** Expects that a dialog covers the whole screen. */
async function expectWholeScreen(page: Page): Promise<void> {
  await expect.poll(() => page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  await expectFit(page);
}

test('dialogs cover the whole screen of a phone, and the label dialog its lower part', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('[data-freshness="fresh"]')).toHaveCount(12);
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await expectWholeScreen(page);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.locator('article').first().getByRole('button').first().click();
  await expect(page.getByRole('dialog').getByText('Deployments, newest first')).toBeVisible();
  await expectWholeScreen(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expectWholeScreen(page);
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'My boards', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Manage boards…' }).click();
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible();
  await expectWholeScreen(page);
  await page.getByRole('button', { name: 'Close' }).click();

  await page.locator('article').first().getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Label…' }).click();
  const sheet = await page.getByRole('dialog').boundingBox();
  expect(sheet).toMatchObject({ x: 0, width: 360 });
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBe(740);
  await expectFit(page);
});

test('Delivery has room on a phone for its charts and headings, and a definition has a button that closes it', async ({
  page,
}) => {
  await openLarge(page, 12, { page: 'delivery' });
  const section = page.getByRole('region', { name: 'Projects over 8 weeks' });
  const heading = section.getByRole('heading', { name: 'Projects over 8 weeks' });
  await expect(section.getByRole('listitem').first().locator('svg').first()).toBeVisible({ timeout: 60_000 });
  expect((await heading.boundingBox())?.height).toBeLessThan(30);
  const widths = await section.locator('li svg').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(Math.min(...widths)).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Definition Lead time' }).click();
  const definition = page.getByRole('dialog', { name: 'Lead time' });
  await expectFit(page);
  await definition.getByRole('button', { name: 'Close' }).click();
  await expect(definition).toHaveCount(0);
});

test('Versions on a phone begins with what it compares, and underlines environments that are not reached', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/');
  await expect(page.locator('[data-freshness="fresh"]')).toHaveCount(12);
  await page.getByRole('navigation').getByRole('button', { name: 'Versions' }).click();
  const projects = page.locator('main section[data-project-id]');
  await expect(projects.filter({ hasText: /of \d+ differ|none differs/ }).nth(2)).toBeVisible();
  const isAlone = await projects.evaluateAll((all) =>
    all.map(({ textContent }) => /nothing to compare with/.test(textContent ?? '')),
  );
  expect(isAlone).toContain(true);
  expect(isAlone).toEqual(isAlone.toSorted((a, b) => Number(a) - Number(b)));

  await page.route('**/api/**', (route) => route.abort());
  const column = page.locator('[data-environment-id][data-freshness="unreachable"]').first();
  await expect(async () => {
    await page.clock.runFor(30_000);
    await expect(column).toBeVisible({ timeout: 500 });
  }).toPass();
  const room = await column.locator('> .truncate').evaluate((name) => {
    const mark = document.createElement('i');
    mark.className = 'inline-block';
    name.append(mark);
    const { textUnderlineOffset, textDecorationThickness } = getComputedStyle(name);
    const line = Number.parseFloat(textUnderlineOffset) + Number.parseFloat(textDecorationThickness);
    return name.getBoundingClientRect().bottom - mark.getBoundingClientRect().bottom - line;
  });
  // A line beyond the box of a truncated name is not painted.
  expect(room).toBeGreaterThanOrEqual(-0.5);
});

test.describe('without a token', () => {
  test.use({ hasToken: false });

  test('the token form fits a phone and has targets of 44 pixels', async ({ page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: { api: '/api', auth: 'token' } }));
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
    await expectFit(page);
    await expectAccessible(page);
  });
});

test('a touch screen names no keys on the wall and in the menu', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'More' }).tap();
  await expect(page.getByRole('menuitem', { name: 'Keyboard', exact: true })).toBeVisible();
  await page.goto('/?view=wall');
  await page.mouse.move(100, 100);
  await page.mouse.move(120, 130);
  const bar = page.getByRole('region', { name: 'Wall' });
  await expect(bar.getByRole('button', { name: 'Leave the wall', exact: true })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
});
