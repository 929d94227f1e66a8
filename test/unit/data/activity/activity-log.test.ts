import { QueryClient } from '@tanstack/react-query';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { ActivityLog, type LogSession } from '#data/activity/activity-log.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { historyQuery } from '#data/history/history-queries.ts';
import { noteEvents } from '#data/polling/feed-events.ts';
import { historyRequestOf } from '#domain/environment/deployment-history.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { initialPollingState } from '#domain/polling/polling-state.ts';
import { waitReasonOf } from '#domain/polling/spare-wait.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const [first = '', second = '', third = ''] = demoPins();
const ids = [first, second, third];

let stops: (() => void)[] = [];
beforeEach(() => {
  // The database needs its own timers: only those of the page are replaced.
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens the log of a page over the simulated Qovery. `denied` environments answer 403. */
async function openPage({ denied = [] as readonly string[], perHour = 1_000, planned = 100, hasCards = false } = {}) {
  const requested: string[] = [];
  const requestedForCards: string[] = [];
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const [, short] = /environment\/([^/]+)\/deploymentHistoryV2\?pageSize=20$/.exec(String(input)) ?? [];
    if (short !== undefined) requestedForCards.push(short);
    const id = /environment\/([^/]+)\/deploymentHistoryV2\?pageSize=100$/.exec(String(input))?.[1];
    if (id === undefined) return simulated(input, init);
    requested.push(id);
    return denied.includes(id) ? new Response(null, { status: 403 }) : simulated(input, init);
  };
  const api = createApiClient({ source: 'test', baseUrl: '/api', send });
  const statuses = new Map<string, EnvironmentStatus>();
  const readStatus = async (id: string) => {
    const answer = await (await simulated(`/api/environment/${id}/status`)).json();
    const { state, last_deployment_state, last_deployment_id, deployment_status } = answer;
    const lastDeploymentId = last_deployment_id ?? undefined;
    statuses.set(id, {
      id,
      state,
      lastDeploymentState: last_deployment_state,
      lastDeploymentId,
      configuration: deployment_status,
    });
  };
  for (const id of ids) await readStatus(id);
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const session = {
    api,
    perHour: () => perHour,
    poller: { plannedPerHour: () => planned, getSnapshot: () => initialPollingState(30_000) },
    readings: { subscribe, statusOf: (id: string) => statuses.get(id), transitionsOf: () => [] },
  } satisfies LogSession;
  const client = new QueryClient();
  const { plannedPerHour } = session.poller;
  const cards = new HistoryFetcher({ client, api, perHour: session.perHour, plannedPerHour, canRequest: () => true });
  if (hasCards) {
    stops.push(cards.start());
    cards.request(ids.map((id) => ({ ...historyRequestOf(id, statuses.get(id)), isOffScreen: true })));
  }
  const log = new ActivityLog(client, session);
  const stop = log.start();
  stops.push(stop);
  const request = () => log.request(ids.map((id) => ({ id, status: statuses.get(id) })));
  request();
  return { log, requested, requestedForCards, cards, client, api, stop, request, readStatus };
}

const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 1_000) {
    await vi.advanceTimersByTimeAsync(1_000);
    // The database answers after some turns of the event loop.
    for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
};
const entriesOf = (log: ActivityLog, id = first) => log.getSnapshot().byEnvironment.get(id)?.entries ?? [];

test('requests one history for each environment, and no second one until it is deployed', async () => {
  const { log, requested, request } = await openPage();
  await pass(20_000);
  expect(requested).toEqual(ids);
  expect(entriesOf(log).length).toBeGreaterThan(90);
  request();
  await pass(10 * MINUTE);
  expect(requested).toEqual(ids);
});

test('reads the archive on a later page, and requests only environments that were deployed since', async () => {
  const before = await openPage();
  await pass(30_000);
  const known = entriesOf(before.log, first).filter(({ at }) => at > NOW - 29 * DAY);
  expect(known.length).toBeGreaterThan(80);
  before.stop();
  await pass(3_000);
  const after = await openPage();
  await pass(20_000);
  expect(entriesOf(after.log, first)).toEqual(expect.arrayContaining([...known]));
  expect(after.log.getSnapshot().byEnvironment.get(first)?.coverage).toBeDefined();
  const again = after.requested.length;
  // Long enough for a deployment to begin and to end.
  for (let step = 0; step < 30; step += 1) {
    vi.setSystemTime(Date.now() + 20_000);
    await after.readStatus(second);
    after.request();
    await pass(3_000);
  }
  const deployed = after.requested.slice(again);
  expect(deployed.length).toBeGreaterThan(0);
  expect(new Set(deployed)).toEqual(new Set([second]));
  expect(deployed.length).toBeLessThan(5);
});

test('reports environments whose history is refused, and returns the others', async () => {
  const { log } = await openPage({ denied: [second] });
  await pass(20_000);
  const { byEnvironment, isKept } = log.getSnapshot();
  expect(byEnvironment.get(second)).toMatchObject({ entries: [], coverage: undefined, failure: { kind: 'denied' } });
  expect(byEnvironment.get(first)?.coverage).toBeDefined();
  expect(isKept).toBe(true);
});

test('sends no request when polling needs the whole budget', async () => {
  const { requested } = await openPage({ perHour: 900, planned: 900 });
  await pass(10 * MINUTE);
  expect(requested).toEqual([]);
  const free = await openPage({ perHour: 901 + 99, planned: 900 });
  await pass(MINUTE);
  expect(free.requested.length).toBeGreaterThan(0);
});

test('the histories of the open page come first, and serve the cards, when few requests are left', async () => {
  const { log, cards, requested, requestedForCards } = await openPage({ perHour: 1_000, planned: 994, hasCards: true });
  await pass(60_000);
  expect(requested).toEqual(ids);
  expect(requestedForCards).toEqual([]);
  expect(ids.map((id) => cards.getSnapshot().get(id)?.length)).toEqual([20, 20, 20]);
  expect(waitReasonOf(log.waitAt(Date.now()), Date.now())).toMatchObject({ kind: 'budget' });
});

test('a card requests the history that the open page could not read', async () => {
  const { requested, requestedForCards } = await openPage({ denied: [second], hasCards: true });
  await pass(30_000);
  expect(requested).toEqual(ids);
  expect(requestedForCards).toEqual([second]);
});

test('shows the deployments of the cards, and claims no coverage, while its own requests wait', async () => {
  const { log, client, api, requested } = await openPage({ perHour: 900, planned: 900 });
  await client.fetchQuery(historyQuery(api, first));
  await pass(2_000);
  expect(entriesOf(log)).toHaveLength(20);
  expect(log.getSnapshot().byEnvironment.get(first)?.coverage).toBeUndefined();
  expect(requested).toEqual([]);
  expect(waitReasonOf(log.waitAt(Date.now()), Date.now())).toEqual({ kind: 'budget', until: Number.POSITIVE_INFINITY });
});

test('returns the activity when the browser refuses its database, and reports that it is not persisted', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const { log } = await openPage();
  await pass(20_000);
  expect(entriesOf(log).length).toBeGreaterThan(90);
  expect(log.getSnapshot()).toMatchObject({ isReady: true, isKept: false });
});

test('adds the change feed as a source when an event announces a deployment', async () => {
  const { log } = await openPage();
  await pass(20_000);
  const [newest] = entriesOf(log);
  expect(newest?.sources).toEqual(['history']);
  noteEvents('test', [{ type: 'TRIGGER_DEPLOY', at: newest?.at, environmentId: first, triggeredBy: 'Ada' }]);
  await pass(2_000);
  expect(entriesOf(log)[0]).toMatchObject({ key: newest?.key, sources: ['feed', 'history'] });
});

test('expects no history of an environment that Qovery denies or that was never deployed', async () => {
  const { log, requested } = await openPage();
  const followed = log.getSnapshot();
  log.request([
    { id: first, failure: { kind: 'missing' } },
    {
      id: second,
      status: { id: second, state: 'READY', lastDeploymentState: 'READY', configuration: 'NEVER_DEPLOYED' },
    },
    { id: third, failure: { kind: 'offline' } },
  ]);
  await pass(5_000);
  expect(log.getSnapshot()).not.toBe(followed);
  const { byEnvironment } = log.getSnapshot();
  expect(ids.map((id) => byEnvironment.get(id)?.isRequested)).toEqual([false, false, true]);
  expect(requested).toEqual([]);
});
