import { useSyncExternalStore } from 'react';
import { NO_SKEW, NOTABLE_SKEW_MS, type Skew } from '#domain/server-clock.ts';

/**
 * The time of the server that the board shows, as far as its dates tell it: ages of what the server says must not depend
 * on this computer's clock. What this page plans for itself (intervals, backoff, the ledger) stays on `Date.now()`.
 */
let skew: Skew = NO_SKEW;
const listeners = new Set<() => void>();

export const skewNow = (): Skew => skew;

/** Server time, in epoch milliseconds; this computer's where no skew is known. */
export const serverNow = (): number => Date.now() - skew.ms;

/** A moment of this computer's clock as server time. Both are epoch milliseconds. */
export const toServerTime = (localMs: number): number => localMs - skew.ms;

/** Takes over a skew that this tab, or the tab that polls, has measured. */
export function takeSkew(next: Skew): void {
  if (next.ms === skew.ms && next.isCertain === skew.isCertain) return;
  skew = next;
  for (const listener of listeners) listener();
}

/** A source of the skew, which notifies of each change. */
type SkewSource = { readonly skew: () => Skew; readonly subscribe: (listener: () => void) => () => void };

/** Follows one server's time until the function returned is called: then nothing is known of any skew. */
export function followServerTime(time: SkewSource): () => void {
  const take = () => takeSkew(time.skew());
  take();
  const stop = time.subscribe(take);
  return () => {
    stop();
    takeSkew(NO_SKEW);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const notableMs = (): number | undefined =>
  skew.isCertain && Math.abs(skew.ms) > NOTABLE_SKEW_MS ? skew.ms : undefined;

/** Milliseconds by which this computer's clock is ahead (negative: behind), when that is certain and worth a sentence. */
export const useClockSkew = (): number | undefined => useSyncExternalStore(subscribe, notableMs);
