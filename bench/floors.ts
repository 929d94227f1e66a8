import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startServer } from './bench-server.ts';
import { openBrowser } from './chromium.ts';
import { measure } from './measure.ts';
import { type Figures, figuresOf, METRICS, type Metric, type Sample } from './metrics.ts';
import { buildFloor, buildPages } from './pages.ts';
import { addressOf, workloadNamed } from './workload.ts';

const RESULTS = 'bench/results';
const WORKLOAD = '1000/100';
const PAGES = ['app', 'limit', 'before', 'floor', 'floor-whole'] as const;
type Measured = (typeof PAGES)[number];

/** The measures of the table "Floors". `than` names the page of the target's ratio. */
const ROWS: readonly { readonly metric: Metric; readonly than?: 'limit' | 'before'; readonly target?: number }[] = [
  { metric: 'scriptBytes' },
  { metric: 'firstCard', than: 'limit', target: 1.3 },
  { metric: 'loadTask', than: 'before', target: 0.65 },
  { metric: 'loadScript', than: 'limit' },
  { metric: 'keptFirstCard', than: 'limit', target: 1.1 },
  { metric: 'lateScript', than: 'limit' },
  { metric: 'secondScript', than: 'limit', target: 1.5 },
  { metric: 'sameScriptEach', than: 'limit', target: 1.4 },
  { metric: 'sameTask', than: 'limit' },
  { metric: 'changeTask', than: 'limit', target: 0.8 },
  { metric: 'letter', than: 'limit', target: 1 },
  { metric: 'nodes', than: 'limit' },
  { metric: 'heap', than: 'limit', target: 2.5 },
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const number = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

/** Returns one row for each measure: the figure and the ratio of each page to the page of the target. */
function tableOf(figures: Readonly<Record<Measured, Figures>>): string {
  const lines = ROWS.map(({ metric, than, target }) => {
    const base = than && figures[than][metric]?.median;
    const cellOf = (page: Measured) => {
      const value = figures[page][metric]?.median;
      if (value === undefined) return '';
      return base !== undefined && base > 0 ? `${number(value)} (${(value / base).toFixed(2)})` : number(value);
    };
    const { label, unit } = METRICS[metric];
    const name = unit === '' || unit === 'kB' ? label : `${label}, ${unit}`;
    return row([name, than ?? '', target === undefined ? '' : String(target), ...PAGES.map(cellOf)]);
  });
  return [
    row(['measure', 'ratio to', 'target', ...PAGES]),
    row(['---', '---', '---:', ...PAGES.map(() => '---:')]),
    ...lines,
  ].join('\n');
}

/** Returns the size of each script of the floor page after gzip, in kB, and their sum. */
function bytesOf(folder: string): string {
  const sizes = readdirSync(join(folder, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const size = gzipSync(readFileSync(join(folder, 'assets', file)), { level: 9 }).length / 1_000;
      return { name: file.replace(/-[\w-]{8}\.js$/, ''), size };
    });
  const libraries = sizes.filter(({ name }) => name.startsWith('library-'));
  const sum = libraries.reduce((total, { size }) => total + size, 0);
  return [...sizes, { name: 'libraries together', size: sum }]
    .map(({ name, size }) => row([name, `${size.toFixed(1)} kB`]))
    .join('\n');
}

/** `npm run bench:floors [-- --runs=1]`. Prints what the libraries and the cards alone cost beside the app, in one run. */
export async function main(words: readonly string[]): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  const { app, limit, before } = await buildPages();
  const floor = await buildFloor();
  const bytes = bytesOf(floor);
  process.stdout.write(`${bytes}\n\n`);
  const folders = { app, limit, ...(before !== undefined && { before }), floor, 'floor-whole': floor };
  const workload = workloadNamed(WORKLOAD);
  const runs = Number(words.find((word) => word.startsWith('--runs='))?.split('=')[1] ?? 3);
  const browser = await openBrowser();
  const server = await startServer(folders, workload);
  const expected = { environments: workload.environments, unknown: server.unknown };
  const samples: Record<Measured, Sample[]> = { app: [], limit: [], before: [], floor: [], 'floor-whole': [] };
  try {
    for (let run = 0; run < runs; run += 1) {
      // The pages take turns, so that a noisy minute concerns all.
      for (const page of PAGES.filter((one) => one in folders)) {
        process.stderr.write(`${page}, run ${run + 1} of ${runs}\n`);
        const visit = { browser, server, page, address: addressOf(workload), expected, slowdown: 1 };
        samples[page].push(await measure(visit));
      }
    }
    const figures = {
      app: figuresOf(samples.app),
      limit: figuresOf(samples.limit),
      before: figuresOf(samples.before),
      floor: figuresOf(samples.floor),
      'floor-whole': figuresOf(samples['floor-whole']),
    };
    writeFileSync(`${RESULTS}/floors.json`, `${JSON.stringify(figures, null, 2)}\n`);
    writeFileSync(`${RESULTS}/floors.md`, `${bytes}\n\n${tableOf(figures)}\n`);
    process.stdout.write(`${tableOf(figures)}\n`);
  } finally {
    server.stop();
    await browser.close();
  }
}
