import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { serviceNameQuery, serviceStatusQuery } from '#data/history/service-queries.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const [id = '', other = ''] = demoPins();
const api = createApiClient({ source: 'services', baseUrl: '', send: createSimulatedQovery() });

test('fetches the states and the names of the same services', async () => {
  const client = new QueryClient();
  const states = await client.fetchQuery(serviceStatusQuery(api, id));
  const names = await client.fetchQuery(serviceNameQuery(api, id));
  expect(states.services.length).toBeGreaterThan(0);
  const idsOf = (answer: { services: readonly { id: string }[] }) => answer.services.map((one) => one.id);
  expect(idsOf(names)).toEqual(expect.arrayContaining(idsOf(states)));
  expect([states.unread, names.unread]).toEqual([0, 0]);
});

test('refuses the states of another environment', async () => {
  const misled: typeof api = {
    ...api,
    get: (path, schema, signal) => api.get(path.replace(id, other), schema, signal),
  };
  const fetched = new QueryClient().fetchQuery(serviceStatusQuery(misled, id));
  await expect(fetched).rejects.toMatchObject({ failure: { kind: 'otherEnvironment' } });
});
