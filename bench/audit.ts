import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import type { View } from '#domain/board/board.ts';
import { startServer } from './bench-server.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { median } from './metrics.ts';
import type { Page } from './pages.ts';
import { addressOf, WORKLOADS } from './workload.ts';

const FOLDER = 'bench/lighthouse';
const VIEWS: readonly View[] = ['cards', 'table', 'wall'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const RUNS = 3;
const ENVIRONMENTS = 60;

type Category = (typeof CATEGORIES)[number];
type Scores = Readonly<Record<Category, number>>;
type Folders = Readonly<Partial<Record<Page, string>>>;
type Report = { readonly categories: Readonly<Record<string, { readonly score: number | null }>> };

/** Installs Lighthouse before its first use: it has 185 MB, and only this file needs it. */
function ensureLighthouse(): void {
  if (!existsSync(`${FOLDER}/node_modules/lighthouse`)) {
    // The bench sets NODE_ENV to production, and npm then skips development dependencies.
    execFileSync('npm', ['ci', '--include=dev', '--prefix', FOLDER], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/** Runs one audit with Lighthouse's defaults: a slow telephone, simulated from an unthrottled load. */
function auditOnce(url: string, chromiumPath: string | undefined): Scores {
  const words = [
    `${FOLDER}/node_modules/lighthouse/cli/index.js`,
    url,
    `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`,
    '--quiet',
    '--output=json',
    `--only-categories=${CATEGORIES.join()}`,
  ];
  const env = { ...process.env, ...(chromiumPath !== undefined && { CHROME_PATH: chromiumPath }) };
  const report: Report = JSON.parse(execFileSync(process.execPath, words, { env, maxBuffer: 1e9, encoding: 'utf8' }));
  const score = (name: Category) => Math.round((report.categories[name]?.score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  };
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** Returns the medians of Lighthouse's scores for each view of a board of sixty. Lighthouse starts its own browser. */
export async function audit(folders: Folders, folder: string, runs = RUNS): Promise<string> {
  ensureLighthouse();
  const workload = WORKLOADS.find(({ environments }) => environments === ENVIRONMENTS);
  if (!workload) throw new Error(`no workload has ${ENVIRONMENTS} environments`);
  const server = await startServer(folders, workload);
  const chromiumPath = findChromium();
  try {
    const lines = VIEWS.flatMap((view) => {
      // The limit page has cards alone.
      const pages = Object.keys(folders).filter((page) => page !== 'limit' || view === 'cards');
      const scores: Readonly<Record<string, Scores[]>> = Object.fromEntries(pages.map((page) => [page, []]));
      for (let run = 0; run < runs; run += 1) {
        // The pages take turns, so that a noisy minute concerns all.
        for (const page of pages)
          scores[page]?.push(auditOnce(`${server.origin}/${page}/${addressOf(workload, view)}`, chromiumPath));
      }
      const medianOf = (page: string, name: Category) => median((scores[page] ?? []).map((one) => one[name]));
      return pages.map((page) => row([view, page, ...CATEGORIES.map((name) => medianOf(page, name))]));
    });
    const table = [row(['view', 'page', ...CATEGORIES]), '| --- | --- | ---: | ---: | ---: |', ...lines].join('\n');
    writeFileSync(`${folder}/lighthouse.md`, `${table}\n`);
    return table;
  } finally {
    server.stop();
  }
}
