import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { verifyCredential } from '#data/tokens/verify-credential.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

beforeEach(stubHost);
afterEach(unstubHost);

const POLICY = `sk-qov-${'0'.repeat(36)}`;
const answering = (status: number) => {
  const send = vi.fn<typeof fetch>(async () =>
    status === 200 ? Response.json({ results: [] }) : new Response(null, { status }),
  );
  vi.stubGlobal('fetch', send);
  return send;
};

test('returns no failure after one request with the token', async () => {
  const send = answering(200);
  expect(await verifyCredential('https://api.example', { scheme: 'Bearer', value: 'eyJ' })).toBeUndefined();
  expect(send).toHaveBeenCalledOnce();
  const [path, init] = send.mock.calls[0] ?? [];
  expect(path).toBe('https://api.example/organization');
  expect(new Headers(init?.headers).get('Authorization')).toBe('Bearer eyJ');
});

test.each([
  [401, 'qov_api', { kind: 'unauthorized', credential: 'token' }],
  [403, 'qov_api', { kind: 'denied' }],
  [503, 'qov_api', { kind: 'server', status: 503 }],
  // A policy token may be refused the list and still read an environment.
  [401, POLICY, undefined],
  [403, POLICY, undefined],
  [503, POLICY, { kind: 'server', status: 503 }],
])('judges an answer %i to the token %s', async (status, value, failure) => {
  answering(status);
  expect(await verifyCredential('https://api.example', { scheme: 'Token', value })).toEqual(failure);
});

test('counts its request in the ledger of the token', async () => {
  answering(200);
  await verifyCredential('https://api.example', { scheme: 'Token', value: 'qov_api' });
  expect(Object.keys(localStorage).filter((key) => key.startsWith('envboard.ledger'))).not.toEqual([]);
});
