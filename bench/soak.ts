import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { type SoakServer, startSoakServer } from './soak-server.ts';

const BUILT = resolve('bench/results/soak');
const PLACES = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const POLL_MS = 30_000;
const POLLS = 2_880;
/** By then the histories are here, and what is kept of each environment is full. */
const WARM_POLLS = 240;
const TIMES = 200;
const WARM_TIMES = 20;
const MOST_GROWTH = 0.05;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

type Size = { readonly heap: number; readonly nodes: number; readonly listeners: number; readonly timers: number };

/** What the page holds once nothing is left that can be collected. */
async function sizeOf(page: Page, session: CDPSession): Promise<Size> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const timers = await page.evaluate(() => (Reflect.get(window, 'soakTimers') as Set<unknown>).size);
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners'), timers };
}

/** Runs in the page before anything of it: counts the timers that wait. Must refer to nothing outside itself. */
function countTimers(): void {
  const waiting = new Set<unknown>();
  Reflect.set(window, 'soakTimers', waiting);
  for (const [begin, isOnce] of [
    ['setTimeout', true],
    ['setInterval', false],
  ] as const) {
    const native = Reflect.get(window, begin) as (...given: unknown[]) => unknown;
    Reflect.set(window, begin, (work: (...given: unknown[]) => void, ...rest: unknown[]) => {
      const id = native.call(
        window,
        (...given: unknown[]) => {
          if (isOnce) waiting.delete(id);
          work(...given);
        },
        ...rest,
      );
      waiting.add(id);
      return id;
    });
  }
  for (const end of ['clearTimeout', 'clearInterval'] as const) {
    const native = Reflect.get(window, end) as (id: unknown) => void;
    Reflect.set(window, end, (id: unknown) => {
      waiting.delete(id);
      native.call(window, id);
    });
  }
}

const signed = (change: number): string => `${change >= 0 ? '+' : ''}${change}`;

/** One row of the table; false when something grew that must not. */
function compare(what: string, before: Size, after: Size): boolean {
  const growth = after.heap / before.heap - 1;
  const megabytes = ({ heap }: Size) => (heap / 1_000_000).toFixed(2);
  const cells = [
    what,
    `${megabytes(before)} → ${megabytes(after)} MB (${signed(Number((growth * 100).toFixed(1)))} %)`,
    ...(['nodes', 'listeners', 'timers'] as const).map(
      (name) => `${after[name]} (${signed(after[name] - before[name])})`,
    ),
  ];
  print(`| ${cells.join(' | ')} |`);
  return growth < MOST_GROWTH;
}

async function openPage(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session };
}

const untilFresh = (page: Page) => page.locator('article[data-freshness="fresh"]').nth(11).waitFor();

/** A day in front of the page, in which what it watches is deployed, fails and recovers. */
async function soakPolls(browser: Browser, server: SoakServer, clock: { now: number }, polls: number) {
  const { page, session } = await openPage(browser);
  await page.clock.install({ time: clock.now });
  // After the clock's own, so that it is the clock's timers that are counted.
  await page.addInitScript(countTimers);
  await page.goto(server.address);
  await untilFresh(page);
  let before: Size | undefined;
  let changes = 0;
  let states = '';
  const asked = server.asked();
  for (let poll = 0; poll < polls; poll += 1) {
    clock.now += POLL_MS;
    await page.clock.runFor(POLL_MS);
    while (server.underWay() > 0) await pause(2);
    if (poll % 20 === 0) {
      const seen = await page.locator('article').evaluateAll((all) => all.map(({ dataset }) => dataset.state).join());
      if (seen !== states) changes += 1;
      states = seen;
    }
    if (poll === WARM_POLLS) before = await sizeOf(page, session);
    if (poll % 480 === 0) {
      const { heap, nodes, listeners, timers } = await sizeOf(page, session);
      say(`${poll} of ${polls} polls: ${heap} B, ${nodes} nodes, ${listeners} listeners, ${timers} timers`);
    }
  }
  const after = await sizeOf(page, session);
  say(`${server.asked() - asked} requests; the states differed at ${changes} of ${Math.ceil(polls / 20)} looks`);
  const isGood = compare(`${polls} polls`, before ?? after, after);
  await page.context().close();
  return isGood;
}

type Overlay = { readonly name: string; readonly open: (page: Page) => Promise<void>; readonly shows: string };

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const item = (button: string, name: string) => async (page: Page) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
};

const OVERLAYS: readonly Overlay[] = [
  { name: 'share', open: press('s'), shows: '[role=dialog], dialog[open]' },
  { name: 'picker', open: press('p'), shows: '[role=dialog], dialog[open]' },
  { name: 'palette', open: press('Control+k'), shows: '[role=dialog], dialog[open]' },
  { name: 'keys', open: press('?'), shows: '[role=dialog], dialog[open]' },
  { name: 'details', open: click('article h3 button'), shows: '[role=dialog], dialog[open]' },
  { name: 'card menu', open: click('article button[aria-haspopup=menu]'), shows: '[role=menu]' },
  { name: 'pace menu', open: click('button[title="How often the board is checked"]'), shows: '[role=menu]' },
  { name: 'my boards menu', open: click('button:has-text("My boards")'), shows: '[role=menu]' },
  { name: 'settings', open: item('More', 'Settings'), shows: '[role=dialog], dialog[open]' },
  { name: 'boards', open: item('My boards', 'Manage boards…'), shows: '[role=dialog], dialog[open]' },
];

async function soakOverlay(browser: Browser, server: SoakServer, { name, open, shows }: Overlay, times: number) {
  const { page, session } = await openPage(browser);
  await page.addInitScript(countTimers);
  await page.goto(server.address);
  await untilFresh(page);
  // Its numbers are of the overlay, and not of what is polled meanwhile.
  await page.locator('button[title="How often the board is checked"]').click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  const overlay = page.locator(shows).first();
  let before: Size | undefined;
  for (let time = 0; time < times; time += 1) {
    await overlay.waitFor({ state: 'detached' });
    await open(page);
    // The keys come after the board: until then they open nothing.
    await overlay.waitFor({ timeout: time === 0 ? 5_000 : 30_000 }).catch(() => open(page));
    await overlay.waitFor();
    await page.keyboard.press('Escape');
    await overlay.waitFor({ state: 'detached' });
    if (time === WARM_TIMES) before = await settled(page, session);
  }
  const after = await settled(page, session);
  const isGood = compare(`${name}, ${times} times`, before ?? after, after);
  await page.context().close();
  return isGood;
}

/** Delays of tooltips and transitions have passed by then. */
async function settled(page: Page, session: CDPSession): Promise<Size> {
  await pause(2_000);
  return sizeOf(page, session);
}

/** `npm run soak`, or with the names of some: `npm run soak -- polls share`. Ends with 1 when the heap grew. */
export async function main(words: readonly string[]): Promise<void> {
  await build({ logLevel: 'warn', build: { outDir: BUILT, emptyOutDir: true } });
  const clock = { now: Date.UTC(2026, 9, 5, 8) };
  const executablePath = PLACES.find((place) => place !== '' && existsSync(place));
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    // Machine code that the engine makes of what runs often is counted as heap, and grows for hours: it is not made.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--js-flags=--no-opt --no-maglev --no-sparkplug',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  const isWanted = (name: string) => words.length === 0 || words.includes(name);
  const results: boolean[] = [];
  print('| what | heap | nodes | listeners | timers |\n| --- | --- | --- | --- | --- |');
  try {
    if (isWanted('polls')) {
      const server = await startSoakServer(BUILT, () => clock.now);
      results.push(await soakPolls(browser, server, clock, POLLS));
      server.stop();
    }
    const server = await startSoakServer(BUILT, Date.now);
    for (const overlay of OVERLAYS.filter(({ name }) => isWanted(name))) {
      results.push(await soakOverlay(browser, server, overlay, TIMES));
    }
    server.stop();
  } finally {
    await browser.close();
  }
  if (results.includes(false)) process.exitCode = 1;
}
