import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { environmentStatus, namedItems } from '#api/environment-schemas.ts';
import { createMultiTokenClient } from '#data/connection/multi-token-client.ts';
import { TokenOwners } from '#data/tokens/token-owners.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

type Break = (path: string) => number | undefined;

const qovery = createSimulatedQovery();

/** Returns the client of one token of the simulated account; `broken` makes it answer with a status instead. */
function aToken(key: string, value: string, broken: Break = () => undefined) {
  const requested: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    requested.push(path);
    const status = broken(path);
    return status === undefined ? qovery(path, init) : new Response(null, { status });
  };
  const api = createApiClient({ source: key, baseUrl: '', authorization: `Token ${value}`, send });
  return { key, isPolicy: value.startsWith('sk-qov-'), api, requested };
}

const ringOf = (tokens: readonly ReturnType<typeof aToken>[]) =>
  createMultiTokenClient({ source: 'client', tokenScope: 'client', tokens, owners: new TokenOwners(() => undefined) });

const named = async (path: string): Promise<readonly { id: string; name: string }[]> =>
  v.parse(namedItems, await (await qovery(path)).json());

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('merges the organizations of all tokens, each once', async () => {
  const client = ringOf([
    aToken('aaaaaaaa', 'qov_x_org1'),
    aToken('bbbbbbbb', 'qov_x_org2'),
    aToken('cccccccc', 'qov_y_org2'),
  ]);
  const found = await client.get('/organization', namedItems);
  expect(found.map(({ id }) => id)).toEqual((await named('/organization')).slice(0, 2).map(({ id }) => id));
});

test('reports no failure when a policy token may not list organizations', async () => {
  const client = ringOf([aToken('aaaaaaaa', 'qov_x_org1'), aToken('bbbbbbbb', `sk-qov-${'0'.repeat(36)}`)]);
  expect(await client.get('/organization', namedItems)).toHaveLength(1);
});

test('reports the failure of one token, and returns the organizations of the others', async () => {
  const broken = aToken('bbbbbbbb', 'qov_x_org2', () => 503);
  const client = ringOf([aToken('aaaaaaaa', 'qov_x_org1'), broken]);
  const found = await client.get('/organization', namedItems);
  expect(found).toHaveLength(2);
  const before = broken.requested.length;
  const asking = client.get(`/organization/${found[1]?.id}/project`, namedItems);
  await expect(asking).rejects.toMatchObject({ failure: { kind: 'server', status: 503 } });
  expect(broken.requested).toHaveLength(before);
});

test('fails as the first token does when no token can list organizations', async () => {
  const client = ringOf([aToken('aaaaaaaa', 'qov_x_org1', () => 503), aToken('bbbbbbbb', 'qov_x_org2', () => 401)]);
  await expect(client.get('/organization', namedItems)).rejects.toMatchObject({ failure: { kind: 'server' } });
});

test('tries each token once for an unknown id, and then uses the token that succeeded', async () => {
  const [organization] = (await named('/organization')).slice(1);
  const [environment] = await named(`/organization/${organization?.id}/environments`);
  const path = `/environment/${environment?.id}/status`;
  const first = aToken('aaaaaaaa', 'qov_x_org1');
  const second = aToken('bbbbbbbb', 'qov_x_org2');
  const client = ringOf([first, second]);
  await client.get(path, environmentStatus);
  await client.get(path, environmentStatus);
  expect([first.requested.length, second.requested.length]).toEqual([1, 2]);

  // Another page, later: the owner was stored.
  await ringOf([first, second]).get(path, environmentStatus);
  expect([first.requested.length, second.requested.length]).toEqual([1, 3]);
});

test.each([
  [{ a: 404, b: 404 }, { kind: 'denied' }],
  [
    { a: 404, b: 503 },
    { kind: 'server', status: 503 },
  ],
  [
    { a: 503, b: 404 },
    { kind: 'server', status: 503 },
  ],
  [
    { a: 401, b: 404 },
    { kind: 'unauthorized', credential: 'token' },
  ],
])('fails with the failure that may still change when no token succeeds: %o', async ({ a, b }, failure) => {
  const client = ringOf([aToken('aaaaaaaa', 'qov_x', () => a), aToken('bbbbbbbb', 'qov_y', () => b)]);
  await expect(client.get('/environment/0/status', environmentStatus)).rejects.toMatchObject({ failure });
});
