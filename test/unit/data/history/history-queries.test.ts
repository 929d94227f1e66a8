import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { historyQuery, SHORT_HISTORIES, SHORT_PAGE_SIZE } from '#data/history/history-queries.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const [id = ''] = demoPins();
const api = createApiClient({ source: 'histories', baseUrl: '', send: createSimulatedQovery() });

test('fetches as many deployments as a card shows, oldest first', async () => {
  const deployments = await new QueryClient().fetchQuery(historyQuery(api, id));
  expect(deployments).toHaveLength(SHORT_PAGE_SIZE);
  const starts = deployments.flatMap(({ startedAt }) => startedAt ?? []);
  expect(starts).toHaveLength(SHORT_PAGE_SIZE);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('finds the histories of one API by their key, and none of another', async () => {
  const client = new QueryClient();
  await client.fetchQuery(historyQuery(api, id));
  const found = (source: string) => client.getQueriesData({ queryKey: SHORT_HISTORIES.keyOf({ ...api, source }) });
  expect(found('histories')).toHaveLength(1);
  expect(found('other')).toHaveLength(0);
});
