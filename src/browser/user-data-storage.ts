import { removeByPrefix } from './json-storage.ts';
import { type StorageArea, writeText } from './storage.ts';

/** Prefixes of caches (readings, names and versions of every API on this host) that are removed when user data needs the space. */
const CACHES = ['envboard.readings', 'envboard.names', 'envboard.versions'];

/** Stores user data. Returns false when the storage is refused, or full even without the caches. */
export function writeUserText(area: StorageArea, key: string, text: string): boolean {
  if (writeText(area, key, text)) return true;
  for (const prefix of CACHES) removeByPrefix('local', prefix);
  return writeText(area, key, text);
}
