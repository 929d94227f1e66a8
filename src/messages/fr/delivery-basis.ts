import type { KnownDays } from '#domain/delivery/delivery-window.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { counted, figures, plural } from './common.ts';
import type { Measure } from './delivery.ts';

const inDays = (days: number): string => `en ${plural(days, 'jour')}`;
/** The days of the period, or those of it that the histories tell. */
const inKnownDays = (days: number, { least, most }: KnownDays): string => {
  if (least >= days) return inDays(days);
  return least === most
    ? `en ${counted(least, { one: '# jour connu', other: '# jours connus' })}`
    : `dans les ${least} à ${most} jours connus de chaque environnement`;
};
const deployments = (count: number): string => plural(count, 'déploiement');

/** The deployments on which each measure rests. */
export function basisText(measure: Measure, measures: Measures, days: number, known: KnownDays): string {
  const { deployments: all, succeeded, failed, recovery, lead, duration } = measures;
  switch (measure) {
    case 'frequency':
      return `sur ${counted(succeeded, { one: '# déploiement réussi', other: '# déploiements réussis' })} ${inKnownDays(days, known)}`;
    case 'failureRate':
      return `sur ${deployments(all)} ${inKnownDays(days, known)}, ${figures(failed)} en échec`;
    case 'recovery':
      return failed === 0
        ? `sur ${deployments(all)}, aucun en échec`
        : `sur ${plural(failed, 'déploiement')} en échec, dont ${counted(recovery.recovered, { one: '# rétabli', other: '# rétablis' })}`;
    case 'lead':
      return `sur ${figures(lead.changes)}, dont ${figures(lead.measured)} au commit connu`;
    case 'duration':
      return `sur ${deployments(duration.measured)}`;
    default:
      return measure satisfies never;
  }
}
