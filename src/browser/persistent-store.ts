import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createEmitter } from '#domain/emitter.ts';
import { isStorageRefused, onStorageChange, readText } from './storage.ts';
import { writeUserText } from './user-data-storage.ts';

/** A value that is persisted in local storage and shared by all tabs. Without storage it lasts for this tab only. */
export type PersistentStore<T> = {
  get(): T;
  /** Returns false when the value lasts only until the page is closed: the storage is refused or full. */
  set(next: T): boolean;
  /** Calls `listener` after each change in this tab or another. Returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
};

type Options<T> = {
  /** A function when the key depends on the page's API, which `config.json` names after the module is loaded. */
  readonly key: string | (() => string);
  /** Version of the written value. Raise it when older values do not fit `schema`, and extend `migrate`. */
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly initial: T;
  /** Converts an older version's value to the current form; undefined when that is impossible. */
  readonly migrate?: (value: unknown, version: number) => unknown;
  /** Returns the value to write: `next`, and what `schema` could not read of the stored text. */
  readonly write?: (next: T, stored: string | undefined) => unknown;
};

const envelope = v.object({ version: v.pipe(v.number(), v.integer()), value: v.unknown() });

/**
 * Creates a store for one key of the local storage. Never throws.
 *
 * It migrates a value that an older version wrote, and ignores a damaged one. A value that a newer version wrote stays
 * untouched: changes then last until the page is closed, because this version would destroy data that it cannot read.
 */
export function createPersistentStore<T>({
  key,
  version,
  schema,
  initial,
  migrate,
  write,
}: Options<T>): PersistentStore<T> {
  const keyNow = typeof key === 'string' ? () => key : key;
  let raw: string | undefined;
  let value = initial;
  let isNewer = false;

  const parse = (text: string | undefined): T => {
    isNewer = false;
    if (text === undefined) return initial;
    try {
      const stored = v.parse(envelope, JSON.parse(text));
      isNewer = stored.version > version;
      if (isNewer) return initial;
      const current = stored.version === version ? stored.value : migrate?.(stored.value, stored.version);
      return v.parse(schema, current);
    } catch {
      return initial;
    }
  };
  const get = (): T => {
    const text = readText('local', keyNow());
    // When the storage is full or refused, this tab continues with `value`.
    if (text !== raw && !(text === undefined && isStorageRefused('local'))) {
      value = parse(text);
      raw = text;
    }
    return value;
  };
  const emitter = createEmitter(() =>
    onStorageChange((changed) => {
      if (changed === keyNow() || changed === null) emitter.notify();
    }),
  );

  return {
    get,
    set(next) {
      get();
      value = next;
      const text = JSON.stringify({ version, value: write?.(next, raw) ?? next });
      const isStored = !isNewer && writeUserText('local', keyNow(), text);
      if (isStored) raw = text;
      emitter.notify();
      return isStored;
    },
    subscribe: emitter.subscribe,
  };
}

/** Returns the value of a store, and re-renders when any tab changes it. */
export const usePersistentStore = <T>(store: PersistentStore<T>): T => useSyncExternalStore(store.subscribe, store.get);
