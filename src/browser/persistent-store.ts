import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { isStorageRefused, onStorageChange, readText } from './storage.ts';
import { writeUserText } from './user-data-storage.ts';

/** One thing kept in this browser's storage and shared by its tabs. Works, for this tab, where storage is refused. */
export type PersistentStore<T> = {
  get(): T;
  /** Returns false when the value lasts only until the page is closed: the storage is refused or full. */
  set(next: T): boolean;
  /** Tells of changes here and in other tabs. */
  subscribe(listener: () => void): () => void;
};

type Options<T> = {
  /** A function where the key depends on the page's API, which is known only once `config.json` is read. */
  readonly key: string | (() => string);
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
export function createPersistentStore<T>({ key, version, schema, initial, migrate }: Options<T>): PersistentStore<T> {
  const listeners = new Set<() => void>();
  const keyNow = typeof key === 'string' ? () => key : key;
  let raw: string | undefined;
  let unfollow = () => {};
  let value = initial;
  let isForeign = false;

  const parse = (text: string | undefined): T => {
    isForeign = false;
    if (text === undefined) return initial;
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
    const text = readText('local', keyNow());
    // Where storage is full, or refused from now on, `value` holds for this tab.
    if (text !== raw && !(text === undefined && isStorageRefused('local'))) {
      value = parse(text);
      raw = text;
    }
    return value;
  };
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const onChange = (changed: string | null) => {
    if (changed === keyNow() || changed === null) notify();
  };

  return {
    get,
    set(next) {
      get();
      value = next;
      const text = JSON.stringify({ version, value: next });
      const isKept = !isForeign && writeUserText('local', keyNow(), text);
      if (isKept) raw = text;
      notify();
      return isKept;
    },
    subscribe(listener) {
      if (listeners.size === 0) unfollow = onStorageChange(onChange);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) unfollow();
      };
    },
  };
}

export const usePersistentStore = <T>(store: PersistentStore<T>): T => useSyncExternalStore(store.subscribe, store.get);
