import { useSyncExternalStore } from 'react';
import { toServerTime } from './server-now.ts';

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

type Made = string | number | boolean | undefined;

/**
 * Returns what `make` makes of the server's present time, in epoch milliseconds: for ages of what Qovery says. All
 * components share one clock. A component renders again only when the result changes, so make a text or a number.
 */
export const useNow = <T extends Made>(make: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => make(toServerTime(now)));

/** The same by this computer's clock: for what this page plans itself, such as the next request. */
export const useLocalNow = <T extends Made>(make: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => make(now));

export const subscribeToClock = subscribe;
