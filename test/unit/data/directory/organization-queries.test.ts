import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { type OrganizationNames, organizationsQuery, trackProgress } from '#data/directory/organization-queries.ts';

const api = createApiClient({ source: 'organizations', baseUrl: '' });
const ORGANIZATIONS = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
];
const NAMES: OrganizationNames = { projects: [{ id: 'p', name: 'shop' }], environments: [] };

function open(client = new QueryClient()) {
  const record = trackProgress(client, api, ORGANIZATIONS);
  return { client, record, now: () => client.getQueryData(organizationsQuery(api).queryKey) };
}

test('lists every organization before its names arrive, and each one’s names as soon as they do', async () => {
  const { record, now } = open();
  expect(now()).toEqual(ORGANIZATIONS);
  expect(await record('b', Promise.resolve(NAMES))).toBe(NAMES);
  expect(now()).toEqual([ORGANIZATIONS[0], { id: 'b', name: 'B', names: NAMES }]);
});

test('records the failure of one organization beside the names of its last fetch', async () => {
  const first = open();
  await first.record('a', Promise.resolve(NAMES));
  const { record, now } = open(first.client);
  const failure = { kind: 'server', status: 503 } as const;
  await expect(record('a', Promise.reject(new ApiError(failure)))).rejects.toMatchObject({ failure });
  expect(now()?.[0]).toEqual({ id: 'a', name: 'A', names: NAMES, failure });
  expect(now()?.[1]).toMatchObject({ id: 'b' });
});

test('records no failure of an aborted request, which proves nothing', async () => {
  const { record, now } = open();
  const aborted = new DOMException('aborted', 'AbortError');
  const before = now();
  await expect(record('a', Promise.reject(aborted))).rejects.toBe(aborted);
  expect(now()).toBe(before);
});

test('drops the failure and an organization that a later fetch does not list', async () => {
  const first = open();
  await first.record('a', Promise.reject(new ApiError({ kind: 'denied' }))).catch(() => {});
  expect(first.now()?.[0]).toHaveProperty('failure');
  trackProgress(first.client, api, ORGANIZATIONS.slice(0, 1));
  expect(first.now()).toEqual(ORGANIZATIONS.slice(0, 1));
});
