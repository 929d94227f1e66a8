import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallBrowser } from '#test/support/browser-tabs.ts';

/** One lock for all tabs: the work of one after that of the other. */
function oneLock() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, _options: object, work: () => Promise<unknown>) => {
      last = last.then(work);
      return last;
    },
  };
}

/** Each tab has the module to itself, and the browser's storage and locks in common. */
async function openTabs(count: number) {
  const tabs: typeof import('#data/notify-claim.ts')[] = [];
  for (let tab = 0; tab < count; tab += 1) {
    vi.resetModules();
    tabs.push(await import('#data/notify-claim.ts'));
  }
  return tabs;
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
  vi.stubGlobal('navigator', { locks: oneLock() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('of several tabs that hear of the same changes, each change is told by one', async () => {
  const tabs = await openTabs(3);
  const told = Promise.all([
    tabs[0]?.claim(['a failing', 'b failing']),
    tabs[1]?.claim(['b failing', 'c failing']),
    tabs[2]?.claim(['c failing', 'a failing', 'b failing']),
  ]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await told).flat().toSorted()).toEqual(['a failing', 'b failing', 'c failing']);
});

test('the same change, minutes later, is another one', async () => {
  const [here, there] = await openTabs(2);
  const first = here?.claim(['a failing']);
  await vi.advanceTimersByTimeAsync(180_000);
  const second = there?.claim(['a failing']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([await first, await second]).toEqual([['a failing'], ['a failing']]);
});

test('without locks it still speaks', async () => {
  vi.stubGlobal('navigator', {});
  const [here] = await openTabs(1);
  expect(await here?.claim(['a failing'])).toEqual(['a failing']);
});
