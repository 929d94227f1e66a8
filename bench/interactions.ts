import type { Browser, Page } from '@playwright/test';
import { startServer } from './bench-server.ts';
import { openBrowser } from './chromium.ts';
import { addressOf, workloadNamed } from './workload.ts';

const WORKLOAD = '1000/100';
const SLOWDOWN = 4;
/** Time for the load and its last parts, and between two interactions, in milliseconds at the slowdown. */
const LOAD_MS = 20_000;
const BETWEEN_MS = 3_000;
const RUNS = 3;
const PAGES = ['app', 'floor'] as const;
type Measured = (typeof PAGES)[number];

const ascending = (a: number, b: number): number => a - b;

type Interaction = { readonly name: string; readonly doing: (page: Page) => Promise<void> };

const clickFirst = (page: Page) => page.locator('article h3 button').first().click();

/** The first use of a part also fetches its file. The second use does not. */
const INTERACTIONS: readonly Interaction[] = [
  { name: 'a letter in the filter', doing: (page) => page.locator('input[type="search"]').pressSequentially('s') },
  { name: 'the second letter', doing: (page) => page.keyboard.press('t') },
  { name: 'the filter removed', doing: (page) => page.keyboard.press('Escape') },
  { name: 'details, first use', doing: clickFirst },
  { name: 'details closed', doing: (page) => page.keyboard.press('Escape') },
  { name: 'details, second use', doing: clickFirst },
  { name: 'details closed again', doing: (page) => page.keyboard.press('Escape') },
  { name: 'compact view, first use', doing: (page) => page.keyboard.press('v') },
  { name: 'table, first use', doing: (page) => page.keyboard.press('v') },
];

declare global {
  interface Window {
    benchInteractions: number[];
  }
  interface PerformanceEventTiming {
    /** 0 for an event that is no input of the user, such as `pointerover` when the page moves under the pointer. */
    readonly interactionId: number;
  }
}

/**
 * Runs in the page before its own scripts: records the milliseconds from each input event to the next paint, in steps of 8.
 * Like the metric "interaction to next paint", it leaves out events that are no input.
 */
function installObserver(): void {
  window.benchInteractions = [];
  const options = { type: 'event', buffered: true, durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceEventTiming && entry.interactionId > 0)
        window.benchInteractions.push(entry.duration);
    }
  }).observe(options);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns the longest event of each interaction, in milliseconds; 16 stands for 16 or less. */
async function measureOnce(browser: Browser, url: string): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installObserver);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(url);
    await pause(LOAD_MS);
    const longest: number[] = [];
    for (const { doing } of INTERACTIONS) {
      await page.evaluate(() => {
        window.benchInteractions.length = 0;
      });
      await doing(page);
      await pause(BETWEEN_MS);
      longest.push(Math.max(16, ...(await page.evaluate(() => window.benchInteractions))));
    }
    return longest;
  } finally {
    await context.close();
  }
}

/**
 * Returns a table of the time from each interaction to the next paint, in the app and the floor page, on a thread that is
 * four times slower.
 */
export async function measureInteractions(folders: Readonly<Record<Measured, string>>, runs = RUNS): Promise<string> {
  const workload = workloadNamed(WORKLOAD);
  const server = await startServer(folders, workload);
  const browser = await openBrowser();
  try {
    await server.hold(true);
    const samples: Record<Measured, (readonly number[])[]> = { app: [], floor: [] };
    for (let run = 0; run < runs; run += 1) {
      // The pages take turns, so that a noisy minute concerns both.
      for (const page of PAGES)
        samples[page].push(await measureOnce(browser, `${server.origin}/${page}/${addressOf(workload)}`));
    }
    const rows = INTERACTIONS.map(({ name }, index) => {
      const timesOf = (page: Measured) =>
        samples[page].map((sample) => sample[index] ?? Number.NaN).toSorted(ascending);
      return `| ${[name, ...PAGES.map((page) => timesOf(page).join(', '))].join(' | ')} |`;
    });
    return [`| to the next paint, ms | ${PAGES.join(' | ')} |`, '| --- | ---: | ---: |', ...rows].join('\n');
  } finally {
    await browser.close();
    server.stop();
  }
}
