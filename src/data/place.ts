import { createContext, use, useSyncExternalStore } from 'react';

/** Where the page is: the parts of its address that it writes itself, and what its entry of the history knows besides. */
export type Place = {
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  /** Another one for each entry, the same again when it is come back to. */
  readonly key: string;
};

type Target = { readonly search: string; readonly hash: string };
type GoOptions = { readonly replace?: boolean; readonly state?: unknown };

/** The history that the page goes through. Tests have one of their own. */
export type Places = {
  readonly get: () => Place;
  readonly subscribe: (listener: () => void) => () => void;
  /** Adds an entry to the history, or replaces the present one. The path stays. */
  readonly go: (to: Target, options?: GoOptions) => void;
};

/** `usr` and `key` are what earlier versions of this page wrote, so that their entries are read as well. */
function look(): Place {
  const { search, hash } = location;
  const entry: unknown = history.state;
  const { usr = null, key = 'default' } = typeof entry === 'object' && entry !== null ? (entry as Entry) : {};
  return { search, hash, state: usr, key };
}
type Entry = { readonly usr?: unknown; readonly key?: string };

/** The browser's own history. */
function openPlaces(): Places {
  const listeners = new Set<() => void>();
  let present = look();
  const tell = () => {
    present = look();
    for (const listener of listeners) listener();
  };
  addEventListener('popstate', tell);
  return {
    get: () => present,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go({ search, hash }, { replace = false, state } = {}) {
      const entry: Entry = { usr: state ?? null, key: Math.random().toString(36).slice(2, 10) };
      const address = `${location.pathname}${search}${hash}`;
      try {
        history[replace ? 'replaceState' : 'pushState'](entry, '', address);
      } catch {
        // Some browsers refuse a hundred entries in half a minute: then the page is loaded anew at its place.
        location.assign(address);
      }
      tell();
    },
  };
}

export const PlacesContext = createContext<Places | undefined>(undefined);

let own: Places | undefined;

function usePlaces(): Places {
  const given = use(PlacesContext);
  if (given) return given;
  own ??= openPlaces();
  return own;
}

export function usePlace(): Place {
  const { subscribe, get } = usePlaces();
  return useSyncExternalStore(subscribe, get);
}

/** Goes to another address of this page. Always the same function. */
export const useGo = (): Places['go'] => usePlaces().go;
