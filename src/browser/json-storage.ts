import { keysOf, readText, removeText, type StorageArea, writeText } from './storage.ts';

/** Returns the value stored under `key`, unchecked; undefined when it is missing or damaged or the storage is refused. */
export function readJson(area: StorageArea, key: string): unknown {
  const text = readText(area, key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Stores `value` as JSON. Returns false when the storage is refused or full: then the old value is still there. */
export const writeJson = (area: StorageArea, key: string, value: unknown): boolean =>
  writeText(area, key, JSON.stringify(value));

/** Removes every key that starts with `prefix`. */
export function removeByPrefix(area: StorageArea, prefix: string): void {
  for (const key of keysOf(area)) if (key.startsWith(prefix)) removeText(area, key);
}
