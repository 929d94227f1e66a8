import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, test } from '#test/support/browser.ts';

const rows = (page: Page) => page.locator('main [data-result]');
/** Waits until the histories of all twelve environments are shown. */
const expectComplete = (page: Page) =>
  expect(page.getByRole('button', { name: /^All/ })).toHaveText(/1,[0-9]{3}/, { timeout: 60_000 });

async function openPage(page: Page, key: '3' | '4') {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  await page.keyboard.press(key);
}

/** Counts the requests for histories of a page. */
function countHistories(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().includes('deploymentHistoryV2?pageSize=100')) count += 1;
  });
  return () => count;
}

test('Activity and Delivery are accessible in both themes, and a click in the chart narrows the stream', async ({
  page,
}) => {
  // axe reads two pages in two themes.
  test.slow();
  await openPage(page, '3');
  await expect(page).toHaveURL(/page=activity/);
  await expect(rows(page).first()).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.getByRole('group', { name: 'Deployments by result' }).getByRole('button').nth(12).click();
  await expect(page).toHaveURL(/only=d\d{8}/);
  await expect(page.getByRole('button', { name: /outside the chosen day/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: /outside the chosen day/ })).toHaveCount(0);

  await page.keyboard.press('4');
  await expect(page.getByRole('article', { name: 'Lead time' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.getByRole('button', { name: 'Definition Lead time' }).click();
  await expect(page.getByText('From a commit to the end of the deployment')).toBeVisible();
});

test('a reload shows the kept activity, and requests only what was deployed since', async ({ page }) => {
  await openPage(page, '3');
  await expectComplete(page);
  // The page writes two seconds after the last change.
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toContainEqual(expect.stringContaining('envboard.activity@'));
  await page.waitForTimeout(3_000);
  const histories = countHistories(page);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await expectComplete(page);
  // Only environments whose deployment ended meanwhile are requested.
  expect(histories()).toBeLessThan(6);
});

test('5,000 entries need few elements, from the first to the last', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  const [id] = await page
    .locator('article[data-environment-id]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-environment-id')));
  await openPage(page, '3');
  await expect(rows(page).first()).toBeVisible();
  const activityDatabase = () =>
    page.evaluate(async () => {
      const databases = await indexedDB.databases();
      return databases.find(({ name }) => name?.startsWith('envboard.activity@'))?.name;
    });
  await expect.poll(activityDatabase, { timeout: 20_000 }).toBeDefined();
  const evaluated = { environmentId: id ?? '', name: (await activityDatabase()) ?? '' };
  await page.evaluate(async ({ environmentId, name }) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('entries', 'readwrite');
    for (let index = 0; index < 5_000; index += 1) {
      const at = Date.now() - index * 400_000;
      const entry = {
        key: `${environmentId} d${index}`,
        environmentId,
        deploymentId: `d${index}`,
        at,
        state: 'DEPLOYED',
      };
      transaction.objectStore('entries').put({ ...entry, durationSeconds: 60, sources: ['history'] });
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, evaluated);
  await page.reload();
  await expect(page.getByRole('button', { name: /^All/ })).toHaveText(/[5-9],\d\d\d/);
  expect(await rows(page).count()).toBeLessThan(120);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await expect(rows(page).first()).toBeVisible();
  // The page becomes longer or shorter while rows are measured.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeInViewport({ timeout: 500 });
  }).toPass();
  expect(await rows(page).count()).toBeLessThan(120);
});

test('the counts above the bars stay over their bars in narrow windows, each failure count with its icon', async ({
  page,
}) => {
  await openPage(page, '3');
  await expectComplete(page);
  const bars = page.getByRole('group', { name: 'Deployments by result' }).getByRole('button');
  await expect(bars).toHaveCount(14);
  for (const width of [390, 600, 720, 768, 1_024]) {
    await page.setViewportSize({ width, height: 900 });
    const faults = await bars.evaluateAll((all) =>
      all.flatMap((bar) => {
        const room = bar.getBoundingClientRect();
        const counts = [...bar.querySelectorAll('[aria-hidden] *')].filter(
          (part) => part.getBoundingClientRect().width > 0,
        );
        const isOut = counts.some((part) => {
          const { left, right } = part.getBoundingClientRect();
          return left < room.left - 0.5 || right > room.right + 0.5;
        });
        const failed = bar.querySelector('.text-failing');
        const isBare = failed !== null && failed.querySelector('svg')?.getBoundingClientRect().width === 0;
        return isOut || isBare ? [`${bar.textContent} ${isBare ? 'has no icon' : 'is wider than its bar'}`] : [];
      }),
    );
    expect(faults, `${width} px`).toEqual([]);
    await expect(bars.last().locator('.text-failing svg')).toBeVisible();
  }
});

/** Refuses the histories of all environments but the first few. */
async function refuseHistories(page: Page): Promise<void> {
  let answered = 0;
  await page.route(/deploymentHistoryV2\?pageSize=100/, (route) => {
    answered += 1;
    return answered > 3 ? route.fulfill({ status: 403, body: '{}' }) : route.continue();
  });
}

const bars = (page: Page) => page.locator('section fieldset button:has([aria-hidden])');

test('no hour lies behind the edge of a phone, and an unknown hour is marked', async ({ page }) => {
  await refuseHistories(page);
  await openPage(page, '3');
  await expect(page.getByText(/histories could not be read/)).toBeVisible({ timeout: 30_000 });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: '24 hours' }).click();
  await expect(bars(page)).toHaveCount(24);
  const outside = () =>
    bars(page).evaluateAll((all) => all.filter((bar) => bar.getBoundingClientRect().right > innerWidth - 16).length);
  expect(await outside()).toBe(0);
  await expect(page.getByText('Dashed: not all deployments are known')).toBeVisible();
  const unknown = page.getByRole('button', { name: /: not known$/ });
  await expect(unknown).not.toHaveCount(0);
  await expect(unknown.first().getByText('?')).toBeVisible();
});

for (const [language, filters] of [
  ['de', ['Umgebung', 'Auslöser', 'Person']],
  ['fr', ['Environnement', 'Origine', 'Personne']],
  ['es', ['Entorno', 'Origen', 'Autor']],
] as const) {
  test(`the filters of Activity are all in sight: ${language}`, async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(12);
    await page.goto(page.url().replace('&v=1', `&page=activity&lang=${language}&v=1`));
    // The longest counts.
    await expect(page.getByRole('button', { name: /^(Alle|Tous|Todos)/ })).toHaveText(/1[.\s]?\d{3}/, {
      timeout: 60_000,
    });
    const places = async () => {
      const boxes = await Promise.all(
        filters.map((name) => page.getByRole('combobox', { name: new RegExp(`^${name}`) }).boundingBox()),
      );
      return boxes.flatMap((box) => box ?? []);
    };
    await page.setViewportSize({ width: 1_440, height: 900 });
    expect(new Set((await places()).map(({ y }) => Math.round(y))).size, 'lines at 1440 pixels').toBe(1);
    await page.setViewportSize({ width: 360, height: 800 });
    const onPhone = await places();
    expect(onPhone).toHaveLength(3);
    for (const { x, width } of onPhone) expect(x + width).toBeLessThanOrEqual(360 - 16);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
