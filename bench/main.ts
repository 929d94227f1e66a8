import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Browser } from '@playwright/test';
import { audit } from './audit.ts';
import { startServer } from './bench-server.ts';
import { openBrowser } from './chromium.ts';
import { worseText, worseThan } from './compare.ts';
import { measureInteractions } from './interactions.ts';
import { countCommits, measure } from './measure.ts';
import { figuresOf, type Sample } from './metrics.ts';
import { buildFloor, buildPages } from './pages.ts';
import { compareRequests } from './requests.ts';
import { type Result, tableOf } from './table.ts';
import { addressOf, nameOfWorkload, WORKLOADS, type Workload } from './workload.ts';

const RESULTS = 'bench/results';
const say = (text: string): void => void process.stderr.write(`${text}\n`);

type Plan = { readonly workloads: readonly Workload[]; readonly slowdowns: readonly number[]; readonly runs: number };

const FULL: Plan = { workloads: WORKLOADS, slowdowns: [1, 4], runs: 5 };
const QUICK: Plan = {
  workloads: WORKLOADS.filter((one) => [60, 1_000].includes(one.environments)),
  slowdowns: [1],
  runs: 1,
};

/** Returns the sample of a visit, or none with a line on stderr when a busy machine makes the visit fail. */
async function attempt(visit: () => Promise<Sample>): Promise<readonly Sample[]> {
  try {
    return [await visit()];
  } catch (error) {
    say(`left out: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return [];
  }
}

/**
 * Measures all workloads. Calls `onResults` with the results so far after each workload, because all of them take long.
 */
async function measureAll(
  browser: Browser,
  { workloads, slowdowns, runs }: Plan,
  onResults: (results: readonly Result[]) => void,
): Promise<readonly Result[]> {
  const folders = await buildPages();
  const results: Result[] = [];
  for (const workload of workloads) {
    const server = await startServer(folders, workload);
    const expected = { environments: workload.environments, unknown: server.unknown };
    for (const slowdown of slowdowns) {
      const pages = folders.before === undefined ? (['app', 'limit'] as const) : (['app', 'limit', 'before'] as const);
      const samples: Record<(typeof pages)[number], Sample[]> = { app: [], limit: [], before: [] };
      for (let run = 0; run < runs; run += 1) {
        // The pages take turns, so that a noisy minute concerns all.
        for (const page of pages) {
          say(`${nameOfWorkload(workload)} ${slowdown}× ${page}, run ${run + 1} of ${runs}`);
          const visit = { browser, server, page, address: addressOf(workload), expected, slowdown };
          samples[page].push(...(await attempt(() => measure(visit))));
        }
      }
      if (slowdown === slowdowns[0]) {
        say(`${nameOfWorkload(workload)} commits`);
        const visit = { browser, server, page: 'profiling', address: addressOf(workload), expected, slowdown } as const;
        samples.app.push(...(await attempt(() => countCommits(visit))));
      }
      for (const page of pages)
        results.push({ page, workload: nameOfWorkload(workload), slowdown, figures: figuresOf(samples[page]) });
    }
    server.stop();
    onResults(results);
  }
  return results;
}

const runsIn = (words: readonly string[]): number | undefined => {
  const word = words.find((one) => one.startsWith('--runs='));
  return word === undefined ? undefined : Number(word.split('=')[1]);
};

/** Reads the options `--quick`, `--workload=300/30`, `--slowdown=4` and `--runs=1`. */
function planOf(words: readonly string[]): Plan {
  const plan = words.includes('--quick') ? QUICK : FULL;
  const value = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
  const wanted = value('workload');
  return {
    workloads: wanted === undefined ? plan.workloads : WORKLOADS.filter((one) => nameOfWorkload(one) === wanted),
    slowdowns: value('slowdown') === undefined ? plan.slowdowns : [Number(value('slowdown'))],
    runs: runsIn(words) ?? plan.runs,
  };
}

/** `npm run bench [-- --quick]`. Writes a table and the figures; prints the table. */
export async function main(words: readonly string[]): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  if (words.includes('--requests')) {
    process.stdout.write(`${await compareRequests(RESULTS)}\n`);
    return;
  }
  if (words.includes('--lighthouse')) {
    const { app, limit, before } = await buildPages();
    const floor = await buildFloor();
    // All cards, because the app has all 60 in the document.
    const folders = { app, ...(before !== undefined && { before }), 'floor-whole': floor, limit };
    process.stdout.write(`${await audit(folders, RESULTS, runsIn(words))}\n`);
    return;
  }
  if (words.includes('--interactions')) {
    const { app } = await buildPages();
    const floor = await buildFloor();
    process.stdout.write(`${await measureInteractions({ app, floor }, runsIn(words))}\n`);
    return;
  }
  const plan = planOf(words);
  const browser = await openBrowser();
  try {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, chromium: browser.version() };
    const results = await measureAll(browser, plan, (soFar) => {
      const figures = { machine, runs: plan.runs, results: soFar };
      writeFileSync(`${RESULTS}/results.json`, `${JSON.stringify(figures, null, 2)}\n`);
      writeFileSync(`${RESULTS}/results.md`, `${tableOf(soFar)}\n`);
    });
    process.stdout.write(`${tableOf(results)}\n`);
    if (words.includes('--save')) copyFileSync(`${RESULTS}/results.json`, 'bench/baseline.json');
    if (words.includes('--compare')) {
      const { results: baseline } = JSON.parse(readFileSync('bench/baseline.json', 'utf8'));
      process.stdout.write(`${worseText(worseThan(baseline, results))}\n`);
    }
  } finally {
    await browser.close();
  }
}
