import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Size } from './soak-table.ts';

export type SoakPage = {
  readonly page: Page;
  readonly session: CDPSession;
  readonly size: () => Promise<Size>;
};

/**
 * Runs in the page before its own scripts: records pending timers and requests. Must not use variables outside itself.
 */
function countWaiting(): void {
  const timers = new Set<unknown>();
  const questions = new Set<Promise<unknown>>();
  Object.assign(window, { soakTimers: timers, soakQuestions: questions });
  for (const [begin, isOnce] of [
    ['setTimeout', true],
    ['setInterval', false],
  ] as const) {
    const native = Reflect.get(window, begin) as (...given: unknown[]) => unknown;
    Reflect.set(window, begin, (work: (...given: unknown[]) => void, ...rest: unknown[]) => {
      const id = native.call(
        window,
        (...given: unknown[]) => {
          if (isOnce) timers.delete(id);
          work(...given);
        },
        ...rest,
      );
      timers.add(id);
      return id;
    });
  }
  for (const end of ['clearTimeout', 'clearInterval'] as const) {
    const native = Reflect.get(window, end) as (id: unknown) => void;
    Reflect.set(window, end, (id: unknown) => {
      timers.delete(id);
      native.call(window, id);
    });
  }
  const native = window.fetch;
  window.fetch = (...given) => {
    const answer = native.apply(window, given);
    const asking: Promise<unknown> = answer.then(
      () => questions.delete(asking),
      () => questions.delete(asking),
    );
    questions.add(asking);
    return answer;
  };
}

/** Waits until all requests of the page are answered. */
export const answered = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all(Reflect.get(window, 'soakQuestions') as Set<Promise<unknown>>);
  });

const waitingTimers = (page: Page): Promise<number> =>
  page.evaluate(() => (Reflect.get(window, 'soakTimers') as Set<unknown>).size);

/** Longer than the time for which the page batches answers. */
const BETWEEN_MS = 150;

async function sizeOf(page: Page, session: CDPSession): Promise<Size> {
  const timers: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    // The lowest of three counts is used: a timer of a tenth of a second is not a leak.
    timers.push(await waitingTimers(page));
    await page.waitForTimeout(BETWEEN_MS);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    timers: Math.min(...timers),
  };
}

/** Opens a page with a storage of its own, whose clock begins at `time` (epoch milliseconds). */
export async function openPage(browser: Browser, address: string, time: number): Promise<SoakPage> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.clock.install({ time });
  // After the clock's own script, so that the timers of the clock are counted.
  await page.addInitScript(countWaiting);
  await page.goto(address);
  return { page, session, size: () => sizeOf(page, session) };
}

/** Waits until all twelve cards are fresh. */
export const untilFresh = (page: Page): Promise<void> =>
  page.locator('article[data-freshness="fresh"]').nth(11).waitFor();
