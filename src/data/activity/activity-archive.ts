import type { DBSchema, IDBPDatabase } from 'idb';
import { databaseAnswer, lazyDatabase } from '#browser/open-database.ts';
import { databaseName } from '#data/api-databases.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Coverage } from '#domain/activity/coverage.ts';
import { readContent } from './archive-schema.ts';

const VERSION = 1;

type Schema = DBSchema & {
  readonly entries: { readonly key: string; readonly value: ActivityEntry };
  readonly coverages: { readonly key: string; readonly value: Coverage };
};

export type ArchiveContent = { readonly entries: readonly ActivityEntry[]; readonly coverages: readonly Coverage[] };

type ArchiveChange = ArchiveContent & { readonly removedKeys: readonly string[] };

/** The activity of one API in this browser's IndexedDB. */
export type ActivityArchive = {
  /** Resolves with the stored activity; undefined if the browser refuses its database. Never rejects. */
  read(): Promise<ArchiveContent | undefined>;
  /** Resolves with false when nothing was stored. Never rejects. */
  write(change: ArchiveChange): Promise<boolean>;
  close(): void;
};

/** Removes damaged entries together with the coverages that they make untrue, so that one load requests them again. */
async function removeAll(
  database: IDBPDatabase<Schema>,
  entryKeys: readonly string[],
  environmentIds: readonly string[],
): Promise<void> {
  const transaction = database.transaction(['entries', 'coverages'], 'readwrite');
  const [entryStore, coverageStore] = [transaction.objectStore('entries'), transaction.objectStore('coverages')];
  await Promise.all([
    ...entryKeys.map((key) => entryStore.delete(key)),
    ...environmentIds.map((id) => coverageStore.delete(id)),
    transaction.done,
  ]);
}

/** Opens the archive of one API. */
export function openArchive(api: string): ActivityArchive {
  const { open, close } = lazyDatabase<Schema>(databaseName('activity', api), VERSION, (database) => {
    database.createObjectStore('entries', { keyPath: 'key' });
    database.createObjectStore('coverages', { keyPath: 'environmentId' });
  });
  return {
    close,
    async read() {
      try {
        const database = await open();
        const content = Promise.all([database.getAll('entries'), database.getAll('coverages')]);
        const [entries, coverages] = await databaseAnswer(content);
        const { damagedKeys, uncovered, ...usable } = readContent(entries, coverages);
        if (damagedKeys.length > 0) await removeAll(database, damagedKeys, uncovered).catch(() => {});
        return usable;
      } catch {
        return undefined;
      }
    },
    async write({ entries, coverages, removedKeys }) {
      try {
        const database = await open();
        const transaction = database.transaction(['entries', 'coverages'], 'readwrite');
        const [entryStore, coverageStore] = [transaction.objectStore('entries'), transaction.objectStore('coverages')];
        await Promise.all([
          ...removedKeys.map((key) => entryStore.delete(key)),
          ...entries.map((entry) => entryStore.put(entry)),
          ...coverages.map((coverage) => coverageStore.put(coverage)),
          transaction.done,
        ]);
        return true;
      } catch {
        return false;
      }
    },
  };
}
