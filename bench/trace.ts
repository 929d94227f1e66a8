import type { Browser, Page } from '@playwright/test';
import { groupBy } from '#domain/group-by.ts';

/**
 * An event of Chromium's trace, with the fields that this file reads. Times in microseconds: `dur` on the clock, `tdur` of
 * the processor.
 */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
};

/** The work of the page's main thread, in milliseconds of the processor. */
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
/** `v8.execute` covers the work of promises: without it most work of a page that awaits responses is missing. */
const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout']);
const TASK = new Set(['RunTask']);
const SENT = 'ResourceSendRequest';

/** A stretch of the trace, in microseconds. */
type Span = { readonly from: number; readonly until: number };
const WHOLE: Span = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/**
 * Returns the milliseconds of the processor that these events take within the span. Nested events count once. Other programs
 * on a busy machine lengthen an event, and change its time of the processor little.
 */
function lengthOf(events: readonly TraceEvent[], names: ReadonlySet<string>, { from, until }: Span = WHOLE): number {
  let total = 0;
  let counted = from;
  for (const { ts, dur = 0, tdur = dur } of events
    .filter(({ name }) => names.has(name))
    .toSorted((a, b) => a.ts - b.ts)) {
    const end = Math.min(ts + dur, until);
    const within = Math.max(0, end - Math.max(ts, counted));
    if (within > 0) total += (within / dur) * tdur;
    counted = Math.max(counted, end);
  }
  return total / 1_000;
}

/** Returns the events of the thread with most script: the page's, because no other page is open. */
function pageThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const threads = groupBy(
    events.filter(({ ph }) => ph === 'X'),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  return [...threads.values()].toSorted((a, b) => lengthOf(b, SCRIPT) - lengthOf(a, SCRIPT))[0] ?? [];
}

export function workIn(events: readonly TraceEvent[]): Work {
  const thread = pageThread(events);
  return { script: lengthOf(thread, SCRIPT), layout: lengthOf(thread, LAYOUT), all: lengthOf(thread, TASK) };
}

/** After this time, in microseconds, the response to a request has been rendered. */
const AFTER_US = 800_000;
/** The script before a request that prepares it, in microseconds. */
const BEFORE_US = 20_000;

/**
 * Returns the script of each request that has no other request near it, in milliseconds, one tick of the clock
 * included.
 */
export function scriptOfQuestions(
  events: readonly TraceEvent[],
  isQuestion: (url: string) => boolean,
): readonly number[] {
  const thread = pageThread(events);
  const sent = events
    .filter(({ name }) => name === SENT)
    .map(({ ts, args }) => ({ ts, url: args?.data?.url ?? '' }))
    .toSorted((a, b) => a.ts - b.ts);
  const start = thread.reduce((least, { ts }) => Math.min(least, ts), Number.POSITIVE_INFINITY);
  const end = thread.reduce((most, { ts, dur = 0 }) => Math.max(most, ts + dur), Number.NEGATIVE_INFINITY);
  return sent.flatMap(({ ts, url }, at) => {
    const isAlone = ts - (sent[at - 1]?.ts ?? start) > AFTER_US && (sent[at + 1]?.ts ?? end) - ts > AFTER_US;
    return isAlone && isQuestion(url) ? [lengthOf(thread, SCRIPT, { from: ts - BEFORE_US, until: ts + AFTER_US })] : [];
  });
}

/** Returns Chromium's trace of the page during `doing`. The browser's own counter of script time omits promises. */
export async function traced(browser: Browser, page: Page, doing: () => Promise<void>): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: TRACED });
  let trace = '';
  try {
    await doing();
  } finally {
    trace = String(await browser.stopTracing());
  }
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(trace);
  return traceEvents;
}
