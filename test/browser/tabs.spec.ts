import type { BrowserContext, Page } from '@playwright/test';
import { choose, expect, refresh, TOKEN, test } from '#test/support/browser.ts';

test.describe('without a token', () => {
  test.use({ hasToken: false });

  test('a tab forgets its token when the user forgets the token in another tab', async ({ context }) => {
    await context.route('**/config.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: JSON.stringify({ api: '/api', auth: 'token' }) }),
    );
    const here = await context.newPage();
    const there = await context.newPage();
    for (const tab of [here, there]) {
      await tab.goto('/?q=');
      await tab.getByLabel(/token/i).first().fill(TOKEN);
      await tab.getByRole('button', { name: 'Connect' }).click();
      await expect(tab.getByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
    }

    await choose(here, 'More', 'Forget the token');

    for (const tab of [here, there]) {
      await expect(tab.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
      expect(await tab.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain(
        TOKEN,
      );
    }
  });
});

/** Runs in a page before its own scripts: its clock and its timeouts are eight times as fast as real ones. */
function speedUp(): void {
  const speed = 8;
  const start = Date.now();
  const now = Date.now.bind(Date);
  const wait = window.setTimeout.bind(window);
  Date.now = () => start + (now() - start) * speed;
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0, ...given: readonly unknown[]) => wait(run, ms / speed, ...given),
  });
}

/** Opens a tab on the demo board. Records the paths of its status requests. */
async function openTab(
  context: BrowserContext,
  address: string,
  prepare?: () => void,
): Promise<{ tab: Page; requested: string[] }> {
  const tab = await context.newPage();
  if (prepare) await tab.addInitScript(prepare);
  const requested: string[] = [];
  tab.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/(status|overview)$/.test(pathname)) requested.push(pathname);
  });
  await tab.goto(address);
  await expect(tab.locator('article[data-freshness="fresh"]')).toHaveCount(12);
  return { tab, requested };
}

const states = (tab: Page) =>
  tab
    .locator('article')
    .evaluateAll((all) =>
      Object.fromEntries(all.map(({ dataset }) => [dataset.environmentId, dataset.state] as const)),
    );

test('a tab shows the readings of the polling tab, and polls when that tab is closed', async ({ context }) => {
  await context.clock.install();
  const first = await openTab(context, '/');
  const second = await openTab(context, first.tab.url());
  expect(first.requested.length).toBeGreaterThan(0);
  expect(second.requested).toEqual([]);

  first.requested.length = 0;
  await refresh(second.tab);
  await expect.poll(() => first.requested.length).toBeGreaterThan(0);
  expect(second.requested).toEqual([]);
  await expect
    .poll(async () => JSON.stringify(await states(second.tab)) === JSON.stringify(await states(first.tab)))
    .toBe(true);

  await first.tab.close();
  await context.clock.fastForward(35_000);
  await expect.poll(() => second.requested.length).toBeGreaterThan(0);
  await expect(second.tab.getByText(/^Live/)).toBeVisible();
});

test('a tab polls when the polling tab is frozen', async ({ context }) => {
  const first = await openTab(context, '/');
  const second = await openTab(context, first.tab.url(), speedUp);
  expect(first.requested.length).toBeGreaterThan(0);
  expect(second.requested).toEqual([]);
  const session = await context.newCDPSession(first.tab);
  // Freezes the page with its lock: no timer runs and no message arrives.
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  await expect.poll(() => second.requested.length, { timeout: 40_000 }).toBeGreaterThan(0);
  await session.send('Debugger.resume');
});
