import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { installListLimit } from './list-limit.ts';
import { median } from './metrics.ts';
import { CELLS, COLUMNS, createMatrixAccount, ENTRIES, PROJECT } from './other-pages-account.ts';
import { countFrames } from './probe.ts';
import { filesOf } from './server.ts';
import { type TraceEvent, traced, type Work, workIn } from './trace.ts';

const BUILT = resolve('bench/results/built-other-pages');
const RESULTS = 'bench/results';
const RUNS = 5;
const SCROLL_MS = 2_000;
const QUIET_MS = 1_500;
/** The services are fetched four times a second, with their states, and the histories as well. */
const PATIENCE_MS = 180_000;
const CELL = 'td[data-relation]:not([data-relation="waiting"])';

type Name = 'app' | 'limit';
type Sample = Readonly<Record<'opened' | 'shown' | 'switched' | 'task' | 'script' | 'layout', number>>;

/** The window of the bench shows at most six columns. */
const PROBED = { cell: CELL, cells: CELLS, shown: (CELLS / COLUMNS) * 6 };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function buildBoth(): Promise<Readonly<Record<Name, string>>> {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  const shared = (name: Name) => ({
    logLevel: 'warn' as const,
    build: { outDir: join(BUILT, name), emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
  });
  await build(shared('app'));
  await build({ ...shared('limit'), root: resolve('bench/matrix-limit'), configFile: resolve('vite.config.ts') });
  return { app: join(BUILT, 'app'), limit: join(BUILT, 'limit') };
}

/** Serves the pages and the account. Nothing is requested while a page is measured, so it needs no process of its own. */
async function serve(folders: Readonly<Record<Name, string>>): Promise<string> {
  const files = new Map(Object.entries(folders).flatMap(([name, folder]) => filesOf(name, folder)));
  const answer = createMatrixAccount(Date.now());
  const config = JSON.stringify({ api: '/api', auth: 'gateway' });
  const server = createServer(({ url = '/' }, response) => {
    const [path = '/'] = url.split('?');
    const file = path.endsWith('/config.json') ? undefined : files.get(path);
    const body = path.endsWith('/config.json') ? config : path.startsWith('/api/') ? answer(path.slice(4)) : undefined;
    if (file) response.writeHead(200, file.headers).end(file.body);
    else response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const addressOf = (page: 'versions' | 'activity'): string => {
  const { search, hash } = boardLocation({ ...DEFAULT_BOARD, page, pins: [{ kind: 'project', id: PROJECT.id }] });
  return `${search}${hash}`;
};

/**
 * Runs in the page before its own scripts: notes the milliseconds from the start, or from the key 2, to the paint of the
 * last cell, and of the cells in the window. It checks once a frame. The function must not use variables outside itself.
 */
function installMatrixProbe({ cell, cells, shown }: typeof PROBED): void {
  const watch = (from: number, name: string, least: number) => {
    const look = () => {
      if (document.querySelectorAll(cell).length < least) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      // A message that a frame sends arrives after its paint.
      port1.onmessage = () => Object.assign(window, { [name]: performance.now() - from });
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  watch(0, 'benchOpened', cells);
  const onKey = ({ key, timeStamp }: KeyboardEvent) => {
    if (key !== '2') return;
    watch(timeStamp, 'benchShown', shown);
    watch(timeStamp, 'benchSwitched', cells);
  };
  addEventListener('keydown', onKey, { capture: true });
}

/** Returns the processor time of the page's thread in milliseconds: a busy machine lengthens it little. */
function processorTimeIn(events: readonly (TraceEvent & { readonly tts?: number; readonly tdur?: number })[]): Work {
  return workIn(
    events.flatMap(({ tts, tdur, ...one }) => (tts === undefined ? [] : [{ ...one, ts: tts, dur: tdur ?? 0 }])),
  );
}

const noted = async (page: Page, name: 'benchOpened' | 'benchShown' | 'benchSwitched'): Promise<number> => {
  const handle = await page.waitForFunction((key) => Reflect.get(window, key), name, { timeout: PATIENCE_MS });
  const value = Number(await handle.jsonValue());
  await page.evaluate((key) => Reflect.deleteProperty(window, key), name);
  return value;
};

/** Opens the matrix with persisted answers, then leaves it with the key 1 and opens it again with the key 2. */
async function drawOnce(browser: Browser, page: Page): Promise<Sample> {
  await page.reload();
  const opened = await noted(page, 'benchOpened');
  await page.waitForLoadState('networkidle');
  await pause(QUIET_MS);
  await page.keyboard.press('1');
  await page.waitForFunction((cell) => document.querySelector(cell) === null, CELL);
  await pause(QUIET_MS);
  let [shown, switched] = [0, 0];
  const events = await traced(browser, page, async () => {
    await page.keyboard.press('2');
    shown = await noted(page, 'benchShown');
    switched = await noted(page, 'benchSwitched');
    await pause(200);
  });
  const { all: task, script, layout } = processorTimeIn(events);
  return { opened, shown, switched, task, script, layout };
}

type Scroll = { readonly dropped: number; readonly task: number };

/** Returns the dropped frames of two seconds and the processor time, while the page scrolls by the distance. */
async function scroll(
  browser: Browser,
  page: Page,
  distance: { readonly xDistance?: number; readonly yDistance?: number },
): Promise<Scroll> {
  const session = await page.context().newCDPSession(page);
  let dropped = 0;
  const events = await traced(browser, page, async () => {
    const counting = page.evaluate(countFrames, SCROLL_MS);
    await session.send('Input.synthesizeScrollGesture', { x: 720, y: 600, speed: 4_000, ...distance });
    dropped = (await counting).dropped;
  });
  return { dropped, task: processorTimeIn(events).all };
}

async function openMatrix(browser: Browser, origin: string, name: Name): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  await page.addInitScript(installMatrixProbe, PROBED);
  await page.goto(`${origin}/${name}/${addressOf('versions')}`);
  await noted(page, 'benchOpened');
  return page;
}

/** Waits until the stream has all entries, then scrolls it and a hand-written list of its rows in turns. */
async function scrollActivity(
  browser: Browser,
  context: BrowserContext,
  origin: string,
): Promise<Readonly<Record<Name, readonly Scroll[]>>> {
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/app/${addressOf('activity')}`);
    // The second page has the 5,000 entries that the first has stored, the first page all of them.
    await page.getByRole('button', { name: /^All 5,0/ }).waitFor({ timeout: PATIENCE_MS });
    return page;
  };
  const pages = { app: await open(), limit: await open() };
  await pages.limit.evaluate(installListLimit, { entries: ENTRIES, rowPx: 37, marginPx: 400 });
  const runs: Record<Name, Scroll[]> = { app: [], limit: [] };
  for (let run = 0; run < RUNS; run += 1)
    for (const name of ['app', 'limit'] as const) {
      await pages[name].bringToFront();
      await pages[name].evaluate(() => scrollTo(0, 0));
      await pause(QUIET_MS);
      runs[name].push(await scroll(browser, pages[name], { yDistance: -8_000 }));
    }
  return runs;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const spanOf = (values: readonly number[]): string =>
  `${Math.round(median(values))} (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

function tableOf(samples: Readonly<Record<Name, readonly Sample[]>>): readonly string[] {
  const labels = {
    opened: 'matrix opened, persisted answers, ms',
    shown: 'from the key 2 to the cells in the window, ms',
    switched: 'from the key 2 to all cells, ms',
    task: 'its processor time on the main thread, ms',
    script: 'script in it, ms',
    layout: 'style and layout in it, ms',
  } as const satisfies Record<keyof Sample, string>;
  const keys = Object.keys(labels) as readonly (keyof Sample)[];
  return keys.map((key) => {
    const [app, limit] = [samples.app.map((one) => one[key]), samples.limit.map((one) => one[key])];
    return row([labels[key], spanOf(app), spanOf(limit), `×${(median(app) / median(limit)).toFixed(2)}`]);
  });
}

const scrollRows = (runs: Readonly<Record<Name, readonly Scroll[]>>): readonly string[] =>
  (['dropped', 'task'] as const).map((key) => {
    const [app, limit] = [runs.app.map((one) => one[key]), runs.limit.map((one) => one[key])];
    const label = key === 'dropped' ? 'frames dropped' : 'processor time, ms';
    const ratio = `×${(median(app) / median(limit)).toFixed(2)}`;
    return row([`2 s of scrolling ${ENTRIES} entries, ${label}`, spanOf(app), spanOf(limit), ratio]);
  });

/**
 * `npm run bench:pages`: the matrix of 60 environments with 12 services beside a hand-written page, and the frames that
 * are dropped while the matrix and 5,040 entries of Activity scroll.
 */
export async function main(): Promise<void> {
  const origin = await serve(await buildBoth());
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_FLAGS] });
  try {
    const pages = { app: await openMatrix(browser, origin, 'app'), limit: await openMatrix(browser, origin, 'limit') };
    const samples: Record<Name, Sample[]> = { app: [], limit: [] };
    for (let run = 0; run < RUNS; run += 1)
      for (const name of ['app', 'limit'] as const) {
        await pages[name].bringToFront();
        samples[name].push(await drawOnce(browser, pages[name]));
      }
    const sideways: Scroll[] = [];
    for (const name of ['app', 'limit'] as const) {
      await pages[name].bringToFront();
      sideways.push(await scroll(browser, pages[name], { xDistance: -8_000 }));
      await pages[name].close();
    }
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
    const activity = await scrollActivity(browser, context, origin);
    const table = [
      row([`${COLUMNS} environments, ${CELLS} cells`, 'app', 'limit page', 'ratio']),
      row(['---', '---:', '---:', '---:']),
      ...tableOf(samples),
      row(['2 s of scrolling it sideways, frames dropped', ...sideways.map(({ dropped }) => dropped), '']),
      row(['2 s of scrolling it sideways, processor time, ms', ...sideways.map(({ task }) => Math.round(task)), '']),
      ...scrollRows(activity),
    ].join('\n');
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(`${RESULTS}/other-pages.md`, `${table}\n`);
    process.stdout.write(`${table}\n`);
  } finally {
    await browser.close();
  }
  process.exit(0);
}
