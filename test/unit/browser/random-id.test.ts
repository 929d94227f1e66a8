import { afterEach, expect, test, vi } from 'vitest';
import { randomUuid } from '#browser/random-id.ts';
import { refuse } from '#test/support/refusals.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

const own = globalThis.crypto;

test.each<[string, unknown]>([
  ['all of it', own],
  ['no randomUUID, as on plain http', { getRandomValues: own.getRandomValues.bind(own) }],
  ['no getRandomValues', {}],
  ['a getRandomValues that throws', { getRandomValues: refuse }],
  ['null for crypto', null],
  ['no crypto', undefined],
])('makes distinct UUIDs when the browser has %s', (_, crypto) => {
  vi.stubGlobal('crypto', crypto);
  const ids = Array.from({ length: 500 }, () => randomUuid());
  expect(ids.filter((id) => !UUID.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
