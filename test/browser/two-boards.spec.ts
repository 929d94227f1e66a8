import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '#test/support/browser.ts';
import { hostBoards } from '#test/support/two-boards-host.ts';

test.use({ hasToken: false });

const A_TOKEN = 'qov_onlyForBoardA_org1';
const B_TOKEN = 'qov_onlyForBoardB_org1';

/** The authorizations that a page's API requests carry, by the API's path. */
function watchTokens(context: BrowserContext) {
  const sent: { readonly api: string; readonly authorization: string | undefined }[] = [];
  context.on('request', async (request) => {
    const { pathname } = new URL(request.url());
    const api = /^\/api-[ab]/.exec(pathname)?.[0];
    if (api) sent.push({ api, authorization: request.headers().authorization });
  });
  return sent;
}

async function connect(page: Page, token: string): Promise<void> {
  await page.getByLabel(/token/i).first().fill(token);
  await page.getByRole('checkbox', { name: /Remember/ }).check();
  await page.getByRole('button', { name: 'Connect' }).click();
}

const states = (page: Page) =>
  page.locator('article').evaluateAll((all) => all.map((one) => one.getAttribute('data-state')));

test('two boards of one host that request different APIs share no token, reading or lock', async ({ context }) => {
  const host = await hostBoards({ a: 'DEPLOYED', b: 'DEPLOYMENT_ERROR' });
  const sent = watchTokens(context);
  const a = await context.newPage();
  await a.goto(`${host.address}/a/${host.search}`);
  await connect(a, A_TOKEN);
  await expect(a.locator('article[data-freshness="fresh"]')).toHaveCount(host.count);

  const b = await context.newPage();
  await b.goto(`${host.address}/b/${host.search}`);
  await expect(b.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  expect(sent.filter(({ api }) => api === '/api-b')).toEqual([]);
  await connect(b, B_TOKEN);
  await expect(b.locator('article[data-freshness="fresh"]')).toHaveCount(host.count);
  expect(new Set(await states(b))).toEqual(new Set(['DEPLOYMENT_ERROR']));
  expect(new Set(await states(a))).toEqual(new Set(['DEPLOYED']));
  expect(new Set(sent.map(({ api, authorization }) => `${api} ${authorization}`))).toEqual(
    new Set([`/api-a Token ${A_TOKEN}`, `/api-b Token ${B_TOKEN}`]),
  );

  await b.getByRole('button', { name: 'More' }).click();
  await b.getByRole('menuitem', { name: 'Forget the token' }).click();
  await expect(b.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  await a.reload();
  await expect(a.locator('article[data-freshness="fresh"]')).toHaveCount(host.count);
  host.close();
});

test('a tab does not send a token that was forgotten while it showed another page', async ({ context }) => {
  const host = await hostBoards({ a: 'DEPLOYED', b: 'DEPLOYED' });
  const sent = watchTokens(context);
  const away = await context.newPage();
  await away.goto(`${host.address}/a/${host.search}`);
  await away.getByLabel(/token/i).first().fill(A_TOKEN);
  await away.getByRole('button', { name: 'Connect' }).click();
  await expect(away.locator('article[data-freshness="fresh"]')).toHaveCount(host.count);
  await away.goto(`${host.address}/elsewhere`);

  const here = await context.newPage();
  await here.goto(`${host.address}/a/${host.search}`);
  await connect(here, B_TOKEN);
  await expect(here.locator('article[data-freshness="fresh"]')).toHaveCount(host.count);
  await here.getByRole('button', { name: 'More' }).click();
  await here.getByRole('menuitem', { name: 'Forget the token' }).click();
  await expect(here.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();

  sent.length = 0;
  await away.goBack();
  await expect(away.getByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  expect(sent).toEqual([]);
  host.close();
});
