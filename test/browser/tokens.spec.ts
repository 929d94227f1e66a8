import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { choose, expect, expectAccessible, TOKEN, test } from '#test/support/browser.ts';
import { environmentsSeenBy, pinsOf } from '#test/support/two-organizations.ts';

// Each of these tokens sees one organization of the simulated Qovery.
const FIRST = `${TOKEN}_org1`;
const SECOND = `${TOKEN}_org2`;

test.use({ hasToken: false });

test('a board of two organizations uses two tokens, and a user can remove one of them', async ({ page }) => {
  const mine = await environmentsSeenBy(FIRST, 3);
  const theirs = await environmentsSeenBy(SECOND, 2);
  const body = JSON.stringify({ api: '/api', auth: 'token' });
  await page.route('**/config.json', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.goto(`/${boardLocation({ ...DEFAULT_BOARD, pins: pinsOf([...mine, ...theirs]) }).search}`);

  await page.getByLabel('Qovery token').fill(FIRST);
  await page.getByRole('button', { name: 'Connect' }).click();
  const fresh = page.locator('article[data-freshness="fresh"]');
  const unseen = page.getByText(/^The token cannot read 2 pins: /);
  await expect(unseen).toBeVisible();
  await expect(fresh).toHaveCount(3);

  await page.getByRole('button', { name: 'Add a token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tokens' });
  await expect(dialog.getByLabel('Qovery token')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Qovery token').fill(SECOND);
  await dialog.getByRole('button', { name: 'Add a token' }).click();
  await expect(dialog).toBeHidden();
  await expect(fresh).toHaveCount(5);
  await expect(unseen).toBeHidden();

  // The page persists the names when both tokens have answered. Without them, a reload would try each token on each id.
  for (const { id, name } of theirs) {
    await expect(page.locator(`article[data-environment-id="${id}"]`)).toContainText(name);
  }
  // After a reload, each token requests only its own sources at once.
  const strays: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) strays.push(response.url());
  });
  await page.reload();
  await expect(fresh).toHaveCount(5);
  expect(strays).toEqual([]);

  await choose(page, 'More', /^Tokens$/);
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(unseen).toBeVisible();
});
