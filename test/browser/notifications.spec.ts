import type { BrowserContext, Page } from '@playwright/test';
import { breakStatuses, expect, test } from '#test/support/browser.ts';

type Item = Readonly<Record<string, unknown>>;

/** Puts every environment into this state. The property `state` of the returned object changes it. */
async function holdStates(target: Page | BrowserContext, state: string) {
  const hold = { state };
  await target.route(/\/api\/.*\/status$/, async (route) => {
    const response = await route.fetch();
    const body: Item & { readonly results?: readonly Item[] } = await response.json();
    const held = (item: Item) => ({ ...item, state: hold.state, last_deployment_state: hold.state });
    await route.fulfill({ response, json: body.results ? { ...body, results: body.results.map(held) } : held(body) });
  });
  return hold;
}

/** Records notifications, because a test cannot see those of the system. */
function keepNotifications(): void {
  const shown: string[] = [];
  class Kept {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    onclick = undefined;
    constructor(title: string) {
      shown.push(title);
    }
    close() {}
  }
  Object.assign(window, { Notification: Kept, shown });
}
const shownIn = (page: Page): Promise<readonly string[]> => page.evaluate(() => Reflect.get(window, 'shown'));

const refresh = async (page: Page) => {
  await page.getByTitle('How often the board is checked').click();
  await page.getByRole('menuitem', { name: 'Refresh now' }).click();
};
const fresh = (page: Page) => page.locator('article[data-freshness="fresh"]');
const icon = (page: Page) => page.locator('link[rel="icon"]').getAttribute('href');

test('title and icon show the worst state, and show when Qovery is not reached', async ({ page }) => {
  const hold = await holdStates(page, 'DEPLOYED');
  await page.goto('/');
  await expect(fresh(page)).toHaveCount(12);
  await expect(page).toHaveTitle('Demo board');
  const good = await icon(page);

  hold.state = 'BUILD_ERROR';
  await refresh(page);
  await expect(page).toHaveTitle('12 failing · Demo board');
  const bad = await icon(page);
  expect(bad).not.toBe(good);
  // The content security policy allows the image: a blocked image does not decode.
  await page.evaluate(async (href) => {
    const image = new Image();
    image.src = href ?? '';
    await image.decode();
  }, bad);
  await expect(page.getByRole('status').filter({ hasText: '12 environments are failing' })).toHaveCount(1);

  const mend = await breakStatuses(page, '503');
  await refresh(page);
  await expect(page).toHaveTitle('12 failing, 12 not reached · Demo board');
  expect(await icon(page)).not.toBe(bad);
  await mend();
});

test('only one of two tabs notifies of a change, and no tab notifies when it loads', async ({ context }) => {
  await context.addInitScript(keepNotifications);
  const hold = await holdStates(context, 'DEPLOYED');
  const here = await context.newPage();
  await here.goto('/');
  await expect(fresh(here)).toHaveCount(12);
  await here.getByRole('button', { name: 'More' }).click();
  await here.getByRole('menuitem', { name: 'Settings' }).click();
  await here.getByRole('checkbox', { name: 'Notifications' }).check();
  await here.getByRole('button', { name: 'Done' }).click();

  const there = await context.newPage();
  await there.goto(here.url());
  await expect(there.locator('article')).toHaveCount(12);
  // The tab has only persisted readings until it receives answers from the leader.
  await refresh(there);
  await expect(fresh(there)).toHaveCount(12);

  hold.state = 'BUILD_ERROR';
  await refresh(there);
  for (const tab of [here, there]) {
    await expect(tab.getByRole('status').filter({ hasText: 'are failing' })).toHaveCount(1);
  }
  const both = async () => [...(await shownIn(here)), ...(await shownIn(there))];
  await expect.poll(both).toEqual([expect.stringMatching(/^12 environments are failing: /)]);

  await there.reload();
  await refresh(there);
  await expect(fresh(there)).toHaveCount(12);
  await expect(there).toHaveTitle('12 failing · Demo board');
  expect(await shownIn(there)).toEqual([]);
});

test('a key turns the sound on and off, and the page announces both', async ({ page }) => {
  await page.goto('/');
  await expect(fresh(page)).toHaveCount(12);
  await expect(page).toHaveTitle(/Demo board$/);
  await page.keyboard.press('m');
  await expect(page.getByText('Sound is on.')).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByText('Sound is off.')).toBeVisible();
});
