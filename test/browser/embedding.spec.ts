import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { portOf } from '#test/gateway/support/ports.ts';
import { demoBoard, startPageGateway, unusedPort } from '#test/support/page-gateway.ts';

let [closedPort, openPort, wikiPort] = [0, 0, 0];
const stops: (() => Promise<void>)[] = [];
let wiki: Server;
let frame = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ baseURL }) => {
  // A real server, because Chromium lets no page without a server frame a page of this machine.
  wiki = createServer((_, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(`<!doctype html><iframe width="1200" height="700" allow="screen-wake-lock" src="${frame}"></iframe>`),
  ).listen(0);
  await once(wiki, 'listening');
  wikiPort = portOf(wiki);
  [closedPort, openPort] = [await unusedPort(), await unusedPort()];
  const settings = { QOVERY_API_URL: `${baseURL}/api` };
  const EMBED_ORIGINS = `https://wiki.example.com http://localhost:${wikiPort}`;
  stops.push(
    ...(await Promise.all([
      startPageGateway(closedPort, settings),
      startPageGateway(openPort, { ...settings, EMBED_ORIGINS }),
    ])),
  );
});
test.afterAll(async () => {
  for (const stop of stops) await stop();
  wiki.close();
});

/** Opens a page of another site with the wall of a gateway in a frame. Returns the browser's console errors. */
async function openWiki(page: Page, host: string, gatewayPort: number): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  frame = `http://localhost:${gatewayPort}${await demoBoard(page)}&view=wall`;
  await page.goto(`http://${host}:${wikiPort}/`);
  return complaints;
}

const tiles = (page: Page) => page.frameLocator('iframe').locator('article[data-freshness="fresh"]');

async function expectRefused(page: Page, complaints: readonly string[]): Promise<void> {
  await expect.poll(() => complaints.join()).toMatch(/Framing .* violates .* "frame-ancestors /);
  // The browser logs an error first, and then shows its own page in the frame.
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  await expect(tiles(page)).toHaveCount(0);
}

test('a frame stays empty when the gateway names no site', async ({ page }) => {
  await expectRefused(page, await openWiki(page, 'localhost', closedPort));
});

test('a frame shows the wall when EMBED_ORIGINS names its site', async ({ page }) => {
  const complaints = await openWiki(page, 'localhost', openPort);
  await expect(tiles(page)).toHaveCount(12);
  await expect(tiles(page).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a frame stays empty when EMBED_ORIGINS does not name its site', async ({ page }) => {
  // Another name of the same server is another origin.
  await expectRefused(page, await openWiki(page, '127.0.0.1', openPort));
});
