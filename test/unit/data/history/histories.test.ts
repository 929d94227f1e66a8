import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { createHistories } from '#data/history/histories.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { ReadingStore } from '#data/readings/reading-store.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import { historyRequestOf } from '#domain/environment/deployment-history.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { sourcesOf } from '#test/support/polling-hours.ts';

const MINUTE_MS = 60_000;
const pass = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

// The late part is loaded on demand, and fake timers do not drive the loader.
beforeAll(async () => {
  await import('#data/history/late-histories.ts');
});
beforeEach(() => {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Setting = {
  /** The last deployment of each environment. */
  readonly deploymentId?: string;
};

/**
 * Opens a tab with a board of so many environments, each alone in its project. Records the histories that it requests.
 */
function openTab(environments: number, { deploymentId = 'x' }: Setting = {}) {
  const requested: string[] = [];
  const send: typeof fetch = async (input) => {
    const path = String(input);
    const id = path.split('/')[2] ?? '';
    if (path.includes('deploymentHistory')) {
      requested.push(id);
      const auditing_data = { created_at: '2026-11-27T10:00:00Z', origin: 'GIT' };
      return Response.json({
        results: [{ identifier: { execution_id: deploymentId }, auditing_data, status: 'DEPLOYED' }],
      });
    }
    const status = { id, state: 'DEPLOYED', last_deployment_id: deploymentId, deployment_status: 'UP_TO_DATE' };
    return Response.json({ results: [status] });
  };
  const ledger = createRequestLedger('histories');
  const api = createApiClient({ source: 'histories', baseUrl: '', send, reserveRequest: ledger.spend });
  const client = new QueryClient();
  const readings = new ReadingStore(api);
  const perHour = () => 1_000;
  const poller = new PollScheduler({ client, api, readings, tabs: openTabCoordinator('histories'), perHour });
  const histories = createHistories({ client, api, perHour, poller, readings });
  const stopPoller = poller.start();
  const stopHistories = histories.start();
  const sources = sourcesOf(environments);
  poller.setSources(sources);
  const ids = sources.map(({ id }) => id);
  const want = () => histories.request(ids.map((id) => historyRequestOf(id, readings.statusOf(id))));
  const known = () => ids.filter((id) => histories.historyOf(id, readings.statusOf(id)) !== undefined).length;
  const close = () => {
    readings.persist();
    stopHistories();
    stopPoller();
  };
  return { requested, want, known, close };
}

test('fetches each history in one tab only, and broadcasts it to all tabs', async () => {
  const first = openTab(3);
  const second = openTab(6);
  await pass(1_000);
  for (const { want } of [first, second]) want();
  await pass(2 * MINUTE_MS);
  expect(first.requested.toSorted()).toEqual(sourcesOf(6).map(({ id }) => id));
  expect(second.requested).toEqual([]);
  expect([first.known(), second.known()]).toEqual([3, 6]);

  const third = openTab(6);
  await pass(1_000);
  expect(third.known(), 'handed over').toBe(6);
  first.close();
  second.want();
  third.want();
  await pass(2 * MINUTE_MS);
  expect([...second.requested, ...third.requested], 'the next tab that polls asks for nothing again').toEqual([]);
  second.close();
  third.close();
});

/** Opens a board of three environments, waits until their histories are kept, and closes it. */
async function visit(): Promise<void> {
  const page = openTab(3);
  await pass(1_000);
  page.want();
  await pass(MINUTE_MS);
  expect(page.requested).toHaveLength(3);
  page.close();
  await pass(1_000);
}

test('shows the kept histories after a reload, and requests none of them while they are current', async () => {
  await visit();
  const reloaded = openTab(3);
  reloaded.want();
  await pass(1_000);
  expect(reloaded.known()).toBe(3);
  for (let minute = 0; minute < 3; minute += 1) {
    reloaded.want();
    await pass(MINUTE_MS);
  }
  expect(reloaded.requested).toEqual([]);
  reloaded.close();
});

test('shows outdated histories after a reload too, and requests each of them again once, within a second', async () => {
  await visit();
  const reloaded = openTab(3, { deploymentId: 'y' });
  reloaded.want();
  await pass(100);
  expect(reloaded.known()).toBe(3);
  await pass(1_000);
  reloaded.want();
  await pass(1_000);
  expect(reloaded.requested.toSorted()).toEqual(sourcesOf(3).map(({ id }) => id));
  await pass(MINUTE_MS);
  expect(reloaded.requested).toHaveLength(3);
  reloaded.close();
});

test('requests the histories after ten seconds when the database never answers', async () => {
  await visit();
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
  const reloaded = openTab(3);
  reloaded.want();
  await pass(3_000);
  expect([reloaded.requested, reloaded.known()]).toEqual([[], 0]);
  await pass(7_000);
  expect(reloaded.requested).toHaveLength(3);
  expect(reloaded.known()).toBe(3);
  reloaded.close();
});

test('requests the histories of a first visit a second after its first states', async () => {
  const page = openTab(3);
  await pass(500);
  page.want();
  await pass(999);
  page.want();
  expect(page.requested).toEqual([]);
  await pass(501);
  expect(page.requested).toHaveLength(3);
  page.close();
});
