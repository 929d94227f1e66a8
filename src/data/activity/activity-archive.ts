import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { databaseName } from '#data/activity-database.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Coverage } from '#domain/activity/coverage.ts';
import { readContent } from './archive-schema.ts';

const VERSION = 1;
/** A browser whose database is damaged or blocked may never answer. Milliseconds. */
const MAX_ANSWER_MS = 4_000;

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

const within = async <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time.')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
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

/** Opens the archive of one API. A database that another tab removes is closed, and stays closed in this page. */
export function openArchive(api: string): ActivityArchive {
  let isClosed = false;
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const close = () => {
    isClosed = true;
    opened?.then((database) => database.close()).catch(() => {});
  };
  const open = async () => {
    if (isClosed) throw new Error('The archive is closed.');
    opened ??= openDB<Schema>(databaseName(api), VERSION, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'key' });
        database.createObjectStore('coverages', { keyPath: 'environmentId' });
      },
      blocking: close,
      terminated: close,
    });
    const database = await within(opened, MAX_ANSWER_MS);
    if (isClosed) database.close();
    return database;
  };
  return {
    close,
    async read() {
      try {
        const database = await open();
        const content = Promise.all([database.getAll('entries'), database.getAll('coverages')]);
        const [entries, coverages] = await within(content, MAX_ANSWER_MS);
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
