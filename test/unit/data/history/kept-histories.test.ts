import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { openHistoryArchive } from '#data/history/history-archive.ts';
import { HistoryFetcher } from '#data/history/history-fetcher.ts';
import { historyQuery } from '#data/history/history-queries.ts';
import { keepHistories } from '#data/history/kept-histories.ts';
import { readingsGeneration, startReadingsGeneration } from '#data/readings/persisted-readings.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const deployed = (id: string, state = 'DEPLOYED'): Deployment => ({
  id,
  startedAt: 1_000,
  durationSeconds: state === 'DEPLOYED' ? 60 : undefined,
  state,
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: 'Ada',
});

let ending = new AbortController();
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
});

/** Opens a page whose fetcher has these histories, and whose statuses name these last deployments. */
function openPage({ lastIds = {} }: { lastIds?: Readonly<Record<string, string>> } = {}) {
  const api = createApiClient({ source: 'kept', baseUrl: '/api', send: createSimulatedQovery() });
  const client = new QueryClient();
  const rates = { perHour: () => 1_000, plannedPerHour: () => 0 };
  const fetcher = new HistoryFetcher({ client, api, ...rates, canRequest: () => false });
  ending.signal.addEventListener('abort', fetcher.start());
  const statusOf = (id: string): EnvironmentStatus | undefined =>
    lastIds[id] === undefined
      ? undefined
      : { id, state: 'BUILDING', lastDeploymentState: 'BUILDING', lastDeploymentId: lastIds[id] };
  const keep = (generation = readingsGeneration()) =>
    keepHistories({ client, api, fetcher, readings: { statusOf }, generation, signal: ending.signal });
  const get = (id: string, history: readonly Deployment[]) =>
    client.setQueryData(historyQuery(api, id).queryKey, history);
  const idsOf = (id: string) =>
    fetcher
      .getSnapshot()
      .get(id)
      ?.map((one) => one.id);
  return { api, client, keep, get, idsOf };
}

const storedIds = async () => {
  const archive = openHistoryArchive('kept');
  const stored = await archive.read();
  archive.close();
  return stored.map(({ environmentId }) => environmentId);
};

test('keeps the histories of before and after it was loaded, without the services of a detailed history', async () => {
  const { keep, get } = openPage();
  get('a', [{ ...deployed('1'), services: [{ id: 's', name: 'web' }] }]);
  await keep();
  get('b', [deployed('2')]);
  await vi.waitFor(async () => expect(await storedIds()).toEqual(['a', 'b']));
  const next = openPage();
  await next.keep();
  expect([next.idsOf('a'), next.idsOf('b')]).toEqual([['1'], ['2']]);
});

test('restores a history with the time at which it was kept, so that the details request an old one again', async () => {
  const keptAt = Date.now() - 60_000;
  const archive = openHistoryArchive('kept');
  await archive.write([{ environmentId: 'a', keptAt, deployments: [deployed('1')] }]);
  archive.close();
  const { keep, client, api, idsOf } = openPage();
  await keep();
  expect(idsOf('a')).toEqual(['1']);
  expect(client.getQueryState(historyQuery(api, 'a').queryKey)?.dataUpdatedAt).toBe(keptAt);
});

test('restores no history over one that this page has fetched', async () => {
  const earlier = openPage();
  earlier.get('a', [deployed('old')]);
  earlier.get('b', [deployed('old')]);
  await earlier.keep();
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(2));
  const { keep, get, idsOf } = openPage();
  get('a', [deployed('new')]);
  await keep();
  expect([idsOf('a'), idsOf('b')]).toEqual([['new'], ['old']]);
});

test('restores a deployment as running only when the status names it as the last one', async () => {
  const earlier = openPage();
  for (const id of ['runs', 'ended']) earlier.get(id, [deployed('1'), deployed('2', 'BUILDING')]);
  await earlier.keep();
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(2));
  const { keep, idsOf } = openPage({ lastIds: { runs: '2', ended: '3' } });
  await keep();
  expect([idsOf('runs'), idsOf('ended')]).toEqual([['1', '2'], ['1']]);
});

test.each([
  ['a token was removed since', () => startReadingsGeneration()],
  ['the session has ended', () => ending.abort()],
])('restores and keeps nothing when %s', async (_, end) => {
  const earlier = openPage();
  earlier.get('a', [deployed('1')]);
  await earlier.keep();
  await vi.waitFor(async () => expect(await storedIds()).toEqual(['a']));
  const { keep, get, idsOf } = openPage();
  get('b', [deployed('2')]);
  const generation = readingsGeneration();
  const kept = keep(generation);
  end();
  await kept;
  get('c', [deployed('3')]);
  expect(idsOf('a')).toBeUndefined();
  expect(await storedIds()).toEqual(['a']);
});
