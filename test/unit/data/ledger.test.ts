import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createApiClient } from '#api/client.ts';
import { openLedger } from '#data/ledger.ts';

/** Asks a server whose answers carry these headers, more often than one token may in an hour. */
async function askOften(headers: Readonly<Record<string, string>>) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  };
  const ledger = openLedger('test', Object.assign(Object.create(null), storage));
  const api = createApiClient({
    source: 'test',
    baseUrl: '/api',
    send: async () => new Response('{}', { headers }),
    spend: ledger.spend,
    onGateway: ledger.leaveToGateway,
  });
  let answered = 0;
  for (let count = 0; count < 1_100; count += 1) {
    await api.get('/organization', v.object({})).then(
      () => (answered += 1),
      () => undefined,
    );
  }
  return { answered, perHour: ledger.sustainablePerHour() };
}

test('counts a token’s requests, and stops at what it may spend in an hour', async () => {
  expect(await askOften({})).toEqual({ answered: 1_000, perHour: 0 });
});

test('leaves the hour to a gateway as soon as one answers', async () => {
  expect(await askOften({ 'X-Cache': 'HIT' })).toEqual({ answered: 1_100, perHour: Number.POSITIVE_INFINITY });
});
