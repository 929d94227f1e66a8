import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { fetchServicesOfTone } from '#data/history/failing-services.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { anId } from '#test/support/ids.ts';

type Reach = Parameters<typeof fetchServicesOfTone>[0];

/** Returns the part of a session that the module uses, with the paths that it requests. */
function sessionOf(perHour: number, more: readonly object[] = []) {
  const answer = createSimulatedQovery();
  const paths: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    paths.push(path);
    if (path.endsWith('/statuses'))
      return Response.json({
        applications: [{ id: anId(1), state: 'BUILD_ERROR' }, { id: anId(2), state: 'DEPLOYED' }, ...more],
      });
    if (path.endsWith('/services'))
      return Response.json({
        results: [
          { id: anId(1), name: 'api' },
          { id: anId(2), name: 'web' },
        ],
      });
    return answer(input, init);
  };
  const api = createApiClient({
    source: `services ${perHour}`,
    baseUrl: '/api',
    send,
    reserveRequest: () => undefined,
  });
  const session: Reach = { api, perHour: () => perHour, poller: { plannedPerHour: () => 0 } };
  return { session, paths };
}

test('fetchServicesOfTone names the services in two requests, and requests the states alone later', async () => {
  const { session, paths } = sessionOf(1_000);
  const client = new QueryClient();
  for (let time = 0; time < 2; time += 1) {
    const { services } = await fetchServicesOfTone(session, client, anId(9), 'failing');
    expect(services.map(({ name }) => name)).toEqual(['api']);
  }
  expect(paths.map((path) => path.split('/').at(-1))).toEqual(['statuses', 'services', 'statuses']);
});

test('fetchServicesOfTone counts the services whose state could not be read', async () => {
  const { session } = sessionOf(800, [{ id: 7, state: 'BUILD_ERROR' }, { id: anId(3) }, { id: anId(4), state: 5 }]);
  const { services, unread } = await fetchServicesOfTone(session, new QueryClient(), anId(9), 'failing');
  expect(services.map(({ name }) => name)).toEqual(['api']);
  expect(unread).toBe(3);
});

test('fetchServicesOfTone requests no names when no service has the tone', async () => {
  const { session, paths } = sessionOf(900);
  expect(await fetchServicesOfTone(session, new QueryClient(), anId(9), 'warning')).toEqual({
    services: [],
    unread: 0,
  });
  expect(paths).toHaveLength(1);
});

test('fetchServicesOfTone sends nothing when polling needs the whole budget', async () => {
  const { session, paths } = sessionOf(0);
  expect(await fetchServicesOfTone(session, new QueryClient(), anId(9), 'failing')).toEqual({
    services: [],
    unread: 0,
  });
  expect(paths).toEqual([]);
});
