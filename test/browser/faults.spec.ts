import type { Page } from '@playwright/test';
import { expect, PACE, refresh, test } from '#test/support/browser.ts';
import { breakable, FAULTS, type Fault } from '#test/support/faults.ts';

const SHOWN = '[data-environment-id]';
const VIEWS = ['cards', 'table', 'wall'] as const;

type Shown = Readonly<Record<string, { readonly state: string; readonly tone: string; readonly freshness: string }>>;

/** Returns state, tone and freshness of each environment, in every view. */
const shown = (page: Page): Promise<Shown> =>
  page
    .locator(SHOWN)
    .evaluateAll((all) =>
      Object.fromEntries(
        (all as HTMLElement[]).map(({ dataset: { environmentId = '', state = '', tone = '', freshness = '' } }) => [
          environmentId,
          { state, tone, freshness },
        ]),
      ),
    );

const countOf = (page: Page, freshness: string) => page.locator(`${SHOWN}[data-freshness="${freshness}"]`);

const VIEW_NAMES = { cards: 'Cards', table: 'Table', wall: 'Wall' } as const;

/** Switches the view by a click, because the wall hides the switch, so its checked state cannot be read. */
async function show(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  await page.getByText(VIEW_NAMES[view], { exact: true }).first().click();
  await expect(page.locator(SHOWN)).toHaveCount(12);
}

/** Expects that every environment keeps its reading and tone and is unreachable, and that the cause appears once. */
async function expectKept(page: Page, before: Shown, fault: Fault, view: (typeof VIEWS)[number]): Promise<void> {
  if (fault.holdsAll) await expect(countOf(page, 'unreachable').first()).toBeVisible();
  else await expect(countOf(page, 'unreachable')).toHaveCount(12);
  for (const [id, { state, tone }] of Object.entries(await shown(page))) {
    expect({ state, tone }).toEqual({ state: before[id]?.state, tone: before[id]?.tone });
  }
  if (view === 'wall') return expect(page.getByText(fault.says).first()).toBeVisible();
  if (fault.isOwn) return expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText(fault.says);
}

for (const fault of FAULTS) {
  test(`${fault.name}: readings stay, the cause is named, and all recovers`, async ({ page }) => {
    // Ten megabytes for each request, in every view: a busy machine takes more than a minute.
    test.slow();
    await page.clock.install();
    const broken = await breakable(page);
    await page.goto('/');
    await expect(countOf(page, 'fresh')).toHaveCount(12);
    const before = await shown(page);

    // Only one source fails: the others are not affected.
    broken.set(fault, 'one');
    await refresh(page);
    // The page's clock is faster than the network: requests that pass must be answered first.
    await expect.poll(broken.underWay).toBe(0);
    await page.clock.runFor(fault.lastsMs ?? 0);
    const { says, isOwn } = fault.ofOne ?? { says: fault.says, isOwn: fault.isOwn ?? false };
    await expect(countOf(page, 'unreachable').first()).toBeVisible();
    await expect(page.locator('article').getByText(says).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(isOwn ? 0 : 1);
    expect(Object.values(await shown(page)).filter(({ freshness }) => freshness === 'unreachable').length).toBeLessThan(
      12,
    );

    // All sources fail, in every view.
    broken.set(fault);
    await page.clock.runFor(61_000);
    const readings = await shown(page);
    await refresh(page);
    await page.clock.runFor(fault.lastsMs ?? 0);
    for (const view of ['table', 'cards', 'wall'] as const) {
      await show(page, view);
      await expectKept(page, readings, fault, view);
    }
    expect(Object.keys(readings).sort()).toEqual(Object.keys(before).sort());
    await page.keyboard.press('Escape');

    // The board recovers by itself.
    broken.set(undefined);
    await page.clock.fastForward(660_000);
    await expect(countOf(page, 'fresh')).toHaveCount(12, { timeout: 30_000 });
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

for (const view of VIEWS) {
  test(`on first load in the ${view} view, a failure is never shown as a state`, async ({ page }) => {
    const broken = await breakable(page);
    await page.goto('/');
    await expect(countOf(page, 'fresh')).toHaveCount(12);
    const address = `${page.url()}&view=${view}`;
    const context = await page.context().browser()?.newContext();
    const stranger = await context?.newPage();
    if (!stranger || !context) throw new Error('no second context');
    const brokenToo = await breakable(stranger);
    broken.set(undefined);
    for (const fault of FAULTS.filter(({ name }) => /^(401|404|503|a dropped|a page of HTML)/.test(name))) {
      brokenToo.set(fault);
      await stranger.goto('about:blank');
      await stranger.goto(address);
      await expect(countOf(stranger, 'unreachable')).toHaveCount(12);
      for (const { state, tone } of Object.values(await shown(stranger))) {
        expect({ state, tone }).toEqual({ state: '', tone: 'unknown' });
      }
      await expect(stranger.locator('[data-board-tone="unknown"]')).toHaveCount(1);
    }
    await context.close();
  });
}

test('an environment that its project no longer lists says so, and the others stay fresh', async ({ page }) => {
  await page.clock.install();
  let gone: string | undefined;
  await page.route(/\/api\/project\/.*\/status$/, async (route) => {
    const response = await route.fetch();
    const { results }: { results: { id: string }[] } = await response.json();
    await route.fulfill({ response, json: { results: results.filter(({ id }) => id !== gone) } });
  });
  await page.goto('/');
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  // A project with at least two environments, because it is polled as a whole.
  gone = await page.locator('section').evaluateAll((all) => {
    const cards = all.map((one) => [...one.querySelectorAll<HTMLElement>('article')]);
    return cards.find(({ length }) => length >= 2)?.[0]?.dataset.environmentId;
  });
  await refresh(page);
  const card = page.locator(`article[data-environment-id="${gone}"]`);
  await expect(card.getByText(/No longer listed in its project/)).toBeVisible();
  await expect(countOf(page, 'fresh')).toHaveCount(11);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a slow first byte delays a reading and breaks nothing', async ({ page }) => {
  await page.goto('/');
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  await page.route(/\/api\/.*\/(status|overview)$/, (route) =>
    route.continue({ url: `${route.request().url()}?demo=latency:2000` }),
  );
  await refresh(page);
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('going offline pauses, keeps everything, and goes on by itself', async ({ page, context }) => {
  await page.goto('/');
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  const before = Object.keys(await shown(page));
  await context.setOffline(true);
  await expect(page.getByRole('alert')).toContainText('This browser is offline.');
  expect(Object.keys(await shown(page)).sort()).toEqual(before.sort());
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: PACE })).toContainText('Live');
});
