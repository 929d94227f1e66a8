import { useCallback, useSyncExternalStore } from 'react';
import { matchesMedia } from './media.ts';

/** Returns whether a media query matches, and re-renders when that changes; false if the browser cannot evaluate it. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      try {
        const list = matchMedia(query);
        list.addEventListener('change', listener);
        return () => list.removeEventListener('change', listener);
      } catch {
        return () => {};
      }
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchesMedia(query));
}
