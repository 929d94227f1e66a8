import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { fetchClusters } from '#data/directory/fetch-clusters.ts';

/** Returns a client of a Qovery where each project has one environment, on a cluster. `broken` projects answer 503. */
function open(broken: readonly string[] = []) {
  const requested: string[] = [];
  let inFlight = 0;
  let most = 0;
  const send: typeof fetch = async (input) => {
    const id = String(input).split('/')[2] ?? '';
    requested.push(id);
    inFlight += 1;
    most = Math.max(most, inFlight);
    await Promise.resolve();
    inFlight -= 1;
    if (broken.includes(id)) return new Response(null, { status: 503 });
    return Response.json({ results: [{ id: `environment of ${id}`, cluster: { id: 'c', name: `cluster of ${id}` } }] });
  };
  const api = createApiClient({ source: 'clusters', baseUrl: '', send });
  const client = new QueryClient();
  return { fetchAll: (ids: readonly string[]) => fetchClusters(client, api, ids), requested, most: () => most };
}

test('fetches the clusters of each project once, one after another', async () => {
  const { fetchAll, requested, most } = open();
  const first = await fetchAll(['p', 'q']);
  expect(first).toEqual({
    clusters: ['p', 'q'].map((id) => ({
      environmentId: `environment of ${id}`,
      clusterId: 'c',
      clusterName: `cluster of ${id}`,
    })),
    isComplete: true,
  });
  expect(await fetchAll(['q', 'p', 'r'])).toMatchObject({ isComplete: true });
  expect(requested).toEqual(['p', 'q', 'r']);
  expect(most()).toBe(1);
});

test('leaves out a project that fails, and tries it again the next time', async () => {
  const broken = ['q'];
  const { fetchAll, requested } = open(broken);
  const first = await fetchAll(['p', 'q', 'r']);
  expect(first.isComplete).toBe(false);
  expect(first.clusters).toHaveLength(2);
  broken.pop();
  expect(await fetchAll(['p', 'q', 'r'])).toMatchObject({ isComplete: true });
  expect(requested).toEqual(['p', 'q', 'r', 'q']);
});

test('leaves the budget to polling: it sends 40 requests at a time, and says that more are missing', async () => {
  const { fetchAll, requested } = open();
  const ids = Array.from({ length: 50 }, (_, n) => `p${n}`);
  expect((await fetchAll(ids)).isComplete).toBe(false);
  expect(requested).toHaveLength(40);
  expect((await fetchAll(ids)).isComplete).toBe(true);
  expect(requested).toEqual(ids);
});
