import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';
import { NO_SKEW, NOTABLE_SKEW_MS, type Skew } from '#domain/server-clock.ts';

/**
 * How far this computer's clock is ahead of the server's. Ages of server data use the server's time, because this
 * computer's clock may be wrong. Intervals, backoff and the request ledger use `Date.now()`.
 */
let skew: Skew = NO_SKEW;
const emitter = createEmitter();

/** Returns the present skew: its milliseconds, and whether it is certain. */
export const skewNow = (): Skew => skew;

/** Returns the server's time in epoch milliseconds; this computer's time when no skew is measured. */
export const serverNow = (): number => Date.now() - skew.ms;

/** Converts this computer's time to the server's. Both are epoch milliseconds. */
export const toServerTime = (localMs: number): number => localMs - skew.ms;

/** Stores a skew that this tab or the leader tab measured, and notifies subscribers of a change. */
export function takeSkew(next: Skew): void {
  if (next.ms === skew.ms && next.isCertain === skew.isCertain) return;
  skew = next;
  emitter.notify();
}

/** A source of the skew, which notifies of each change. */
type SkewSource = { readonly skew: () => Skew; readonly subscribe: (listener: () => void) => () => void };

/** Follows one server's skew. Returns a function that stops this and resets the skew. */
export function followServerTime(time: SkewSource): () => void {
  const take = () => takeSkew(time.skew());
  take();
  const stop = time.subscribe(take);
  return () => {
    stop();
    takeSkew(NO_SKEW);
  };
}

const notableMs = (): number | undefined =>
  skew.isCertain && Math.abs(skew.ms) > NOTABLE_SKEW_MS ? skew.ms : undefined;

/** Returns the milliseconds by which this computer's clock is ahead (negative: behind); undefined when small or uncertain. */
export const useClockSkew = (): number | undefined => useSyncExternalStore(emitter.subscribe, notableMs);
