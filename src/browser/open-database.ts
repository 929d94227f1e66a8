import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { answerInTime } from './answer-in-time.ts';

/** A browser whose database is damaged or blocked may never answer. Milliseconds. */
const MAX_ANSWER_MS = 4_000;

/** Returns the answer of a database. Rejects when it does not come within four seconds. */
export const databaseAnswer = <T>(answer: Promise<T>): Promise<T> => answerInTime(answer, MAX_ANSWER_MS);

/** A database of this browser. It is opened at its first use. */
export type LazyDatabase<Schema extends DBSchema> = {
  /** Rejects if the browser refuses the database, and once it is closed. */
  open(): Promise<IDBPDatabase<Schema>>;
  close(): void;
};

/**
 * Returns the database of a name. `create` creates its stores. A database that another tab removes is closed, and stays
 * closed in this page.
 */
export function lazyDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  create: (database: IDBPDatabase<Schema>) => void,
): LazyDatabase<Schema> {
  let isClosed = false;
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const close = () => {
    isClosed = true;
    opened?.then((database) => database.close()).catch(() => {});
  };
  return {
    close,
    async open() {
      if (isClosed) throw new Error('The database is closed.');
      opened ??= openDB<Schema>(name, version, { upgrade: create, blocking: close, terminated: close });
      const database = await databaseAnswer(opened);
      if (isClosed) database.close();
      return database;
    },
  };
}
