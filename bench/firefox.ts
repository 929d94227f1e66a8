import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type BenchServer, startServer } from './bench-server.ts';
import { figuresOf, type Sample } from './metrics.ts';
import { buildPages } from './pages.ts';
import { type Expected, installProbe, type Timeline } from './probe.ts';
import { type Result, tableOf } from './table.ts';
import { addressOf, nameOfWorkload, WORKLOADS } from './workload.ts';

const ENGINES = resolve('test/engines');
const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const RUNS = 3;
const LOOK_MS = 200;
const PATIENCE_MS = 60_000;

/** The part of Puppeteer that this file uses. Playwright drives only a Firefox of its own. */
type Browser = { createBrowserContext(): Promise<Context>; close(): Promise<void> };
type Context = { newPage(): Promise<Tab>; close(): Promise<void> };
type Tab = {
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  evaluateOnNewDocument(code: (expected: Expected) => void, expected: Expected): Promise<unknown>;
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<T>(code: () => T): Promise<T>;
};

function openFirefox(): Promise<Browser> {
  const executablePath = PATHS.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('Firefox is not installed: apt-get install firefox-esr');
  if (!existsSync(`${ENGINES}/node_modules/puppeteer-core`)) {
    // The bench sets NODE_ENV to production, and npm then skips development dependencies.
    execFileSync('npm', ['ci', '--include=dev', '--prefix', ENGINES], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const puppeteer = createRequire(`${ENGINES}/package.json`)('puppeteer-core');
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}

async function untilShown(tab: Tab): Promise<Timeline> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const timeline = await tab.evaluate(() => window.benchTimeline);
    if ((timeline.firstCard ?? 0) > 0 && (timeline.allCards ?? 0) > 0) return timeline;
    if (Date.now() > deadline) throw new Error('the page did not show the whole board in time');
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}

const startOf = ({ firstCard, allCards }: Timeline) => ({ firstCard: firstCard ?? 0, allCards: allCards ?? 0 });

/** Measures a start without stored data, and a reload. */
async function measureStart(browser: Browser, url: string, expected: Expected): Promise<Sample> {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.setViewport({ width: 1_440, height: 900 });
    await tab.evaluateOnNewDocument(installProbe, expected);
    await tab.goto(url);
    const cold = await untilShown(tab);
    await tab.reload();
    const kept = startOf(await untilShown(tab));
    return { fcp: cold.fcp, ...startOf(cold), keptFirstCard: kept.firstCard, keptAllCards: kept.allCards };
  } finally {
    await context.close();
  }
}

async function measureWorkload(
  browser: Browser,
  server: BenchServer,
  pages: readonly Result['page'][],
  { environments, address, runs }: { readonly environments: number; readonly address: string; readonly runs: number },
): Promise<readonly Omit<Result, 'workload'>[]> {
  const samples = new Map(pages.map((page) => [page, [] as Sample[]]));
  await server.hold(true);
  for (let run = 0; run < runs; run += 1) {
    // The pages take turns, so that a noisy minute concerns all.
    for (const [page, all] of samples) {
      const expected = { environments, unknown: server.unknown };
      all.push(await measureStart(browser, `${server.origin}/${page}/${address}`, expected));
    }
  }
  return [...samples].map(([page, all]) => ({ page, slowdown: 1, figures: figuresOf(all) }));
}

/** `npm run bench:firefox [-- runs]`: start and reload of 60/20 and 1,000/100 in Firefox. Writes and prints a table. */
export async function main([runs]: readonly string[]): Promise<void> {
  const { app, limit, before } = await buildPages();
  const folders = { app, limit, ...(before !== undefined && { before }) };
  const pages = (['app', 'limit', 'before'] as const).filter((page) => page in folders);
  const browser = await openFirefox();
  const results: Result[] = [];
  try {
    for (const workload of WORKLOADS.filter(({ pins, environments: size }) => pins === 'environment' && size >= 60)) {
      const server = await startServer(folders, workload);
      const visit = { environments: workload.environments, address: addressOf(workload), runs: Number(runs ?? RUNS) };
      const measured = await measureWorkload(browser, server, pages, visit);
      results.push(...measured.map((result) => ({ ...result, workload: nameOfWorkload(workload) })));
      server.stop();
    }
  } finally {
    await browser.close();
  }
  writeFileSync('bench/results/firefox.md', `${tableOf(results)}\n`);
  process.stdout.write(`${tableOf(results)}\n`);
}
