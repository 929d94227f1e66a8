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

/** Says which ticks of the clock need no new text. */
export type Constancy = {
  /** Returns what the text depends on beside the time and the component's props. Compared by identity at each tick. */
  readonly source?: () => unknown;
  /** Returns the time until which the text stays the same, on the clock of `derive`. */
  readonly changesAt: (now: number) => number;
};

/** Shows a text in an element. A text node that is alone in the element stays: to replace it costs twice the time. */
function showText(element: HTMLElement, text: string): void {
  const { firstChild } = element;
  if (firstChild instanceof Text && firstChild === element.lastChild) firstChild.data = text;
  else element.textContent = text;
}

function useTickText<E extends HTMLElement>(
  toTime: (localNow: number) => number,
  derive: (now: number) => string,
  constancy: Constancy | undefined,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  const written = useRef({ text: '', source: undefined as unknown, from: 0, until: 0 });
  const write = useEffectEvent((isTick: boolean) => {
    const { current: element } = ref;
    const { current: last } = written;
    const time = toTime(now);
    const source = constancy?.source?.();
    if (!element || (isTick && source === last.source && time >= last.from && time < last.until)) return;
    const text = derive(time);
    // A new element has no text yet.
    if (text !== last.text || !element.firstChild) showText(element, text);
    written.current = { text, source, from: time, until: constancy?.changesAt(time) ?? time };
  });
  useLayoutEffect(() => write(false));
  useEffect(() => {
    const end = subscribe(() => write(true));
    // The time of the last tick may be old when nothing was subscribed.
    write(false);
    return end;
  }, []);
  return ref;
}

const sameTime = (localNow: number): number => localNow;

/**
 * Like `useClockText`, with this computer's time.
 *
 * React renders no text into the element, so neither overwrites the other. A page translator may replace the text: the
 * next text replaces the translation.
 */
export const useLocalClockText = <E extends HTMLElement>(
  derive: (now: number) => string,
  constancy?: Constancy,
): RefObject<E | null> => useTickText<E>(sameTime, derive, constancy);

/**
 * Returns a `ref` for an element without children, which then shows the text that `derive` computes from the server's time.
 *
 * The clock writes into the element: hundreds of ages that change each second render no component. With `constancy`, it
 * does not even derive a text that cannot have changed.
 */
export const useClockText = <E extends HTMLElement>(
  derive: (now: number) => string,
  constancy?: Constancy,
): RefObject<E | null> => useTickText<E>(toServerTime, derive, constancy);

/** Calls the listener each second. Returns a function that ends the subscription. */
export const subscribeToClock = subscribe;
