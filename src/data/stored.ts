import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

/** One thing kept in this browser's storage and shared by its tabs. Works, for this tab, where storage is refused. */
export type Stored<T> = {
  get(): T;
  set(next: T): void;
  /** Tells of changes here and in other tabs. */
  subscribe(listener: () => void): () => void;
};

type Options<T> = {
  readonly key: string;
  /** Of what is written now. Raise it with a change of `schema` that older values do not fit, and add to `migrate`. */
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly initial: T;
  /** An older version's value in the form of the present one; undefined when it cannot be used. */
  readonly migrate?: (value: unknown, version: number) => unknown;
};

const envelope = v.object({ version: v.pipe(v.number(), v.integer()), value: v.unknown() });

/**
 * Reads what an older version wrote, ignores what is damaged, and leaves alone what a newer one wrote: then changes
 * last until the page is closed, rather than destroy what this version cannot read.
 */
export function stored<T>({ key, version, schema, initial, migrate }: Options<T>): Stored<T> {
  const listeners = new Set<() => void>();
  let raw: string | null | undefined;
  let value = initial;
  let isForeign = false;

  const parse = (text: string | null): T => {
    isForeign = false;
    if (text === null) return initial;
    try {
      const kept = v.parse(envelope, JSON.parse(text));
      isForeign = kept.version > version;
      if (isForeign) return initial;
      const current = kept.version === version ? kept.value : migrate?.(kept.value, kept.version);
      return v.parse(schema, current);
    } catch {
      return initial;
    }
  };
  const get = (): T => {
    try {
      const text = localStorage.getItem(key);
      if (text !== raw) {
        value = parse(text);
        raw = text;
      }
    } catch {
      // Storage is refused: `value` holds for this tab.
    }
    return value;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key === key || event.key === null) tell();
  };

  return {
    get,
    set(next) {
      get();
      value = next;
      if (!isForeign) {
        try {
          const text = JSON.stringify({ version, value: next });
          localStorage.setItem(key, text);
          raw = text;
        } catch {
          // Storage is full or refused: `value` holds for this tab.
        }
      }
      tell();
    },
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', onStorage);
      };
    },
  };
}

export const useStored = <T>(store: Stored<T>): T => useSyncExternalStore(store.subscribe, store.get);
