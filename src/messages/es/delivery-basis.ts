import type { KnownDays } from '#domain/delivery/delivery-window.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { counted, figures, plural } from './common.ts';
import type { Measure } from './delivery.ts';

const inDays = (days: number): string => `en ${plural(days, 'día')}`;
/** The days of the period, or those of it that the histories tell. */
const inKnownDays = (days: number, { least, most }: KnownDays): string => {
  if (least >= days) return inDays(days);
  return least === most
    ? `en ${plural(least, 'día conocido', 'días conocidos')}`
    : `en los ${least} a ${most} días conocidos de cada entorno`;
};
const deployments = (count: number): string => plural(count, 'despliegue');

/** The deployments on which each measure rests. */
export function basisText(measure: Measure, measures: Measures, days: number, known: KnownDays): string {
  const { deployments: all, succeeded, failed, recovery, lead, duration } = measures;
  switch (measure) {
    case 'frequency':
      return `según ${plural(succeeded, 'despliegue correcto', 'despliegues correctos')} ${inKnownDays(days, known)}`;
    case 'failureRate':
      return `según ${deployments(all)} ${inKnownDays(days, known)}, ${figures(failed)} con error`;
    case 'recovery':
      return failed === 0
        ? `según ${deployments(all)}, ninguno con error`
        : `según ${figures(recovery.recovered)} de ${deployments(failed)} con error${stillText(recovery.stillFailing)}`;
    case 'lead':
      return `según ${figures(lead.measured)} de ${figures(lead.changes)} con commit conocido`;
    case 'duration':
      return `según ${deployments(duration.measured)}`;
    default:
      return measure satisfies never;
  }
}

const stillText = (count: number): string =>
  count === 0 ? '' : `; ${counted(count, { one: '# sigue igual', other: '# siguen igual' })}`;
