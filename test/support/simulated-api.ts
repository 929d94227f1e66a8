import type { BrowserContext } from '@playwright/test';

/** An API whose time a test sets, for the pages of a context. */
export type SimulatedApi = {
  /** Stops the clock, which runs while pages load. */
  freeze(): Promise<void>;
  /** Lets time pass in the API and in the pages, in steps of at most ten seconds, each until its requests are answered. */
  pass(ms: number): Promise<void>;
  /** The same, but each timer runs at most once in a step: without the ticks of the ages, it takes a tenth of the time. */
  skip(ms: number): Promise<void>;
  /** Milliseconds since the start. */
  elapsed(): number;
  /** Paths of all requests so far. */
  readonly received: readonly string[];
};

const STEP_MS = 10_000;
/** A step has ended when no request was under way in so many rounds through all pages. */
const QUIET_ROUNDS = 2;

/**
 * Answers `/api` of all pages. `answer` gives the body or the HTTP status of a failure for a path at a time of the pages'
 * clock, which begins at `start`, in epoch milliseconds.
 */
export async function simulateApi(
  context: BrowserContext,
  start: number,
  answer: (path: string, now: number) => unknown,
): Promise<SimulatedApi> {
  const realStart = Date.now();
  const running = () => start + Date.now() - realStart;
  let frozenAt: number | undefined;
  let underWay = 0;
  const received: string[] = [];
  await context.clock.install({ time: start });
  await context.route(/\/api\//, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const path = pathname.replace('/api', '') + search;
    received.push(path);
    underWay += 1;
    const body = answer(path, frozenAt ?? running());
    const status = typeof body === 'number' ? body : 200;
    // A page that was closed receives nothing.
    await route.fulfill({ status, json: status === 200 ? body : {} }).catch(() => {});
    underWay -= 1;
  });
  // On a busy machine, a request reaches this process some time after its page has sent it.
  const settle = async () => {
    for (let quietRounds = 0; quietRounds < QUIET_ROUNDS; quietRounds += 1) {
      await Promise.all(context.pages().map((page) => page.evaluate(() => true).catch(() => false)));
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (underWay > 0) quietRounds = -1;
    }
  };
  const advance = async (ms: number, step: (stepMs: number) => Promise<void>) => {
    for (let left = ms; left > 0; left -= STEP_MS) {
      const stepMs = Math.min(left, STEP_MS);
      frozenAt = (frozenAt ?? running()) + stepMs;
      await step(stepMs);
      await settle();
    }
  };
  return {
    received,
    elapsed: () => (frozenAt ?? running()) - start,
    async freeze() {
      // Playwright pauses at a time that has not passed yet.
      frozenAt = running() + STEP_MS;
      await context.clock.pauseAt(frozenAt);
      await settle();
    },
    pass: (ms) => advance(ms, (stepMs) => context.clock.runFor(stepMs)),
    skip: (ms) => advance(ms, (stepMs) => context.clock.fastForward(stepMs)),
  };
}
