import type { Window } from './delivery-window.ts';
import type { Delivered, Measures } from './measure-delivery.ts';
import { MIN_DEPLOYMENTS } from './measure-delivery.ts';

export type Trend = { readonly direction: 'up' | 'down' | 'same'; readonly before: number };

/** Two values that differ by less than this part of the earlier one are the same. */
const SAME_PART = 0.02;

/** Returns how a value compares with the one before; undefined when either is unknown. */
export function trendOf(now: number | undefined, before: number | undefined): Trend | undefined {
  if (now === undefined || before === undefined) return undefined;
  if (Math.abs(now - before) <= SAME_PART * Math.abs(before)) return { direction: 'same', before };
  return { direction: now > before ? 'up' : 'down', before };
}

/** True when a window has enough deployments for a rate. */
export const hasRates = ({ deployments }: Pick<Measures, 'deployments'>): boolean => deployments >= MIN_DEPLOYMENTS;

/** Returns the deployments of which a measure tells: those that succeeded, failed, recovered, or have a lead or a duration. */
export const countsOf = ({ succeeded, failed, recovery, lead, duration }: Measures) => ({
  frequency: succeeded,
  failureRate: failed,
  recovery: recovery.recovered,
  lead: lead.measured,
  duration: duration.measured,
});

/** True when the history of every environment reaches to the start of a window. */
export const isCovered = (environments: readonly Delivered[], { from }: Window): boolean =>
  environments.every(({ knownFrom }) => knownFrom <= from);
