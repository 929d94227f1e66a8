import type { KnownDays } from '#domain/delivery/delivery-window.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { figures, plural } from './common.ts';
import type { Measure } from './delivery.ts';

const inDays = (days: number): string => `in ${plural(days, 'day')}`;
/** The days of the period, or those of it that the histories tell. */
const inKnownDays = (days: number, { least, most }: KnownDays): string => {
  if (least >= days) return inDays(days);
  return least === most
    ? `in ${plural(least, 'known day')}`
    : `in the ${least} to ${most} days known of each environment`;
};
const deployments = (count: number): string => plural(count, 'deployment');

/** The deployments on which each measure rests. */
export function basisText(measure: Measure, measures: Measures, days: number, known: KnownDays): string {
  const { deployments: all, succeeded, failed, recovery, lead, duration } = measures;
  switch (measure) {
    case 'frequency':
      return `from ${plural(succeeded, 'successful deployment')} ${inKnownDays(days, known)}`;
    case 'failureRate':
      return `from ${deployments(all)} ${inKnownDays(days, known)}, ${figures(failed)} failed`;
    case 'recovery':
      return failed === 0
        ? `from ${deployments(all)}, none failed`
        : `from ${figures(recovery.recovered)} of ${plural(failed, 'failed deployment')}${stillText(recovery.stillFailing)}`;
    case 'lead':
      return `from ${figures(lead.measured)} of ${figures(lead.changes)} with a known commit`;
    case 'duration':
      return `from ${deployments(duration.measured)}`;
    default:
      return measure satisfies never;
  }
}

const stillText = (count: number): string =>
  count === 0 ? '' : `; ${figures(count)} ${count === 1 ? 'is' : 'are'} still failing`;
