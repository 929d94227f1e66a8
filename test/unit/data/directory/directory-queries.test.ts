import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { directoryQuery, environmentQuery } from '#data/directory/directory-queries.ts';
import { organizationsQuery } from '#data/directory/organization-queries.ts';
import { hasDirectory } from '#data/directory/persisted-directory.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

beforeEach(stubBrowser);
afterEach(unstubBrowser);

/** Returns a client of the simulated account. Organizations whose id `isBroken` accepts answer 503. */
function open(isBroken: (id: string) => boolean = () => false) {
  const requested: string[] = [];
  const simulated = createSimulatedQovery();
  let breaks = isBroken;
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    requested.push(path);
    const id = /^\/organization\/([^/]+)/.exec(path)?.[1];
    return id !== undefined && breaks(id) ? new Response(null, { status: 503 }) : simulated(input, init);
  };
  const api = createApiClient({ source: 'directory', tokenScope: 't', baseUrl: '', send });
  const client = new QueryClient();
  const fetchAll = () => client.fetchQuery({ ...directoryQuery(api), staleTime: 0 });
  const setBroken = (next: typeof breaks) => {
    breaks = next;
  };
  return { api, client, requested, fetchAll, setBroken };
}

describe('the directory', () => {
  test('names every environment with its project and organization, by two requests an organization', async () => {
    const { fetchAll, requested, client, api } = open();
    const directory = await fetchAll();
    const organizations = client.getQueryData(organizationsQuery(api).queryKey) ?? [];
    expect(organizations.length).toBeGreaterThan(1);
    expect(requested).toHaveLength(1 + 2 * organizations.length);
    const all = [...directory.values()];
    expect(all.length).toBeGreaterThan(10);
    for (const one of all) {
      expect(one.projectName).not.toBe('');
      expect(organizations.map(({ name }) => name)).toContain(one.organizationName);
    }
    expect(demoPins().every((id) => directory.has(id))).toBe(true);
  });

  test('is persisted, so that the next page has it before its first request', async () => {
    const first = open();
    const directory = await first.fetchAll();
    expect(hasDirectory(first.api)).toBe(true);
    const next = open();
    const query = new QueryObserver(next.client, directoryQuery(next.api)).getCurrentResult();
    expect(query.data).toEqual(directory);
    expect(query.dataUpdatedAt).toBe(Date.now());
  });

  test('keeps the names of an organization that fails, and is not persisted as if it were complete', async () => {
    const { fetchAll, setBroken, api, client } = open();
    const complete = await fetchAll();
    const [failing] = [...complete.values()].map(({ organizationId }) => organizationId);
    localStorage.removeItem('envboard.names@directory');
    setBroken((id) => id === failing);
    expect(await fetchAll()).toEqual(complete);
    expect(hasDirectory(api)).toBe(false);
    const failed = client.getQueryData(organizationsQuery(api).queryKey)?.filter(({ failure }) => failure);
    expect(failed?.map(({ id }) => id)).toEqual([failing]);
  });
});

describe('a single environment', () => {
  const [id = ''] = demoPins();

  test('has its ids and its name, and no names of its surroundings', async () => {
    const { client, api } = open();
    const info = await client.fetchQuery(environmentQuery(api, id));
    expect(info).toMatchObject({ id, projectName: '', organizationName: '' });
    expect(info.name).not.toBe('');
    expect(info.projectId).not.toBe('');
  });

  test('is refused when the answer names another environment', async () => {
    const { client, api } = open();
    const [, other = ''] = demoPins();
    const misled: typeof api = {
      ...api,
      get: (path, schema, signal) => api.get(path.replace(id, other), schema, signal),
    };
    const fetched = client.fetchQuery(environmentQuery(misled, id));
    await expect(fetched).rejects.toMatchObject({ failure: { kind: 'otherEnvironment' } });
  });
});
