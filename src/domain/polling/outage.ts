import { outageWaitMs } from './poll-plan.ts';

/**
 * A time in which no answer can be expected: `ended`, the API refuses the token; `offline`, the browser has no network.
 * A single source is requested at `nextAt`, so that every outage ends by itself. Times are epoch milliseconds.
 */
export type Outage = {
  readonly kind: 'ended' | 'offline';
  readonly since: number;
  readonly tries: number;
  readonly nextAt: number;
};

/** Returns an outage that begins at `now`. The first try follows at once where `triesAtOnce`, else after a minute. */
export const startOutage = (kind: Outage['kind'], now: number, triesAtOnce: boolean): Outage => ({
  kind,
  since: now,
  tries: 0,
  nextAt: now + (triesAtOnce ? 0 : outageWaitMs(0)),
});

/** Returns the outage after a try at `now`: the next try follows after a longer wait. */
export const afterTry = (outage: Outage, now: number): Outage => {
  const tries = outage.tries + 1;
  return { ...outage, tries, nextAt: now + outageWaitMs(tries) };
};
