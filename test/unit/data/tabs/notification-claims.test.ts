import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NotifiedChange } from '#domain/view/alerts.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

/** A lock for all tabs: their work runs in sequence. */
function oneLock() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, _options: object, work: () => Promise<unknown>) => {
      last = last.then(work);
      return last;
    },
  };
}

/** Loads the module once for each tab. The tabs share the browser's storage and locks. */
async function openTabs(count: number) {
  const tabs: typeof import('#data/tabs/notification-claims.ts')[] = [];
  for (let tab = 0; tab < count; tab += 1) {
    vi.resetModules();
    tabs.push(await import('#data/tabs/notification-claims.ts'));
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

const change = (id: string, part: Partial<NotifiedChange> = {}): NotifiedChange => ({
  id,
  kind: 'failing',
  state: 'BUILD_ERROR',
  deploymentId: 'first',
  at: Date.now(),
  ...part,
});
const idsOf = (changes: readonly NotifiedChange[] | undefined) => (changes ?? []).map(({ id }) => id);

test('lets one of several tabs report each change', async () => {
  const tabs = await openTabs(3);
  const reported = Promise.all([
    tabs[0]?.claimNotifications([change('a'), change('b')]),
    tabs[1]?.claimNotifications([change('b'), change('c')]),
    tabs[2]?.claimNotifications([change('c'), change('a'), change('b')]),
  ]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await reported).flatMap(idsOf).toSorted()).toEqual(['a', 'b', 'c']);
});

test('lets a change be reported again when it recurs minutes later', async () => {
  const [here, there] = await openTabs(2);
  const first = here?.claimNotifications([change('a')]);
  await vi.advanceTimersByTimeAsync(180_000);
  const second = there?.claimNotifications([change('a')]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([idsOf(await first), idsOf(await second)]).toEqual([['a'], ['a']]);
});

test('lets a failure, a recovery and a failure within two minutes be reported once each over all tabs', async () => {
  const tabs = await openTabs(2);
  const start = Date.now();
  const course = [
    change('a', { at: start }),
    change('a', { kind: 'recovered', state: 'DEPLOYED', deploymentId: 'second', at: start + 30_000 }),
    change('a', { at: start + 60_000 }),
  ];
  const reported: NotifiedChange[] = [];
  for (const one of course) {
    for (const tab of tabs) {
      const claimed = tab.claimNotifications([one]);
      await vi.advanceTimersByTimeAsync(15_000);
      reported.push(...(await claimed));
    }
  }
  expect(reported).toEqual(course);
});

test('lets a failure, a stop and a failure of one deployment within two minutes be reported as two failures', async () => {
  const tabs = await openTabs(2);
  const start = Date.now();
  const reported: NotifiedChange[] = [];
  // The stop causes no notification. Each tab observes it from the twentieth second on.
  for (const [at, beforeSince] of [
    [start, start - 90_000],
    [start + 40_000, start + 20_000],
  ] as const) {
    for (const tab of tabs) {
      const claimed = tab.claimNotifications([change('a', { at, beforeSince })]);
      await vi.advanceTimersByTimeAsync(15_000);
      reported.push(...(await claimed));
    }
  }
  expect(reported.map(({ at }) => at - start)).toEqual([0, 40_000]);
});

test('lets each tab report by itself when the browser has no locks', async () => {
  vi.stubGlobal('navigator', {});
  const [here] = await openTabs(1);
  expect(idsOf(await here?.claimNotifications([change('a')]))).toEqual(['a']);
});

test('lets a tab report after five seconds when another tab keeps the lock, as a frozen one does', async () => {
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => {}) } });
  const [here] = await openTabs(1);
  const claimed = here?.claimNotifications([change('a')]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(idsOf(await claimed)).toEqual(['a']);
});
