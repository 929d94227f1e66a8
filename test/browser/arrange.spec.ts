import { choose, expect, expectAccessible, test } from '#test/support/browser.ts';

const ids = (page: import('@playwright/test').Page) =>
  page.locator('article').evaluateAll((all) => all.map((one) => one.getAttribute('data-environment-id')));

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await page.getByLabel('Group').selectOption('none');
  await page.getByLabel('Sort').selectOption('manual');
  await expect(page).toHaveURL(/group=none&sort=manual/);
});

test('a user labels and moves a card by keyboard alone, and the link contains both', async ({ page }) => {
  const before = await ids(page);
  const byKeyboard = async (item: string) => {
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    if (item === 'Label…') await expectAccessible(page);
    for (let presses = 0; presses < 12; presses += 1) {
      const chosen = page.getByRole('menuitem', { name: item });
      if (await chosen.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  };
  await byKeyboard('Label…');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Label', { exact: true }).fill('Tills ~ *.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await byKeyboard('Move later');
  await expect(page.getByRole('article', { name: /^Tills ~ \*\.,/ })).toHaveAttribute(
    'data-environment-id',
    before[0] ?? '',
  );
  await expect.poll(() => ids(page)).toEqual([before[1], before[0], ...before.slice(2)]);
  await page.reload();
  await expect(page.getByRole('article', { name: /^Tills ~ \*\.,/ })).toBeVisible();
});

test('an open menu stays where it is when its card moves, until the window is resized', async ({ page }) => {
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toBeVisible();
  const before = await menu.boundingBox();
  // As a poll that reorders the board does.
  const box = await page
    .locator('article')
    .first()
    .evaluate((card) => {
      card.style.top = '200px';
      return card.getBoundingClientRect().top;
    });
  expect(box).toBeGreaterThan(200);
  // The menu's library follows its anchor in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.evaluate(() => dispatchEvent(new Event('resize')));
  expect(await menu.boundingBox()).toEqual(before);
  // A resize moves the button itself, so the menu follows it.
  await page.setViewportSize({ width: 1000, height: 1200 });
  await expect.poll(async () => (await menu.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + 150);
});

test('a card moves when a user drags it', async ({ page }) => {
  const before = await ids(page);
  const card = (index: number) => page.locator(`article[data-environment-id="${before[index]}"]`);
  await card(0).hover();
  await card(0).getByTitle('Drag to move').dragTo(card(1));
  await expect.poll(() => ids(page)).toEqual([before[1], before[0], ...before.slice(2)]);
});

test('Undo pins an environment again', async ({ page }) => {
  const before = await ids(page);
  await choose(page, /^Actions for/, 'Unpin');
  await expect(page.locator('article')).toHaveCount(11);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => ids(page)).toEqual(before);
});
