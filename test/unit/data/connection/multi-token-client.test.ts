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
  const asked: string[] = [];
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    asked.push(path);
    const status = broken(path);
    return status === undefined ? qovery(path, init) : new Response(null, { status });
  };
  const api = createApiClient({ source: key, baseUrl: '', authorization: `Token ${value}`, send });
  return { key, isPolicy: value.startsWith('sk-qov-'), api, asked };
}

const ringOf = (tokens: readonly ReturnType<typeof aToken>[]) =>
  createMultiTokenClient({ source: 'ring', tokenScope: 'ring', tokens, owners: new TokenOwners(() => undefined) });

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

test('the organizations are those of all tokens, each once', async () => {
  const ring = ringOf([
    aToken('aaaaaaaa', 'qov_x_org1'),
    aToken('bbbbbbbb', 'qov_x_org2'),
    aToken('cccccccc', 'qov_y_org2'),
  ]);
  const found = await ring.get('/organization', namedItems);
  expect(found.map(({ id }) => id)).toEqual((await named('/organization')).slice(0, 2).map(({ id }) => id));
});

test('a policy token that may not list them is no failure', async () => {
  const ring = ringOf([aToken('aaaaaaaa', 'qov_x_org1'), aToken('bbbbbbbb', `sk-qov-${'0'.repeat(36)}`)]);
  expect(await ring.get('/organization', namedItems)).toHaveLength(1);
});

test('a token that could not list them is said to have failed, and does not hide those of the others', async () => {
  const broken = aToken('bbbbbbbb', 'qov_x_org2', () => 503);
  const ring = ringOf([aToken('aaaaaaaa', 'qov_x_org1'), broken]);
  const found = await ring.get('/organization', namedItems);
  expect(found).toHaveLength(2);
  const before = broken.asked.length;
  const asking = ring.get(`/organization/${found[1]?.id}/project`, namedItems);
  await expect(asking).rejects.toMatchObject({ failure: { kind: 'server', status: 503 } });
  expect(broken.asked).toHaveLength(before);
});

test('where no token could, it fails as the first did', async () => {
  const ring = ringOf([aToken('aaaaaaaa', 'qov_x_org1', () => 503), aToken('bbbbbbbb', 'qov_x_org2', () => 401)]);
  await expect(ring.get('/organization', namedItems)).rejects.toMatchObject({ failure: { kind: 'server' } });
});

test('what no list names is asked of each in turn, once, and then of the one that answered', async () => {
  const [organization] = (await named('/organization')).slice(1);
  const [environment] = await named(`/organization/${organization?.id}/environments`);
  const path = `/environment/${environment?.id}/status`;
  const first = aToken('aaaaaaaa', 'qov_x_org1');
  const second = aToken('bbbbbbbb', 'qov_x_org2');
  const ring = ringOf([first, second]);
  await ring.get(path, environmentStatus);
  await ring.get(path, environmentStatus);
  expect([first.asked.length, second.asked.length]).toEqual([1, 2]);

  // Another page, later: the owner was stored.
  await ringOf([first, second]).get(path, environmentStatus);
  expect([first.asked.length, second.asked.length]).toEqual([1, 3]);
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
  [{ a: 401, b: 404 }, { kind: 'unauthorized' }],
])('when none answers, %o, it says what may yet change', async ({ a, b }, failure) => {
  const ring = ringOf([aToken('aaaaaaaa', 'qov_x', () => a), aToken('bbbbbbbb', 'qov_y', () => b)]);
  await expect(ring.get('/environment/0/status', environmentStatus)).rejects.toMatchObject({ failure });
});
