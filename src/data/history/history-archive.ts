import type { DBSchema, IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import { databaseAnswer, lazyDatabase } from '#browser/open-database.ts';
import { databaseName } from '#data/api-databases.ts';
import { storedDeployment } from '#data/stored-deployment.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { SHORT_PAGE_SIZE } from './history-queries.ts';

const VERSION = 1;
/** About 4 kB each. */
const MAX_HISTORIES = 1_000;
const MAX_AGE_MS = 30 * 86_400_000;

/** A history as an earlier page fetched it, oldest deployment first. */
export type KeptHistory = {
  readonly environmentId: string;
  /** Epoch milliseconds at which it was fetched. */
  readonly keptAt: number;
  readonly deployments: readonly Deployment[];
};

type Schema = DBSchema & {
  readonly histories: {
    readonly key: string;
    readonly value: KeptHistory;
    readonly indexes: { readonly keptAt: number };
  };
};

type Store = IDBPObjectStore<Schema, ['histories'], 'histories', 'readwrite'>;

/** The histories of one API in this browser's IndexedDB. */
export type HistoryArchive = {
  /** Resolves with the kept histories; none if the browser refuses its database. Never rejects. */
  read(): Promise<readonly KeptHistory[]>;
  /** Keeps histories in place of those of the same environments. Never rejects: a refused history is not kept. */
  write(histories: readonly KeptHistory[]): Promise<void>;
  close(): void;
};

const keptHistory = v.object({
  environmentId: v.string(),
  keptAt: v.pipe(v.number(), v.minValue(0)),
  deployments: v.pipe(v.array(storedDeployment), v.maxLength(SHORT_PAGE_SIZE)),
});

/** Removes the histories that are too old, and the oldest of too many. */
async function prune(store: Store): Promise<void> {
  const minKeptAt = Date.now() - MAX_AGE_MS;
  let excess = (await store.count()) - MAX_HISTORIES;
  let cursor = await store.index('keptAt').openCursor();
  while (cursor && (excess > 0 || cursor.key < minKeptAt)) {
    await cursor.delete();
    excess -= 1;
    cursor = await cursor.continue();
  }
}

/** Histories that are validated, or restored, in one task: a thousand would block the page for a tenth of a second. */
const PER_TASK = 50;

/** Calls `work` for each item, and lets the page run other tasks in between. */
export async function forEachInTasks<T>(items: readonly T[], work: (item: T, at: number) => void): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % PER_TASK === 0) await new Promise((resolve) => setTimeout(resolve));
    work(item, at);
  }
}

/** Returns the stored values, unchecked, and their keys. */
async function readAll(store: Store): Promise<readonly [keys: readonly string[], values: readonly unknown[]]> {
  await prune(store);
  return Promise.all([store.getAllKeys(), store.getAll()]);
}

/** Opens the kept histories of one API: at most 1,000 of the last 30 days. */
export function openHistoryArchive(api: string): HistoryArchive {
  const { open, close } = lazyDatabase<Schema>(databaseName('histories', api), VERSION, (database) => {
    database.createObjectStore('histories', { keyPath: 'environmentId' }).createIndex('keptAt', 'keptAt');
  });
  /** Resolves with undefined when the browser refuses its database. */
  const change = async <T>(work: (store: Store) => Promise<T>): Promise<T | undefined> => {
    try {
      const transaction = (await open()).transaction('histories', 'readwrite');
      const [result] = await databaseAnswer(Promise.all([work(transaction.store), transaction.done]));
      return result;
    } catch {
      return undefined;
    }
  };
  return {
    close,
    async read() {
      const [keys, values] = (await change(readAll)) ?? [[], []];
      const usable: KeptHistory[] = [];
      const damagedKeys: string[] = [];
      await forEachInTasks(values, (value, at) => {
        const { success, output } = v.safeParse(keptHistory, value);
        // A time in the future comes from a clock that was set back.
        if (success && output.keptAt <= Date.now()) usable.push(output);
        else damagedKeys.push(...keys.slice(at, at + 1));
      });
      if (damagedKeys.length > 0) await change((store) => Promise.all(damagedKeys.map((key) => store.delete(key))));
      return usable;
    },
    async write(histories) {
      await change(async (store) => {
        await Promise.all(histories.map((history) => store.put(history)));
        await prune(store);
      });
    },
  };
}
