import type { Browser, Page } from '@playwright/test';
import { openPage, untilFresh } from './soak-page.ts';
import type { SoakServer } from './soak-server.ts';
import type { Size } from './soak-table.ts';

export const TIMES = 200;
const WARM_TIMES = 20;
const LOOK_EVERY = 10;
/** Longer than the delays of focus and of transitions. */
const SETTLE_MS = 1_000;

export type Overlay = { readonly name: string; readonly open: (page: Page) => Promise<void>; readonly shows: string };

const DIALOG = '[role=dialog], dialog[open]';
const MENU = '[role=menu]';
const press = (key: string) => (page: Page) => page.keyboard.press(key);
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const item = (menu: string, name: string) => async (page: Page) => {
  await button(menu)(page);
  await page.getByRole('menuitem', { name }).click();
};

export const OVERLAYS: readonly Overlay[] = [
  { name: 'share', open: press('s'), shows: DIALOG },
  { name: 'picker', open: press('p'), shows: DIALOG },
  { name: 'palette', open: press('Control+k'), shows: DIALOG },
  { name: 'keys', open: press('?'), shows: DIALOG },
  { name: 'details', open: click('article h3 button'), shows: DIALOG },
  { name: 'card menu', open: click('article button[aria-haspopup=menu]'), shows: MENU },
  { name: 'pace menu', open: click('button[title="How often the board is checked"]'), shows: MENU },
  { name: 'my boards menu', open: button('My boards'), shows: MENU },
  { name: 'settings', open: item('More', 'Settings'), shows: DIALOG },
  { name: 'boards', open: item('My boards', 'Manage boards…'), shows: DIALOG },
];

export async function soakOverlay(
  browser: Browser,
  server: SoakServer,
  now: number,
  overlay: Overlay,
): Promise<readonly Size[]> {
  const { page, size } = await openPage(browser, server.address, now);
  await untilFresh(page);
  // Timers run, but the time of day is fixed: no poll is due and no card becomes late, so only the overlay is measured.
  await page.clock.setFixedTime(now);
  const shown = page.locator(overlay.shows).first();
  const sizes: Size[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    await overlay.open(page);
    // The shortcuts load after the board. Before that, a key opens nothing.
    await shown.waitFor({ timeout: time === 1 ? 5_000 : 30_000 }).catch(() => overlay.open(page));
    await shown.waitFor();
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
    if (time < WARM_TIMES || time % LOOK_EVERY !== 0) continue;
    await page.waitForTimeout(SETTLE_MS);
    sizes.push(await size());
  }
  await page.context().close();
  return sizes;
}
