import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Something made of the present time, by the one clock that all share. The component renders again only when what it
 * makes changes, so make a text or a number, not the time itself.
 */
export function useNow<T extends string | number | boolean | undefined>(make: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => make(now));
}

export const subscribeToClock = subscribe;
