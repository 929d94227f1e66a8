import type { Browser, Page } from '@playwright/test';
import { groupBy } from '#domain/group-by.ts';

/** One line of Chromium's trace, as far as it is read here. Times in microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
};

/** What the page's main thread did, in milliseconds. */
export type Work = { readonly script: number; readonly layout: number; readonly all: number };

const SCRIPT = new Set([
  'EvaluateScript',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
]);
/** `v8.execute` tells what promises do: without it most of a page that awaits its answers is not seen. */
const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout']);
const TASK = new Set(['RunTask']);

/** How long any of these went on, in milliseconds: what lies within another counts once. */
function lengthOf(events: readonly TraceEvent[], names: ReadonlySet<string>): number {
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { ts, dur = 0 } of events.filter(({ name }) => names.has(name)).toSorted((a, b) => a.ts - b.ts)) {
    total += Math.max(0, ts + dur - Math.max(ts, until));
    until = Math.max(until, ts + dur);
  }
  return total / 1_000;
}

/** The work of the thread that ran most script: the page's, as no other page is open. */
export function workIn(events: readonly TraceEvent[]): Work {
  const threads = groupBy(
    events.filter(({ ph }) => ph === 'X'),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  const works = [...threads.values()].map((thread) => ({
    script: lengthOf(thread, SCRIPT),
    layout: lengthOf(thread, LAYOUT),
    all: lengthOf(thread, TASK),
  }));
  return works.toSorted((a, b) => b.script - a.script)[0] ?? { script: 0, layout: 0, all: 0 };
}

/** What the page's main thread does while `doing` goes on. The browser's own counter of script leaves out promises. */
export async function traced(browser: Browser, page: Page, doing: () => Promise<void>): Promise<Work> {
  await browser.startTracing(page, { categories: TRACED });
  let trace = '';
  try {
    await doing();
  } finally {
    trace = String(await browser.stopTracing());
  }
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace);
  return workIn(traceEvents);
}
