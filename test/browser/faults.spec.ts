import type { Page } from '@playwright/test';
import { expect, expectAccessible, refresh, test } from '#test/support/browser.ts';
import { breakable, FAULTS, type Fault } from '#test/support/faults.ts';
import { PACE } from '#test/support/pace.ts';

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
  // The banner of every fault has the same form, so one is enough.
  if (view === 'cards' && fault.name === '503') await expectAccessible(page);
}

/** A status, a hold on everything, silence, and a fault that only the network of a browser has. */
const ONE_OF_EACH_KIND = ['429 with Retry-After', '503', 'no answer at all', 'a dropped connection'];

// The component tests run all cases.
for (const fault of FAULTS.filter(({ name }) => ONE_OF_EACH_KIND.includes(name))) {
  test(`the board keeps its readings, names the cause and recovers when Qovery fails: ${fault.name}`, async ({
    page,
  }) => {
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
    await page.clock.fastForward(61_000);
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

// The component tests open every view with every fault. This test adds the faults that only a browser's network causes.
test('the board shows no state when its first requests fail in the network', async ({ page, browser }) => {
  await page.goto('/');
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  const address = page.url();
  const faults = FAULTS.filter(({ name }) => /^(a dropped|a page of HTML)/.test(name));
  expect(faults).toHaveLength(2);
  for (const fault of faults) {
    const context = await browser.newContext();
    const newcomer = await context.newPage();
    (await breakable(newcomer)).set(fault);
    await newcomer.goto(address);
    await expect(countOf(newcomer, 'unreachable')).toHaveCount(12);
    for (const { state, tone } of Object.values(await shown(newcomer))) {
      expect({ state, tone }).toEqual({ state: '', tone: 'unknown' });
    }
    await expect(newcomer.locator('[data-board-tone="unknown"]')).toHaveCount(1);
    await context.close();
  }
});

test('a card reports that its project no longer lists it, and the others stay fresh', async ({ page }) => {
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

test('the board stays fresh when each response takes two seconds', async ({ page }) => {
  await page.goto('/');
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  await page.route(/\/api\/.*\/(status|overview)$/, (route) =>
    route.continue({ url: `${route.request().url()}?demo=latency:2000` }),
  );
  await refresh(page);
  await expect(countOf(page, 'fresh')).toHaveCount(12);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the board pauses and keeps its readings while the browser is offline, and then polls again', async ({
  page,
  context,
}) => {
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
