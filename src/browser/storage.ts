/** `local` outlives the tab and is shared by all tabs of the origin; `session` belongs to one tab. */
export type StorageArea = 'local' | 'session';

/** Returns undefined where the browser lacks the storage or refuses it. Reading the property alone can throw. */
function storageOf(area: StorageArea): Storage | undefined {
  try {
    return (area === 'local' ? globalThis.localStorage : globalThis.sessionStorage) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Returns the text stored under `key`; undefined when there is none or the storage is refused. */
export function readText(area: StorageArea, key: string): string | undefined {
  try {
    return storageOf(area)?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether the browser refuses to read from an area, as opposed to holding nothing in it. */
export function isStorageRefused(area: StorageArea): boolean {
  try {
    return storageOf(area)?.getItem('') === undefined;
  } catch {
    return true;
  }
}

/** Stores `text` under `key`. Returns false when the storage is refused or full: then the old text is still there. */
export function writeText(area: StorageArea, key: string, text: string): boolean {
  try {
    const storage = storageOf(area);
    storage?.setItem(key, text);
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** Removes `key`. Returns false when the storage is refused. */
export function removeText(area: StorageArea, key: string): boolean {
  try {
    const storage = storageOf(area);
    storage?.removeItem(key);
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** Returns every key of an area, including those of other programs on this origin; none when the storage is refused. */
export function keysOf(area: StorageArea): readonly string[] {
  try {
    return Object.keys(storageOf(area) ?? {});
  } catch {
    return [];
  }
}

/** Returns the number of all keys of an area; 0 when the storage is refused. */
export function countKeys(area: StorageArea): number {
  try {
    return storageOf(area)?.length ?? 0;
  } catch {
    return 0;
  }
}

/**
 * Calls `listener` when another tab changes the local storage: with the key, or with null when that tab cleared the whole
 * storage. Returns a function that ends the subscription.
 */
export function onStorageChange(listener: (key: string | null) => void): () => void {
  const onStorage = ({ key }: StorageEvent) => listener(key);
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}
