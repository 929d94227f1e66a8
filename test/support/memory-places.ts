import type { Place, Places } from '#data/place.ts';

/** A history of a test's own, with the buttons of a browser. */
export function memoryPlaces({ search, hash }: Pick<Place, 'search' | 'hash'>) {
  const listeners = new Set<() => void>();
  let entries: readonly Place[] = [{ search, hash, state: null, key: 'default' }];
  let at = 0;
  let count = 0;
  const present = (): Place => {
    const entry = entries[at];
    if (!entry) throw new Error('the history has no such entry');
    return entry;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const move = (by: number) => {
    at = Math.min(Math.max(0, at + by), entries.length - 1);
    tell();
  };
  const places: Places = {
    get: present,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(to, { replace = false, state } = {}) {
      count += 1;
      const entry = { ...to, state: state ?? null, key: `entry ${count}` };
      entries = [...entries.slice(0, replace ? at : at + 1), entry];
      at = entries.length - 1;
      tell();
    },
  };
  return { places, back: () => move(-1), forward: () => move(1) };
}
