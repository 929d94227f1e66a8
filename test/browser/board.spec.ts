import { breakStatuses, expect, expectAccessible, refresh, test } from '#test/support/browser.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an empty address opens on the demo board, accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await expect(page).toHaveURL(/name=Demo\+board&pins=/);
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    await expect(page.getByText(/^Live · every/)).toBeVisible();
    await expectAccessible(page);
  });
}

test('every card carries the hooks for tools', async ({ page }) => {
  await page.goto('/');
  const card = page.locator('article[data-freshness="fresh"]').first();
  await expect(card).toHaveAttribute('data-environment-id', /^[0-9a-f-]{36}$/);
  await expect(card).toHaveAttribute('data-state', /^[A-Z_]+$/);
  await expect(card).toHaveAttribute('data-tone', /^(ok|idle|busy|queued|warning|failing|unknown)$/);
  await expect(page.locator('[data-board-tone]')).toHaveCount(1);
});

// The other faults are in faults.spec.ts. These two show both forms: a banner, and a text on each card.
for (const fault of ['503', '404']) {
  test(`cards keep their reading while Qovery fails (${fault}), and recover`, async ({ page }) => {
    await page.goto('/');
    const cards = page.locator('article');
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    const before = await cards.evaluateAll((all) => all.filter((one) => one.getAttribute('data-state') !== '').length);
    expect(before).toBe(12);

    const mend = await breakStatuses(page, fault);
    await refresh(page);
    await expect(page.locator('article[data-freshness="unreachable"]').first()).toBeVisible();
    await expect(cards).toHaveCount(12);
    expect(await cards.evaluateAll((all) => all.filter((one) => one.getAttribute('data-state') === '').length)).toBe(0);
    if (fault !== '404') await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);

    await mend();
    await refresh(page);
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('a filter lives in the address, and Back undoes it', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No environment matches' })).toBeVisible();
  await expect(page).toHaveURL(/q=no\+such\+thing/);
  await page.goBack();
  await expect(page.locator('article')).toHaveCount(12);
});

test('a link restores the board in a browser that has never seen it', async ({ page, browser }) => {
  await page.goto('/');
  await page.getByLabel('Sort').selectOption('name');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(link);
  await expect(stranger.locator('article')).toHaveCount(12);
  await expect(stranger.getByLabel('Sort')).toHaveValue('name');
  await expect(stranger.getByRole('textbox', { name: 'Board name' })).toHaveValue('Demo board');
  await context.close();
});

test('pins by pasting, unpins, and takes it back with Back', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  const id = (await page.locator('article').first().getAttribute('data-environment-id')) ?? '';
  // By id: cards move when their state changes.
  const card = page.locator(`article[data-environment-id="${id}"]`);
  await card.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Unpin' }).click();
  await expect(page.locator('article')).toHaveCount(11);

  await page.getByRole('button', { name: 'Pin environments' }).click();
  await page.getByLabel(/paste environment ids/i).fill(`${id} nonsense`);
  await expect(page.getByText(/Not an id or a console link: nonsense/)).toBeVisible();
  await page.getByRole('button', { name: 'Pin 1 environment' }).click();
  await expect(page.locator('article')).toHaveCount(12);

  await page.goBack();
  await page.goBack();
  await expect(page.locator(`article[data-environment-id="${id}"]`)).toHaveCount(1);
});

test('a damaged link opens with what can be read, and one notice', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  await page.goto(`${page.url()}.%3Cscript%3E.zzz`);
  await expect(page.getByText('2 pins in this link could not be read.')).toBeVisible();
  await expect(page.locator('article')).toHaveCount(12);
});

test('an unknown id is pinned and explained, and its neighbours stay fresh', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Pin environments' }).click();
  await page.getByLabel(/paste environment ids/i).fill('00000000-0000-4000-8000-000000000000');
  await page.getByRole('button', { name: 'Pin 1 environment' }).click();
  await expect(page.getByText('Not found, or no access.')).toBeVisible();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('names are fetched once and kept over a reload', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  expect(asked.filter((path) => path.startsWith('/api/organization'))).toEqual([]);
});
