// Makes the README's pictures from the built page and its simulated account: docs/board.png, details.png, versions.png,
// activity.png and delivery.png. Run `npx vite build && node docs/screenshot.mjs`.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const PORT = 4399;
const CHROMIUMS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = CHROMIUMS.find((path) => path && existsSync(path));
const root = new URL('..', import.meta.url).pathname;
const pathOf = (name) => new URL(`${name}.png`, import.meta.url).pathname;

const server = await preview({ root, logLevel: 'warn', preview: { port: PORT } });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://localhost:${PORT}/`);
  await page.locator('article[data-freshness="fresh"]').nth(11).waitFor();
  // The bars of past deployments: four requests a second, twelve cards.
  await page.locator('article svg[role="img"]').nth(11).waitFor({ timeout: 90_000 });
  // The simulated account changes every few minutes: both pictures need a failing environment and one in progress.
  await page.locator('main:has([data-tone="failing"]):has([data-tone="busy"])').waitFor({ timeout: 3_600_000 });
  // A new reading, so that the details agree with the card.
  await page.keyboard.press('r');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: pathOf('board') });
  await page.locator('article').first().getByRole('heading').getByRole('button').click();
  await page.getByRole('dialog').getByRole('list').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: pathOf('details') });
  await page.keyboard.press('Escape');
  // Neither the focus of the closed details nor a pointer over a bar belongs into a picture.
  await page.mouse.move(0, 0);
  for (const [key, name] of [
    ['2', 'versions'],
    ['3', 'activity'],
    ['4', 'delivery'],
  ]) {
    await page.keyboard.press(key);
    await page.evaluate(() => document.activeElement?.blur());
    // The services, states and commits, then the histories, of twelve environments.
    await page.waitForTimeout(30_000);
    await page.screenshot({ path: pathOf(name) });
  }
} finally {
  await browser.close();
  await server.close();
}
