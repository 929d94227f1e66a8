import type { Browser, Page as BrowserPage, CDPSession } from '@playwright/test';
import type { BenchServer } from './bench-server.ts';
import { installCommitCounter } from './commits.ts';
import { median, type Sample } from './metrics.ts';
import type { Page } from './pages.ts';
import { countFrames, type Expected, installProbe, type Timeline } from './probe.ts';
import { scriptOfQuestions, traced, workIn } from './trace.ts';

export type Visit = {
  readonly browser: Browser;
  readonly server: BenchServer;
  readonly page: Page;
  readonly address: string;
  readonly expected: Expected;
  /** The factor by which Chromium slows down the page's thread. */
  readonly slowdown: number;
};

const LONG_TASK_MS = 50;
const QUIET_MS = 500;
/** All files of this time count as the first load, in milliseconds. */
const FIRST_LOAD_MS = 5_000;
const LOOK_MS = 200;
const PATIENCE_MS = 60_000;
const SETTLE_MS = 3_000;
const LEAST_REST_MS = 10_000;
const MOST_REST_MS = 20_000;
/** The app renders its last parts after ten seconds. No poll causes that render. */
const OPENING_MS = 11_000;
/** Time for the last answer to be rendered. */
const DRAWN_MS = 1_000;
const SCROLL_MS = 2_000;
const MANY_SOURCES = 150;
const CHANGED_SHARE = 0.05;
const STATUS = /\/status$/;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns the megabytes of live objects. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000;
}

/**
 * Waits until the page shows the whole account, and for `QUIET_MS` after that. Uses the DevTools protocol: Playwright's
 * own functions would make the page run 330 kB of script in the middle of its start.
 */
async function untilShown(session: CDPSession): Promise<Timeline> {
  const deadline = Date.now() + PATIENCE_MS;
  const expression = 'JSON.stringify(window.benchTimeline)';
  const look = async (): Promise<Timeline> => {
    const { result } = await session.send('Runtime.evaluate', { expression });
    return JSON.parse(String(result.value));
  };
  const isShown = ({ firstCard = 0, allCards = 0 }: Timeline) => firstCard > 0 && allCards > 0;
  while (!isShown(await look())) {
    if (Date.now() > deadline) throw new Error('the page did not show the whole board in time');
    await pause(LOOK_MS);
  }
  await pause(QUIET_MS);
  return look();
}

function blockingOf({ longTasks, fcp }: Timeline): { readonly blocking: number; readonly longest: number } {
  const late = longTasks.filter(({ at, duration }) => at + duration > fcp);
  return {
    blocking: late.reduce((sum, { duration }) => sum + duration - LONG_TASK_MS, 0),
    longest: Math.max(0, ...longTasks.map(({ duration }) => duration)),
  };
}

/** Counts the responses to status requests, which shows when a poll is over. */
function countAnswers(page: BrowserPage): { readonly answers: () => number; readonly sources: () => number } {
  const paths = new Set<string>();
  let answers = 0;
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!STATUS.test(pathname)) return;
    answers += 1;
    paths.add(pathname);
  });
  // A source in progress is polled again soon, and may answer twice before each of the others has answered.
  return { answers: () => answers, sources: () => paths.size };
}

/** Counts the bytes and requests of files, without responses of the API. */
function countFiles(session: CDPSession): () => Pick<Sample, 'scriptBytes' | 'bytes' | 'requests'> {
  const files = new Map<string, { readonly url: string; size: number }>();
  session.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
    if (!url.includes('/api/') && !url.startsWith('data:')) files.set(requestId, { url, size: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.size = encodedDataLength;
  });
  return () => {
    const all = [...files.values()];
    const sizeOf = (some: typeof all) => some.reduce((sum, { size }) => sum + size, 0) / 1_000;
    const scripts = all.filter(({ url }) => new URL(url).pathname.endsWith('.js'));
    return { scriptBytes: sizeOf(scripts), bytes: sizeOf(all), requests: all.length };
  };
}

/** Presses R, then waits until every source has answered and the page is idle. */
async function poll(
  page: BrowserPage,
  answers: () => number,
  sources: number,
  meanwhile?: () => Promise<void>,
): Promise<void> {
  const until = answers() + sources;
  const deadline = Date.now() + PATIENCE_MS;
  await page.keyboard.press('r');
  await meanwhile?.();
  while (answers() < until) {
    if (Date.now() > deadline) throw new Error(`${until - answers()} of ${sources} answers did not arrive`);
    await pause(20);
  }
  await pause(QUIET_MS);
}

async function polls(page: BrowserPage, { browser, server }: Visit, answers: () => number, sources: number) {
  // The first poll warms up. With very many sources the hour has too few requests for it.
  if (sources <= MANY_SOURCES) await poll(page, answers, sources);
  const same = workIn(await traced(browser, page, () => poll(page, answers, sources)));
  await server.change(CHANGED_SHARE);
  const change = workIn(await traced(browser, page, () => poll(page, answers, sources)));
  return {
    sameScript: same.script,
    sameScriptEach: same.script / sources,
    sameLayout: same.layout,
    sameTask: same.all,
    changeScript: change.script,
    changeScriptEach: change.script / sources,
    changeLayout: change.layout,
    changeTask: change.all,
  };
}

/** Measures the idle page until it has sent a status request, for at least `LEAST_REST_MS`. */
async function atRest(page: BrowserPage, { browser }: Visit, answers: () => number): Promise<Sample> {
  await pause(SETTLE_MS);
  // The app fetches its last parts meanwhile, once: the change feed, the archive of past deployments, the sound.
  const late = workIn(await traced(browser, page, () => pause(OPENING_MS - SETTLE_MS)));
  const begun = answers();
  let tracedMs = 0;
  const events = await traced(browser, page, async () => {
    const start = Date.now();
    const lasts = () => Date.now() - start;
    while (lasts() < LEAST_REST_MS || (answers() === begun && lasts() < MOST_REST_MS)) await pause(LOOK_MS);
    await pause(DRAWN_MS);
    tracedMs = lasts();
  });
  const questions = scriptOfQuestions(events, (url) => STATUS.test(new URL(url).pathname));
  return {
    lateScript: late.script,
    secondScript: (workIn(events).script * 1_000) / tracedMs,
    ...(questions.length > 0 && { restScript: median(questions) }),
  };
}

/**
 * Counts React's commits during two polls, in the build with the profiler. Its times are not those of the shipped
 * build.
 */
export async function countCommits(visit: Visit): Promise<Sample> {
  return visiting(visit, async ({ page, session, answers, sources: count }) => {
    await page.addInitScript(installCommitCounter);
    await open(page, visit);
    await untilShown(session);
    const sources = count();
    await pause(OPENING_MS);
    if (sources <= MANY_SOURCES) await poll(page, answers, sources);
    const during = async () => {
      await page.evaluate(() => window.benchCommits());
      await poll(page, answers, sources);
      return page.evaluate(() => window.benchCommits());
    };
    const same = await during();
    await visit.server.change(CHANGED_SHARE);
    const change = await during();
    return {
      sameCommits: same.commits,
      sameCards: same.cards,
      changeCommits: change.commits,
      changeCards: change.cards,
    };
  });
}

/** Returns the time to paint of the slowest of three letters typed during a poll, in milliseconds. */
async function typing(page: BrowserPage, answers: () => number, sources: number): Promise<number> {
  const type = async () => {
    await page.focus('input[type="search"]');
    for (const letter of ['s', 't', 'a']) await page.keyboard.press(letter);
  };
  await page.evaluate(() => {
    window.benchTimeline.keys.length = 0;
  });
  await poll(page, answers, sources, type);
  const keys = await page.evaluate(() => window.benchTimeline.keys);
  await page.fill('input[type="search"]', '');
  await pause(QUIET_MS);
  return Math.max(8, ...keys);
}

async function scrolling(page: BrowserPage, session: CDPSession): Promise<number> {
  const counting = page.evaluate(countFrames, SCROLL_MS);
  await session.send('Input.synthesizeScrollGesture', { x: 640, y: 500, yDistance: -8_000, speed: 4_000 });
  return (await counting).dropped;
}

type Opened = {
  readonly page: BrowserPage;
  readonly session: CDPSession;
  readonly answers: () => number;
  readonly sources: () => number;
};

/** Opens a page without stored data, slowed down by `slowdown`, and closes it after `doing`. */
async function visiting<T>(visit: Visit, doing: (opened: Opened) => Promise<T>): Promise<T> {
  const { browser, server, slowdown, expected } = visit;
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Network.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(installProbe, expected);
    await server.hold(true);
    return await doing({ page, session, ...countAnswers(page) });
  } finally {
    await context.close();
  }
}

const open = (page: BrowserPage, { server, page: name, address }: Visit) =>
  page.goto(`${server.origin}/${name}/${address}`);

/**
 * Measures three visits: one for start and reload, one for the trace of a start, one for rest, polls, typing and
 * scrolling. Each stays within the hour.
 */
export async function measure(visit: Visit): Promise<Sample> {
  return { ...(await measureStart(visit)), ...(await traceStart(visit)), ...(await measureUse(visit)) };
}

/** Measures the work of a start. The trace slows it down, so its times on the clock are those of another visit. */
function traceStart(visit: Visit): Promise<Sample> {
  return visiting(visit, async ({ page, session }) => {
    const events = await traced(visit.browser, page, async () => {
      const firstLoad = pause(FIRST_LOAD_MS);
      await open(page, visit);
      await untilShown(session);
      await firstLoad;
    });
    const { script, all } = workIn(events);
    return { loadScript: script, loadTask: all };
  });
}

function measureStart(visit: Visit): Promise<Sample> {
  return visiting(visit, async ({ page, session }) => {
    const files = countFiles(session);
    const firstLoad = pause(FIRST_LOAD_MS);
    await open(page, visit);
    const cold = await untilShown(session);
    await firstLoad;
    const firstFiles = files();
    await page.reload();
    const kept = await untilShown(session);
    return {
      ...firstFiles,
      fcp: cold.fcp,
      lcp: cold.lcp,
      ...(cold.firstCard !== undefined && { firstCard: cold.firstCard }),
      ...(cold.allCards !== undefined && { allCards: cold.allCards }),
      ...blockingOf(cold),
      ...(kept.firstCard !== undefined && { keptFirstCard: kept.firstCard }),
      ...(kept.allCards !== undefined && { keptAllCards: kept.allCards }),
      keptBlocking: blockingOf(kept).blocking,
    };
  });
}

function measureUse(visit: Visit): Promise<Sample> {
  return visiting(visit, async ({ page, session, answers, sources: count }) => {
    await open(page, visit);
    await untilShown(session);
    const sources = count();
    return {
      ...(await atRest(page, visit, answers)),
      ...(await polls(page, visit, answers, sources)),
      nodes: await page.evaluate(() => document.querySelectorAll('*').length),
      heap: await heapOf(session),
      // The hour has too few requests for one more poll of very many sources.
      ...(sources <= MANY_SOURCES && { letter: await typing(page, answers, sources) }),
      dropped: await scrolling(page, session),
    };
  });
}
