import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseName, removeDatabases } from '#data/api-databases.ts';
import { type KeptHistory, openHistoryArchive } from '#data/history/history-archive.ts';
import { expectAfterSilence } from '#test/support/silent-database.ts';

const API = 'https://api.example';
const DAY = 86_400_000;
const NOW = Date.now();

const deployment = {
  id: 'd',
  startedAt: NOW - DAY,
  durationSeconds: 60,
  state: 'DEPLOYED',
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: 'Ada',
};
const kept = (environmentId: string, keptAt = NOW - 1_000): KeptHistory => ({
  environmentId,
  keptAt,
  deployments: [deployment],
});

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Writes through one page and reads through another. */
async function keepAndRead(...histories: readonly KeptHistory[]): Promise<readonly KeptHistory[]> {
  const [writer, reader] = [openHistoryArchive(API), openHistoryArchive(API)];
  await writer.write(histories);
  const read = await reader.read();
  writer.close();
  reader.close();
  return read;
}

describe('the kept histories', () => {
  it('are those that another page has kept, the newest of each environment', async () => {
    expect(await keepAndRead(kept('a', NOW - 9_000), kept('b'))).toHaveLength(2);
    expect(await keepAndRead(kept('a'))).toEqual([kept('a'), kept('b')]);
  });

  it('keep the number of deployments that could not be read', async () => {
    const partly = { ...kept('a'), deployments: [deployment, { ...deployment, id: 'e', unread: 2 }] };
    expect(await keepAndRead(partly)).toEqual([partly]);
  });

  it('are of one API only', async () => {
    expect(await keepAndRead(kept('a'))).toHaveLength(1);
    const other = openHistoryArchive('https://other.example');
    expect(await other.read()).toEqual([]);
    other.close();
  });

  it('are of the last 30 days, and at most 1,000, the newest', async () => {
    const all = Array.from({ length: 1_005 }, (_, at) => kept(`e${at}`, NOW - 10_000 + at));
    const read = await keepAndRead(kept('old', NOW - 31 * DAY), ...all);
    expect(read).toHaveLength(1_000);
    expect(new Set(read.map(({ keptAt }) => keptAt))).toEqual(new Set(all.slice(5).map(({ keptAt }) => keptAt)));
  });

  it('are all removed once they are 30 days old', async () => {
    expect(await keepAndRead(kept('a'))).toHaveLength(1);
    vi.spyOn(Date, 'now').mockReturnValue(NOW + 31 * DAY);
    expect(await keepAndRead()).toEqual([]);
  });

  it.each([
    ['has no deployments', { environmentId: 'x', keptAt: NOW - 1 }],
    ['has too many deployments', { ...kept('x'), deployments: Array.from({ length: 21 }, () => deployment) }],
    ['has a deployment without a state', { ...kept('x'), deployments: [{ ...deployment, state: undefined }] }],
    ['has a start that is no number', { ...kept('x'), deployments: [{ ...deployment, startedAt: 'noon' }] }],
    ['has no time', { ...kept('x'), keptAt: undefined }],
    ['has a time that is no number', { ...kept('x'), keptAt: Number.NaN }],
    ['comes from the future, as after a clock was set back', kept('x', NOW + DAY)],
    ['belongs to a number', { ...kept('x'), environmentId: 5 }],
  ])('leave out a history that %s, for good', async (_, damaged) => {
    await keepAndRead(kept('a'));
    const database = await openDB(databaseName('histories', API), 1);
    await database.put('histories', damaged);
    expect(await database.count('histories')).toBe(2);
    expect(await keepAndRead()).toEqual([kept('a')]);
    expect(await database.count('histories')).toBe(1);
    database.close();
  });

  it.each([
    ['is missing', async () => vi.stubGlobal('indexedDB', undefined)],
    [
      'throws',
      async () =>
        vi.stubGlobal('indexedDB', {
          open() {
            throw new Error('SecurityError');
          },
        }),
    ],
    ['has a newer version', async () => (await openDB(databaseName('histories', API), 7)).close()],
    ['lacks its store', async () => (await openDB(databaseName('histories', API), 1)).close()],
  ])('are none when the database %s', async (_, damage) => {
    await damage();
    expect(await keepAndRead(kept('a'))).toEqual([]);
  });

  it('are none when the database is full, and the older ones stay', async () => {
    expect(await keepAndRead(kept('a'))).toHaveLength(1);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await keepAndRead(kept('b'))).toEqual([kept('a')]);
  });

  it('are none when the database never opens', async () => {
    await expectAfterSilence(() => openHistoryArchive(API).read(), []);
  });

  it('stay removed when an open page writes after the databases of the API were removed', async () => {
    const archive = openHistoryArchive(API);
    await archive.write([kept('a')]);
    expect(await archive.read()).toHaveLength(1);
    removeDatabases(API);
    await archive.write([kept('b')]);
    expect(await keepAndRead()).toEqual([]);
  });
});
