import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';
import { toServerTime } from './server-now.ts';

const TICK_MS = 1_000;
let now = Date.now();
const ticks = createEmitter(() => {
  const timer = setInterval(() => {
    now = Date.now();
    ticks.notify();
  }, TICK_MS);
  return () => clearInterval(timer);
});

function subscribe(listener: () => void): () => void {
  now = Date.now();
  return ticks.subscribe(listener);
}

type Derived = string | number | boolean | undefined;

/**
 * Returns the value that `derive` computes from the server's time, in epoch milliseconds. Use it for ages of Qovery's data.
 *
 * All components share one timer, which ticks each second. A component re-renders only when the derived value changes.
 */
export const useNow = <T extends Derived>(derive: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => derive(toServerTime(now)));

/** Like `useNow`, with this computer's time. Use it for times that this page plans, such as the next request. */
export const useLocalNow = <T extends Derived>(derive: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => derive(now));

/** Calls the listener each second. Returns a function that ends the subscription. */
export const subscribeToClock = subscribe;
