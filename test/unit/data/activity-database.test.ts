import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseName, removeActivity } from '#data/activity-database.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

test('removes the database of one API only', async () => {
  for (const api of ['a', 'b']) (await openDB(databaseName(api), 1)).close();
  expect(await names()).toHaveLength(2);
  removeActivity('a');
  await vi.waitFor(async () => expect(await names()).toEqual([databaseName('b')]));
});

test.each([
  ['has no databases', undefined],
  [
    'refuses them',
    {
      deleteDatabase() {
        throw new Error('SecurityError');
      },
    },
  ],
])('does not throw when the browser %s', (_, refusing) => {
  vi.stubGlobal('indexedDB', refusing);
  expect(() => removeActivity('a')).not.toThrow();
});
