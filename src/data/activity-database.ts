import { scopedKey } from '#data/api-scope.ts';

/** The name of the database with the activity of one API. */
export const databaseName = (api: string): string => scopedKey('activity', api);

/** Removes the persisted activity of one API. A browser that refuses its database holds none. */
export function removeActivity(api: string): void {
  try {
    globalThis.indexedDB?.deleteDatabase(databaseName(api));
  } catch {
    // Some browsers throw instead of reporting a failure. No activity was persisted there.
  }
}
