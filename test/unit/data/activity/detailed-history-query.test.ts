import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { DETAILED_HISTORIES, DETAILED_PAGE_SIZE, subscribeToHistories } from '#data/activity/detailed-history-query.ts';
import { historyQuery } from '#data/history/history-queries.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const [id = ''] = demoPins();
const apiNamed = (source: string, send: typeof fetch = createSimulatedQovery()) =>
  createApiClient({ source, baseUrl: '', send });

test('fetches one page of deployments with their services, oldest first', async () => {
  const deployments = await new QueryClient().fetchQuery(DETAILED_HISTORIES.queryOf(apiNamed('a'), id));
  expect(deployments).toHaveLength(DETAILED_PAGE_SIZE);
  const starts = deployments.flatMap(({ startedAt }) => startedAt ?? []);
  expect(starts.length).toBeGreaterThan(50);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('notifies after the answers and failures of short and detailed histories of this API only', async () => {
  const client = new QueryClient();
  const [mine, theirs] = [apiNamed('mine'), apiNamed('theirs')];
  const listener = vi.fn();
  const stop = subscribeToHistories(client, mine, listener);
  await client.fetchQuery(historyQuery(mine, id));
  expect(listener).toHaveBeenCalledTimes(1);
  await client.fetchQuery(DETAILED_HISTORIES.queryOf(mine, id));
  expect(listener).toHaveBeenCalledTimes(2);
  const broken = apiNamed('mine', async () => new Response(null, { status: 503 }));
  await client.fetchQuery(historyQuery(broken, 'unknown')).catch(() => {});
  expect(listener).toHaveBeenCalledTimes(3);
  await client.fetchQuery(historyQuery(theirs, id));
  await client.fetchQuery({ queryKey: ['status', mine.source, id], queryFn: () => 1 });
  expect(listener).toHaveBeenCalledTimes(3);
  stop();
  await client.fetchQuery(historyQuery(mine, 'another')).catch(() => {});
  expect(listener).toHaveBeenCalledTimes(3);
});
