import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readJson, removeByPrefix, writeJson } from '#browser/json-storage.ts';
import { isStorageRefused, keysOf, onStorageChange, readText, removeText, writeText } from '#browser/storage.ts';
import { refuse, replaceProperty } from '#test/support/refusals.ts';

/** A storage whose keys are its own properties, as in a browser. */
function plainStorage(): Storage {
  const storage = Object.create({
    getItem: (key: string) => storage[key] ?? null,
    setItem: (key: string, text: string) => {
      storage[key] = text;
    },
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
  });
  return storage;
}

let restore: (() => void)[] = [];
const put = (name: string, getter: () => unknown) => restore.push(replaceProperty(globalThis, name, getter));

beforeEach(() => {
  restore = [];
  const [local, session] = [plainStorage(), plainStorage()];
  put('localStorage', () => local);
  put('sessionStorage', () => session);
});
afterEach(() => {
  for (const undo of restore.toReversed()) undo();
});

describe('a storage that works', () => {
  test('stores texts and values in each area until they are removed', () => {
    expect(writeText('local', 'a', 'text')).toBe(true);
    expect(writeJson('session', 'a', { b: [1] })).toBe(true);
    expect(readText('local', 'a')).toBe('text');
    expect(readJson('session', 'a')).toEqual({ b: [1] });
    expect(readJson('local', 'a')).toBeUndefined();
    expect(removeText('local', 'a')).toBe(true);
    expect(readText('local', 'a')).toBeUndefined();
    expect(isStorageRefused('local')).toBe(false);
  });

  test('removes the keys of a prefix, and not those of other programs', () => {
    for (const key of ['ours.a', 'ours.b', 'theirs.c']) writeText('local', key, '1');
    removeByPrefix('local', 'ours.');
    expect(keysOf('local')).toEqual(['theirs.c']);
  });

  test('notifies of changes in other tabs until the subscription ends', () => {
    const target = new EventTarget();
    vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
    vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
    const heard: (string | null)[] = [];
    const end = onStorageChange((key) => heard.push(key));
    target.dispatchEvent(Object.assign(new Event('storage'), { key: 'a' }));
    target.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
    end();
    target.dispatchEvent(Object.assign(new Event('storage'), { key: 'b' }));
    vi.unstubAllGlobals();
    expect(heard).toEqual(['a', null]);
  });
});

test.each<[string, () => unknown]>([
  ['missing', () => undefined],
  ['null', () => null],
  ['refused on touch', refuse],
  ['refused on each call', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })],
  ['without any method', () => ({})],
])('reads as empty and refuses writes when the storage is %s', (_, storage) => {
  put('localStorage', storage);
  expect(readText('local', 'a')).toBeUndefined();
  expect(readJson('local', 'a')).toBeUndefined();
  expect(writeText('local', 'a', 'text')).toBe(false);
  expect(removeText('local', 'a')).toBe(false);
  expect(() => removeByPrefix('local', 'a')).not.toThrow();
  expect(isStorageRefused('local')).toBe(true);
});

test('returns false and keeps the old text when the storage is full', () => {
  writeText('local', 'a', 'old');
  const full = plainStorage();
  Object.assign(Object.getPrototypeOf(full), { getItem: () => 'old', setItem: refuse });
  put('localStorage', () => full);
  expect(writeText('local', 'a', 'new')).toBe(false);
  expect(readText('local', 'a')).toBe('old');
});
