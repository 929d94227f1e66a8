import { removeByPrefix } from './json-storage.ts';
import { type StorageArea, writeText } from './storage.ts';

/** What can be requested again gives way to what the user made: names and readings, of every API on this host. */
const CACHES = ['envboard.readings', 'envboard.names'];

/** Stores what the user made. Returns false when it is not stored: the storage is refused, or full even without caches. */
export function writeUserText(area: StorageArea, key: string, text: string): boolean {
  if (writeText(area, key, text)) return true;
  for (const prefix of CACHES) removeByPrefix('local', prefix);
  return writeText(area, key, text);
}
