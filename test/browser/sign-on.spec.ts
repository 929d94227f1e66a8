import type { Page, Request } from '@playwright/test';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { expect, test } from '#test/support/browser.ts';
import { startPageGateway } from '#test/support/page-gateway.ts';
import { SignOn, startAuthRequestBackend, startIdentityProvider, startProxyBefore } from '#test/support/sign-on.ts';

const [GATEWAY, PROXY, PROVIDER, BACKEND] = [4330, 4331, 4332, 4333] as const;
/** The provider is another site than the board. */
const ISSUER = `http://127.0.0.1:${PROVIDER}`;
const addressOf = (port: number) => `http://localhost:${port}`;
const signOnOf = (port: number) => new SignOn(ISSUER, `${addressOf(port)}/oauth2/callback`);

const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const ids = [...demoPins(), ...Array.from({ length: 288 }, (_, number) => uuid(number))];
const pins = ids.map((id): Pin => ({ kind: 'environment', id }));
/** 300 pins: too long for a query, so the board is in the fragment. */
const locationOf = (part: Partial<Board>) => boardLocation({ ...DEFAULT_BOARD, name: 'Large', pins, ...part });
const { hash } = locationOf({});

test.use({ hasToken: false, ownDoing: /401|127\.0\.0\.1|Failed to fetch dynamically imported module/ });
test.describe.configure({ mode: 'serial' });

const atEnd: (() => Promise<void>)[] = [];
const [behindGateway, beforeAll302] = [signOnOf(GATEWAY), signOnOf(PROXY)];

test.beforeAll(async ({ baseURL }) => {
  const callbacks = [GATEWAY, PROXY].map((port) => `${addressOf(port)}/oauth2/callback`);
  atEnd.push(
    await startIdentityProvider(PROVIDER, callbacks),
    await startAuthRequestBackend(BACKEND, behindGateway),
    await startProxyBefore(baseURL ?? '', PROXY, beforeAll302),
    await startPageGateway(GATEWAY, {
      QOVERY_API_URL: `${baseURL}/api`,
      OAUTH2_PROXY_URL: `http://127.0.0.1:${BACKEND}`,
    }),
  );
});
test.afterAll(async () => {
  await Promise.all(atEnd.map((end) => end()));
});

/** Signs in on the pages of the provider. */
async function signIn(page: Page): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill('ada');
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const fresh = (page: Page) => page.locator('[data-environment-id][data-freshness="fresh"]');

/** Late too: the page's clock runs ahead of the gateway's, so that its answers look old. */
const answered = (page: Page) => page.locator('[data-freshness="fresh"], [data-freshness="late"]');

/** Lets time pass on the page, then waits until its requests have ended. */
async function pass(page: Page, ms: number): Promise<void> {
  const underWay = new Set<Request>();
  const add = (request: Request) => underWay.add(request);
  const remove = (request: Request) => underWay.delete(request);
  page.on('request', add).on('requestfinished', remove).on('requestfailed', remove);
  await page.clock.runFor(ms);
  // A request is seen some time after the timer that sends it.
  await page.evaluate(() => true).catch(() => false);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect.poll(() => underWay.size).toBe(0);
  page.off('request', add).off('requestfinished', remove).off('requestfailed', remove);
}

/** Lets time pass until a card is answered. The requests of an earlier visit count, so the first may wait for a minute. */
const passUntilFirstAnswer = (page: Page) =>
  expect(async () => {
    await pass(page, 5_000);
    await expect(answered(page).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });

/** Lets time pass in steps until all environments of the wall are answered. */
const passUntilAnswered = (page: Page, stepMs: number) =>
  expect(async () => {
    await pass(page, stepMs);
    await expect(answered(page)).toHaveCount(12, { timeout: 500 });
  }).toPass({ timeout: 60_000 });

test('a board of 300 pins survives the login, the end of the session and the way back, behind auth_request', async ({
  page,
}) => {
  test.slow();
  await page.clock.install();
  await page.goto(`${addressOf(GATEWAY)}/${hash}`);
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
  expect(page.url()).toMatch(new RegExp(`^${ISSUER}/`));
  await signIn(page);
  // The requests for 300 names come first.
  await expect(fresh(page).first()).toBeVisible({ timeout: 30_000 });
  expect(page.url()).toBe(`${addressOf(GATEWAY)}/${hash}`);

  // The session ends: the answers are 401. The provider still knows the user, so a reload is enough.
  behindGateway.expire();
  await page.clock.runFor(60_000);
  // A part of the page that the session's end kept from loading has an alert of its own.
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out of this server.' })).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await passUntilFirstAnswer(page);
  expect(page.url()).toBe(`${addressOf(GATEWAY)}/${hash}`);

  // A tab that returns without the fragment says so.
  await page.goto(`${addressOf(GATEWAY)}/?handed=1`);
  await expect(page.getByText('The board in your link was lost while you signed in')).toBeVisible();
});

test('a wall comes back by itself: when its session does, and when only a page load renews it', async ({ page }) => {
  test.slow();
  await page.clock.install();
  const wall = locationOf({ view: 'wall', pins: pins.slice(0, 12) });
  await page.goto(`${addressOf(GATEWAY)}/${wall.search}`);
  await signIn(page);
  await expect(fresh(page)).toHaveCount(12);

  // Loads the files of the page that come later: one that fails to load would reload the wall as soon as the session is back.
  await pass(page, 40_000);
  await passUntilAnswered(page, 5_000);
  const restore = behindGateway.expire();
  await page.clock.runFor(40_000);
  await expect(page.locator('[data-environment-id][data-freshness="unreachable"]').first()).toBeVisible();
  restore();
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true));
  // Short steps: the request after a minute is answered before the wall reloads after two.
  await passUntilAnswered(page, 5_000);
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true);

  behindGateway.expire();
  await page.clock.runFor(40_000);
  await expect(page.locator('[data-environment-id][data-freshness="unreachable"]').first()).toBeVisible();
  await passUntilAnswered(page, 30_000);
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBeUndefined();
  expect(page.url()).toBe(`${addressOf(GATEWAY)}/${wall.search}`);
});

test('a board in the fragment survives a sign-on that answers the page’s requests with 302', async ({ page }) => {
  await page.clock.install();
  // The first visit: no page of this server ran before the sign-on, so nothing could keep the fragment.
  await page.goto(`${addressOf(PROXY)}/index.html`);
  await signIn(page);
  await page.waitForURL(`${addressOf(PROXY)}/index.html`);
  await page.goto(`${addressOf(PROXY)}/index.html${hash}`);
  await expect(fresh(page).first()).toBeVisible();
  beforeAll302.expire();
  await page.clock.runFor(60_000);
  await expect(page.getByRole('alert')).toContainText('probably to sign you in');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await passUntilFirstAnswer(page);
  expect(page.url()).toBe(`${addressOf(PROXY)}/index.html${hash}`);
});
