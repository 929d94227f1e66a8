import { keysOf, readText } from '#browser/storage.ts';
import { LAST_BOARD, STORAGE_AREAS } from './old-keys.ts';

/** The keys of an older version. The keys of this version end with the API. */
const OLD_KEY = /^envboard\.(?:(?:names|readings)\.|(?:connection|token-owners|snoozes)$)/;

let move: ((api: string) => void) | undefined;

/**
 * Fetches the code of `moveOldStorage` where this browser holds data of an older version. Call it before the page enters an
 * API. Never rejects: without the code, the data stays for the next page.
 */
export async function loadMigration(): Promise<void> {
  const isOld =
    STORAGE_AREAS.some((area) => keysOf(area).some((key) => OLD_KEY.test(key))) ||
    // An older version stored the path of an API, and this one stores the address.
    readText('local', LAST_BOARD)?.includes('"/');
  if (isOld) move = await import('./migrate-storage.ts').then((part) => part.moveStorage).catch(() => undefined);
}

/** Moves the data that an older version stored for `api`, its address in `config.json`, if `loadMigration` found any. */
export const moveOldStorage = (api: string): void => move?.(api);
