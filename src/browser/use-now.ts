import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
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

/**
 * Like `useClockText`, with this computer's time.
 *
 * React renders no text into the element, so neither overwrites the other. A page translator may replace the text: the
 * next text replaces the translation.
 */
export function useLocalClockText<E extends HTMLElement>(derive: (now: number) => string): RefObject<E | null> {
  const ref = useRef<E>(null);
  const written = useRef('');
  const write = useEffectEvent(() => {
    const { current } = ref;
    const text = derive(now);
    // A new element has no text yet.
    if (!current || (text === written.current && current.firstChild)) return;
    current.textContent = text;
    written.current = text;
  });
  useLayoutEffect(() => write());
  useEffect(() => {
    const end = subscribe(() => write());
    // The time of the last tick may be old when nothing was subscribed.
    write();
    return end;
  }, []);
  return ref;
}

/**
 * Returns a `ref` for an element without children, which then shows the text that `derive` computes from the server's time.
 *
 * The clock writes into the element: hundreds of ages that change each second render no component.
 */
export const useClockText = <E extends HTMLElement>(derive: (now: number) => string): RefObject<E | null> =>
  useLocalClockText<E>((localNow) => derive(toServerTime(localNow)));

/** Calls the listener each second. Returns a function that ends the subscription. */
export const subscribeToClock = subscribe;
