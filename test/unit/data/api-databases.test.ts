import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseName, removeDatabases } from '#data/api-databases.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

test('removes the databases of one API only', async () => {
  const ofApi = (api: string) => [databaseName('activity', api), databaseName('histories', api)];
  for (const name of [...ofApi('a'), ...ofApi('b')]) (await openDB(name, 1)).close();
  expect(await names()).toHaveLength(4);
  removeDatabases('a');
  await vi.waitFor(async () => expect(await names()).toEqual(ofApi('b')));
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
  expect(() => removeDatabases('a')).not.toThrow();
});
