import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { demoPins } from '#simulator/demo-board.ts';
import {
  breakStatuses,
  expect,
  expectAccessible,
  expectAccessibleInBothThemes,
  refresh,
  test,
} from '#test/support/browser.ts';
import { pinsOf } from '#test/support/two-organizations.ts';

test('an empty address opens the demo board, accessible in both themes', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/name=Demo\+board&pins=/);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByText(/^Live · every/)).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test('every card has the data attributes that tools read', async ({ page }) => {
  await page.goto('/');
  const card = page.locator('article[data-freshness="fresh"]').first();
  await expect(card).toHaveAttribute('data-environment-id', /^[0-9a-f-]{36}$/);
  await expect(card).toHaveAttribute('data-state', /^[A-Z_]+$/);
  await expect(card).toHaveAttribute('data-tone', /^(ok|idle|busy|queued|warning|failing|unknown)$/);
  await expect(page.locator('[data-board-tone]')).toHaveCount(1);
});

// The faults that hold for every environment are in faults.spec.ts.
test('cards keep their readings while Qovery answers 404, and recover', async ({ page }) => {
  await page.goto('/');
  const cards = page.locator('article');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.locator('article[data-state=""]')).toHaveCount(0);

  const mend = await breakStatuses(page, '404');
  await refresh(page);
  await expect(page.locator('article[data-freshness="unreachable"]').first()).toBeVisible();
  await expect(cards).toHaveCount(12);
  await expect(page.locator('article[data-state=""]')).toHaveCount(0);
  await expectAccessible(page);
  await expect.poll(() => page.evaluate(outlinesInFrames)).toEqual({ outlines: 12, cut: 0 });

  await mend();
  await refresh(page);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the address contains the filter, and Back removes it', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('no such thing');
  await expect(page.getByRole('heading', { name: 'No environment matches' })).toBeVisible();
  await expect(page).toHaveURL(/q=no\+such\+thing/);
  await page.goBack();
  await expect(page.locator('article')).toHaveCount(12);
});

test('a copied link opens the same board in another browser', async ({ page, browser }) => {
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

test('a user pins a pasted id and unpins it, and Back undoes both', async ({ page }) => {
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
  await expect(page.getByText('Passed over, because it names no environment: nonsense')).toBeVisible();
  await page.getByRole('button', { name: 'Pin 1 environment' }).click();
  await expect(page.locator('article')).toHaveCount(12);

  await page.goBack();
  await page.goBack();
  await expect(page.locator(`article[data-environment-id="${id}"]`)).toHaveCount(1);
});

test('a damaged link opens the pins that can be read, with one notice', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article')).toHaveCount(12);
  await page.goto(page.url().replace(/(pins=[^&]*)/, '$1.%3Cscript%3E.zzz'));
  await expect(page.getByText('2 pins in this link could not be read.')).toBeVisible();
  await expect(page.locator('article')).toHaveCount(12);
});

test('a card explains an unknown id, and the other cards stay fresh', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Pin environments' }).click();
  await page.getByLabel(/paste environment ids/i).fill('00000000-0000-4000-8000-000000000000');
  await page.getByRole('button', { name: 'Pin 1 environment' }).click();
  await expect(page.getByText('No such environment, or no access to it.')).toBeVisible();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the page requests neither names nor histories again after a reload', async ({ page }) => {
  // The calmest environments: the page would request the history of one that is deployed meanwhile.
  const pins = pinsOf(
    demoPins()
      .slice(-6)
      .map((id) => ({ id })),
  );
  await page.goto(`/${boardLocation({ ...DEFAULT_BOARD, pins }).search}`);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(6);
  const bars = page.getByRole('img', { name: /^Last \d+ deployments/ });
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  const histories = () => requested.filter((path) => path.endsWith('/deploymentHistoryV2'));
  await page.reload();
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(6);
  await expect(bars).toHaveCount(6);
  expect(histories().length, 'the page has no history from before').toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(countKept)).toBe(6);
  requested.length = 0;
  await page.reload();
  await expect(bars).toHaveCount(6);
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(6);
  await expect.poll(() => requested.some((path) => path.startsWith('/api/'))).toBe(true);
  expect(requested.filter((path) => path.startsWith('/api/organization'))).toEqual([]);
  expect(histories()).toEqual([]);
});

/** Returns the number of histories in the page's IndexedDB. Runs in the page. */
async function countKept(): Promise<number> {
  const { name = '' } = (await indexedDB.databases()).find((one) => one.name?.includes('histories')) ?? {};
  if (name === '') return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const count = opening.result.transaction('histories').objectStore('histories').count();
      count.onsuccess = () => {
        opening.result.close();
        resolve(count.result);
      };
    };
  });
}

/** Counts the dashed outlines of cards, and those that the frame of their group cuts. Runs in the page. */
function outlinesInFrames(): { readonly outlines: number; readonly cut: number } {
  const dashed = [...document.querySelectorAll('article > span')].filter(
    (span) => getComputedStyle(span).outlineStyle === 'dashed',
  );
  const isCut = (span: Element): boolean => {
    const offset = Number.parseFloat(getComputedStyle(span).outlineOffset);
    const outline = span.getBoundingClientRect();
    // The article hides what is outside of it, too; the frame is the next such element.
    let frame = span.closest('article')?.parentElement;
    while (frame && getComputedStyle(frame).overflowX !== 'clip') frame = frame.parentElement;
    const { left, right } = frame?.getBoundingClientRect() ?? outline;
    return outline.left - offset < left || outline.right + offset > right;
  };
  return { outlines: dashed.length, cut: dashed.filter(isCut).length };
}
