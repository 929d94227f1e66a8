import type { BrowserContext, Page } from '@playwright/test';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { expect, test } from '#test/support/browser.ts';
import { FAULTS } from '#test/support/faults.ts';
import { type Account, accountOf } from '#test/support/feed-account.ts';
import { answerOf } from '#test/support/feed-server.ts';
import { PACE } from '#test/support/pace.ts';
import { type SimulatedApi, simulateApi } from '#test/support/simulated-api.ts';

const START = Date.UTC(2026, 10, 27, 12);
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const PROJECTS = 60;
const FEED = { lateMs: 1_000, isLossy: false, status: 200 };

const ACCOUNT = accountOf({ projects: PROJECTS, environmentsEach: 1, load: 'six deployments an hour', hours: 3 });

/** The address of a board that pins every project. */
const boardOf = ({ sources }: Account): string => {
  const pins = sources.map(({ id }) => ({ kind: 'project' as const, id }));
  return `/${boardLocation({ ...DEFAULT_BOARD, pins }).search}`;
};

async function openBoard(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(boardOf(ACCOUNT));
  await expect(page.locator('article[data-freshness="fresh"]')).toHaveCount(PROJECTS);
  return page;
}

const cardOf = (page: Page, id: string) => page.locator(`[data-environment-id="${id}"]`);

/** A change of a deployment, and the states that the card shows after it, or before it. */
const START_OF_DEPLOYMENT = { state: 'DEPLOYMENT_QUEUED', after: /^(DEPLOYMENT_QUEUED|BUILDING)$/ };
const OUTCOME = { state: 'DEPLOYED', after: /^DEPLOYED$/ };

/** Lets time pass until the next such change, and expects it on the page within that many milliseconds. */
async function expectNextChange(
  api: SimulatedApi,
  page: Page,
  { state, after }: typeof OUTCOME,
  withinMs: number,
): Promise<void> {
  const from = api.elapsed() + 30 * SECOND_MS;
  const change = ACCOUNT.changes.find((one) => one.at > from && one.state === state);
  if (change === undefined) throw new Error('The account has no further change.');
  // The last seconds pass as they do for a user.
  await api.skip(change.at - api.elapsed() - 20 * SECOND_MS);
  await api.pass(change.at - api.elapsed() - SECOND_MS / 2);
  await expect(cardOf(page, change.id)).not.toHaveAttribute('data-state', after);
  for (let waitedMs = -SECOND_MS / 2; waitedMs < withinMs; waitedMs += SECOND_MS) await api.pass(SECOND_MS);
  await expect(cardOf(page, change.id)).toHaveAttribute('data-state', after);
}

/** A click waits for the next frame, and a stopped clock has none. */
async function chooseTenSeconds(api: SimulatedApi, page: Page): Promise<void> {
  await page.getByRole('button', { name: PACE }).dispatchEvent('click');
  await api.pass(SECOND_MS);
  await page.getByRole('menuitemradio', { name: '10 s' }).dispatchEvent('click');
  await api.pass(SECOND_MS);
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('changes show within the stated time on a board of 60 projects, in both tabs, and after the polling tab is closed', async ({
  context,
}) => {
  test.setTimeout(180_000);
  let status = 200;
  const api = await simulateApi(
    context,
    START,
    answerOf(ACCOUNT, () => ({ ...FEED, status }), START),
  );
  const leader = await openBoard(context);
  const follower = await openBoard(context);
  await api.freeze();
  // Until then, the polls and the feed have agreed on every project.
  await api.skip(20 * MINUTE_MS);
  await expect(follower.getByRole('button', { name: /^Live · changes within 30 s · all checked every/ })).toBeVisible();
  // The feed is requested each 30 s while nothing moves, and the event brings the poll forward.
  await expectNextChange(api, follower, START_OF_DEPLOYMENT, 35 * SECOND_MS);
  await expectNextChange(api, follower, OUTCOME, 15 * SECOND_MS);

  await chooseTenSeconds(api, leader);
  await api.pass(30 * SECOND_MS);
  await expectNextChange(api, follower, START_OF_DEPLOYMENT, 15 * SECOND_MS);
  await leader.close();
  await api.pass(20 * SECOND_MS);
  await expectNextChange(api, follower, START_OF_DEPLOYMENT, 15 * SECOND_MS);

  // Refused in the middle: the board polls as without a feed, and says so.
  status = 403;
  await api.pass(30 * SECOND_MS);
  const feeds = api.received.filter((path) => path.includes('/events')).length;
  await expect(follower.getByRole('button', { name: /^Live · every/ })).toBeVisible();
  // Without a feed, each project is polled within ten minutes.
  await api.skip(11 * MINUTE_MS);
  expect(api.received.filter((path) => path.includes('/events'))).toHaveLength(feeds);
  await expect(follower.locator('article[data-freshness="fresh"]')).toHaveCount(PROJECTS);
  await expect(follower.getByRole('alert')).toHaveCount(0);
});

test('every fault of the feed alone leaves readings and tones as they are, and the menu tells of it', async ({
  context,
}) => {
  const account = accountOf({ projects: 4, environmentsEach: 1, load: 'calm', hours: 1 });
  await simulateApi(
    context,
    START,
    answerOf(account, () => FEED, START),
  );
  const page = await context.newPage();
  await page.goto(boardOf(account));
  const cards = page.locator('article[data-freshness="fresh"][data-tone]');
  await expect(cards).toHaveCount(4);
  const shown = () => cards.evaluateAll((all) => all.map(({ dataset }) => [dataset.state, dataset.tone].join(' ')));
  const before = await shown();
  let received = 0;
  // Last a refusal, which the menu names.
  const faults = [...FAULTS, ...FAULTS.filter(({ name }) => name === '403')];
  for (const { act } of faults) {
    const sofar = received;
    await page.unroute(/\/events/);
    await page.route(/\/events/, (route) => {
      received += 1;
      return act(route);
    });
    // A refused feed is requested again after an hour.
    await page.clock.fastForward(70 * MINUTE_MS);
    await expect.poll(() => received).toBeGreaterThan(sofar);
    await expect(cards).toHaveCount(4);
    await expect.poll(shown).toEqual(before);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await page.getByRole('button', { name: PACE }).click();
  await expect(page.getByRole('menu').getByText(/^They cannot be read here\./)).toBeVisible();
  // A paused board requests no events, so the menu tells nothing of them.
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await page.getByRole('button', { name: PACE }).click();
  await expect(page.getByRole('menuitem', { name: 'Resume' })).toBeVisible();
  await expect(page.getByRole('menu').getByText(/^They cannot be read here\./)).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  await page.getByRole('button', { name: PACE }).click();
  await page.getByRole('menuitemradio', { name: 'Off' }).click();
  const sofar = received;
  await page.clock.fastForward(70 * MINUTE_MS);
  await expect(cards).toHaveCount(4);
  expect(received).toBe(sofar);
});
