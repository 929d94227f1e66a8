import { scopedKey } from '#data/api-scope.ts';

const KINDS = ['activity', 'histories'] as const;

/** The name of the database with the activity, or with the histories of cards, of one API. */
export const databaseName = (kind: (typeof KINDS)[number], api: string): string => scopedKey(kind, api);

/** Removes the databases of one API. A browser that refuses its databases holds none. */
export function removeDatabases(api: string): void {
  try {
    for (const kind of KINDS) globalThis.indexedDB?.deleteDatabase(databaseName(kind, api));
  } catch {
    // Some browsers throw instead of reporting a failure. Nothing was persisted there.
  }
}
