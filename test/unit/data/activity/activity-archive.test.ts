import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openArchive } from '#data/activity/activity-archive.ts';
import { databaseName, removeDatabases } from '#data/api-databases.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import { expectAfterSilence } from '#test/support/silent-database.ts';

const API = 'https://api.example';
const NOW = Date.now();
const DAY = 86_400_000;

const anEntry = (id: string, at = NOW): ActivityEntry => ({
  key: `e ${id}`,
  environmentId: 'e',
  deploymentId: id,
  at,
  endAt: at + 60_000,
  state: 'DEPLOYED',
  action: 'DEPLOY',
  origin: 'GIT',
  triggeredBy: 'Ada',
  durationSeconds: 60,
  services: [{ id: 's', name: 'web', version: 'c97e40b', kind: 'commit', committedAt: at - DAY }],
  sources: ['feed', 'history'],
});
const aCoverage = { environmentId: 'e', knownFrom: 0, requestedAt: NOW };

const { indexedDB } = globalThis;
beforeEach(() => {
  removeDatabases(API);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  globalThis.indexedDB = indexedDB;
});

describe('the archive', () => {
  it('returns the entries that another page has stored, without the removed ones', async () => {
    const [a, b] = [anEntry('a'), anEntry('b')];
    const first = openArchive(API);
    expect(await first.write({ entries: [a, b], coverages: [aCoverage], removedKeys: [] })).toBe(true);
    expect(await first.write({ entries: [], coverages: [], removedKeys: [b.key] })).toBe(true);
    first.close();
    const second = openArchive(API);
    expect(await second.read()).toEqual({ entries: [a], coverages: [aCoverage] });
    second.close();
  });

  it('returns no entry of another API', async () => {
    const archive = openArchive(API);
    await archive.write({ entries: [anEntry('a')], coverages: [], removedKeys: [] });
    expect((await archive.read())?.entries).toHaveLength(1);
    const other = openArchive('https://other.example');
    expect(await other.read()).toEqual({ entries: [], coverages: [] });
    archive.close();
    other.close();
  });

  it('leaves out damaged entries, and the coverage of their environments, for good', async () => {
    const archive = openArchive(API);
    const ofOther = { ...aCoverage, environmentId: 'other' };
    const store = async (...entries: readonly object[]) => {
      await archive.write({ entries: [anEntry('a')], coverages: [aCoverage, ofOther], removedKeys: [] });
      expect(await archive.read()).toEqual({ entries: [anEntry('a')], coverages: [aCoverage, ofOther] });
      const database = await openDB(databaseName('activity', API));
      for (const entry of entries) await database.put('entries', entry);
      await database.put('coverages', { environmentId: 'f', knownFrom: null });
      database.close();
    };
    await store({ ...anEntry('y'), at: Number.NaN });
    for (let load = 0; load < 2; load += 1) {
      expect(await archive.read()).toEqual({ entries: [anEntry('a')], coverages: [ofOther] });
    }
    await store({ key: 'x', at: 'yesterday', sources: [] });
    expect(await archive.read()).toEqual({ entries: [anEntry('a')], coverages: [] });
    archive.close();
  });

  it.each([
    ['is missing', undefined],
    [
      'throws',
      {
        open() {
          throw new Error('SecurityError');
        },
      },
    ],
    ['has another version', 'newer'],
  ])('reports that the database is refused when it %s', async (_, replaced) => {
    if (replaced === 'newer') (await openDB(databaseName('activity', API), 7)).close();
    else vi.stubGlobal('indexedDB', replaced);
    const archive = openArchive(API);
    expect(await archive.read()).toBeUndefined();
    expect(await archive.write({ entries: [anEntry('a')], coverages: [], removedKeys: [] })).toBe(false);
    vi.unstubAllGlobals();
  });

  it('reports that the database is refused when it never opens', async () => {
    await expectAfterSilence(() => openArchive(API).read(), undefined);
    vi.unstubAllGlobals();
  });

  it('reports that the database is refused when it opens and never answers a read', async () => {
    const archive = openArchive(API);
    await archive.write({ entries: [anEntry('a')], coverages: [], removedKeys: [] });
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockReturnValue(new IDBRequest());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const read = vi.fn();
    void archive.read().then(read);
    await vi.waitFor(() => expect(IDBObjectStore.prototype.getAll).toHaveBeenCalledTimes(2));
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(read).toHaveBeenCalledWith(undefined);
    archive.close();
  });

  it('closes when the activity is removed, and stores no further entry', async () => {
    const archive = openArchive(API);
    await archive.write({ entries: [anEntry('a')], coverages: [], removedKeys: [] });
    expect((await archive.read())?.entries).toHaveLength(1);
    removeDatabases(API);
    const after = openArchive(API);
    expect(await after.read()).toEqual({ entries: [], coverages: [] });
    expect(await archive.write({ entries: [anEntry('b')], coverages: [], removedKeys: [] })).toBe(false);
    expect(await after.read()).toEqual({ entries: [], coverages: [] });
    after.close();
  });
});
