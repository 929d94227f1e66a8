import type { KnownDays } from '#domain/delivery/delivery-window.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { figures, plural } from './common.ts';
import type { Measure } from './delivery.ts';

/** After "aus" and "in". */
const inDays = (days: number): string => `in ${plural(days, 'Tag', 'Tagen')}`;
/** The days of the period, or those of it that the histories tell. */
const inKnownDays = (days: number, { least, most }: KnownDays): string => {
  if (least >= days) return inDays(days);
  return least === most
    ? `in ${plural(least, 'bekannten Tag', 'bekannten Tagen')}`
    : `in den ${least} bis ${most} Tagen, die je Umgebung bekannt sind`;
};
const deployments = (count: number): string => plural(count, 'Deployment', 'Deployments');

/** The deployments on which each measure rests. */
export function basisText(measure: Measure, measures: Measures, days: number, known: KnownDays): string {
  const { deployments: all, succeeded, failed, recovery, lead, duration } = measures;
  switch (measure) {
    case 'frequency':
      return `aus ${plural(succeeded, 'erfolgreichen Deployment', 'erfolgreichen Deployments')} ${inKnownDays(days, known)}`;
    case 'failureRate':
      return `aus ${deployments(all)} ${inKnownDays(days, known)}, ${figures(failed)} fehlgeschlagen`;
    case 'recovery':
      return failed === 0
        ? `aus ${deployments(all)}, keines fehlgeschlagen`
        : `aus ${figures(recovery.recovered)} von ${plural(failed, 'fehlgeschlagenen Deployment', 'fehlgeschlagenen Deployments')}${stillText(recovery.stillFailing)}`;
    case 'lead':
      return `aus ${figures(lead.measured)} von ${figures(lead.changes)} mit bekanntem Commit`;
    case 'duration':
      return `aus ${deployments(duration.measured)}`;
    default:
      return measure satisfies never;
  }
}

const stillText = (count: number): string => (count === 0 ? '' : `; ${figures(count)} noch nicht behoben`);
