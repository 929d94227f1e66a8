import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

beforeEach(stubHost);
afterEach(unstubHost);

async function openPage(api = '/api') {
  vi.resetModules();
  const scope = await import('#data/api-scope.ts');
  scope.setApiScope({ api, auth: 'token' });
  return scope;
}

test('stores the data of two APIs of one host apart', async () => {
  const first = await openPage('/api-a');
  expect(first.apiScope()).toBe('https://board.example/api-a');
  const key = first.scopedKey('names');
  const second = await openPage('/api-b');
  expect(second.scopedKey('names')).not.toBe(key);
  expect(second.scopedKey('names', first.apiScope())).toBe(key);
});

describe('a key of storage', () => {
  test.each([
    ['of another API', 'envboard.names@https://other.example', true],
    ['of a token of another API', 'envboard.feed@https://other.example#aaaaaaaa', true],
    ['of this API', 'envboard.names@https://board.example/api', false],
    ['of a token of this API', 'envboard.feed@https://board.example/api#aaaaaaaa', false],
    ['of the demo', 'envboard.readings@demo', false],
    ['of the host’s settings', 'envboard.settings', false],
    ['of another program', 'another@https://other.example', false],
  ])('%s belongs to another API: %s, %s', async (_, key, isOther) => {
    const { isOtherApisKey, isStorageShared } = await openPage();
    expect(isOtherApisKey(key)).toBe(isOther);
    expect(isStorageShared()).toBe(false);
    localStorage.setItem(key, '1');
    expect(isStorageShared()).toBe(isOther);
  });
});
