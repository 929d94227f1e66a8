import type { PeriodDays } from '#domain/board/delivery-options.ts';
import { countsOf } from '#domain/delivery/compare-measures.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { counted, figures, plural } from './common.ts';
import { LOCALE } from './locale.ts';
import { durationText } from './relative-time.ts';

/** The measures of the page, in its order. */
export const MEASURES = ['frequency', 'failureRate', 'recovery', 'lead', 'duration'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_WORDS = {
  frequency: 'Fréquence de déploiement',
  failureRate: 'Taux d’échec des changements',
  recovery: 'Temps de rétablissement',
  lead: 'Délai de livraison',
  duration: 'Durée médiane',
} as const satisfies Record<Measure, string>;

export const DEFINITIONS = {
  frequency:
    'Les déploiements réussis de la période, divisés par son nombre de jours. Un redémarrage, un arrêt, un essai à blanc et un déploiement des mêmes versions ne comptent pas, ni les environnements preview.',
  failureRate:
    'Les déploiements en échec, divisés par tous les déploiements qui apportent une nouvelle version. Un déploiement en échec compte une fois, quel que soit le nombre de services touchés.',
  recovery:
    'De la fin d’un déploiement en échec à la fin du prochain déploiement réussi dans le même environnement, même s’il revient à un commit plus ancien. La médiane.',
  lead: 'D’un commit à la fin du déploiement qui l’a mis en production. Le plus ancien des nouveaux commits d’un déploiement compte. La médiane.',
  duration:
    'La durée des déploiements réussis, telle que Qovery la donne. Neuf déploiements sur dix durent au plus le 90e centile.',
} as const satisfies Record<Measure, string>;

export const DELIVERY_WORDS = {
  definition: 'Définition',
  period: 'Période',
  of: 'Sur',
  wholeBoard: 'tout le tableau',
  environments: 'Environnements',
  allModes: 'tous sauf previews',
  rows: 'Lignes',
  byProject: 'projets',
  byEnvironment: 'environnements',
  durationChart: 'Durée d’un déploiement',
  median: 'médiane',
  percentile: '90e centile',
  today: 'auj.',
  noneYet: 'aucune donnée',
  notKnown: 'inconnu',
  noMedians: 'Aucune période de 7 jours n’a 10 déploiements : pas de médiane dans le temps.',
  commitsUnknown: 'commits inconnus',
  noProduction: 'pas de production',
  noFailure: 'aucun échec',
  stillFailing: 'toujours en échec',
  loading: 'Attente des premiers historiques…',
  unread: 'lecture impossible',
  noneRead: 'Inconnu : aucun historique n’a pu être lu.',
  nothing: 'Aucun déploiement sur cette période.',
  nothingHint: 'Choisissez une période plus longue, d’autres environnements ou un autre projet.',
  onlyPreviews: 'Ce tableau n’a que des environnements preview, qui ne comptent pas.',
  project: 'Projet',
  projects: 'Projets',
  environment: 'Environnement',
  asBefore: 'comme avant',
} as const;

export const periodText = (days: PeriodDays): string => `${days} jours`;

const UTC_NO_ZONE = '';
const longDay = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const shortDay = timeFormat(LOCALE, { day: 'numeric', month: 'short' });

export const shortDateText = (at: number, timeZone: string = UTC_NO_ZONE): string => shortDay(at, timeZone);

/** `Du 29 octobre au 27 novembre`, and the period of that many days before, where it is compared with one. */
export function spanText(from: number, to: number, timeZone: string, comparedDays: number | undefined): string {
  const span = `Du ${longDay(from, timeZone)} au ${longDay(to, timeZone)}`;
  return comparedDays === undefined ? span : `${span}, comparé aux ${comparedDays} jours précédents`;
}

/** A number and its unit. */
export type Figure = { readonly value: string; readonly unit: string };

const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
/** `4,2 / jour`, `5,1 / sem.` or `2 / 30 jours`. */
export function frequencyFigure(perDay: number): Figure {
  if (perDay >= 1) return { value: decimal.format(perDay), unit: '/ jour' };
  if (perDay * 7 >= 1) return { value: decimal.format(perDay * 7), unit: '/ sem.' };
  return { value: decimal.format(perDay * 30), unit: '/ 30 jours' };
}

export const rateText = (rate: number): string => percent.format(rate);

/** `38 min 20 s`, `3 h 20 min`, `2 j 4 h`. */
export function spanOfTimeText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  return hours < 48 ? durationText(seconds) : `${Math.floor(hours / 24)} j ${hours % 24} h`;
}

const TREND_WORDS = { up: 'en hausse', down: 'en baisse' } as const;

/** `en hausse, contre 3,7 / jour`. The page calls nothing better or worse. */
export const trendText = (direction: 'up' | 'down' | 'same', before: string): string =>
  direction === 'same' ? `${DELIVERY_WORDS.asBefore}, ${before}` : `${TREND_WORDS[direction]}, contre ${before}`;

export const NO_TREND = 'pas de période précédente à comparer';
export const FEW_BEFORE = 'trop peu de déploiements précédents à comparer';
export const NO_VALUE_BEFORE = 'pas de valeur pour la période précédente';

const deployments = (count: number): string => plural(count, 'déploiement');

/** `3 of 6 environments`: those whose history is known. */
export const partText = (read: number, total: number): string =>
  `${figures(read)} sur ${plural(total, 'environnement')}`;

/** The number that a tile shows when there are too few deployments for a rate or a median. */
export function countFigure(measure: Measure, measures: Measures): Figure {
  const { succeeded, recovery } = measures;
  const unit = {
    frequency: counted(succeeded, { one: 'réussi', other: 'réussis' }),
    failureRate: 'en échec',
    recovery: counted(recovery.recovered, { one: 'rétabli', other: 'rétablis' }),
    lead: 'au commit connu',
    duration: 'avec une durée',
  };
  return { value: figures(countsOf(measures)[measure]), unit: unit[measure] };
}

/** `1 failed, from 4 deployments`. */
export const countText = (measure: Measure, measures: Measures): string => {
  const { value, unit } = countFigure(measure, measures);
  return `${value} ${unit} sur ${deployments(measures.deployments)}`;
};

/** The text of a week with too few deployments for a rate. */
export const noRateText = (text: string): string => `${text} : pas de taux`;

export const tooFewText = (count: number): string =>
  `${deployments(count)} : pas encore de taux. Les taux apparaissent à partir de 10.`;

/** The deployments that count for no measure. */
export function apartText({ apart }: Measures): string {
  const { repeats, others, cancelled, running } = apart;
  const parts = [
    repeats > 0 && `${figures(repeats)} de la même version`,
    others > 0 &&
      counted(others, {
        one: '# redémarrage, arrêt ou suppression',
        other: '# redémarrages, arrêts et suppressions',
      }),
    cancelled > 0 && counted(cancelled, { one: '# annulé', other: '# annulés' }),
    running > 0 && `${figures(running)} en cours`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `Non comptés : ${parts.join(', ')}.`;
}

/** Deployments that began after the time of this computer's clock, which is behind. */
export const laterText = (count: number): string =>
  count === 0 ? '' : `L’horloge de cet ordinateur retarde. Non comptés, car plus récents : ${deployments(count)}.`;

/** How far the history goes, where that is not to the start of the period. */
export const historyText = (count: number, total: number, from: string): string =>
  `L’historique de ${plural(count, 'environnement')} sur ${figures(total)} commence pendant cette période, au plus tard le ${from} ; chacun compte à partir de là.`;

export const weeksTitle = (rows: string): string => `${rows} sur 8 semaines`;
export const WEEKS_HINT =
  'une barre par semaine, la dernière pour les 7 derniers jours ; chaque ligne a sa propre échelle';
export const COUNTS_HINT = 'Une ligne dont aucune semaine n’a 10 déploiements montre des nombres.';
export const durationHint = (count: number): string =>
  `sur les 7 jours qui précèdent chaque jour, ${deployments(count)}`;

/** The text of a week's bar. */
export const weekText = (from: string, to: string, value: string): string => `du ${from} au ${to} : ${value}`;

export const previewsText = (count: number): string =>
  count === 0
    ? ''
    : counted(count, { one: '# environnement preview exclu.', other: '# environnements preview exclus.' });

/** The accessible name of a small chart: its measure, and its newest value. */
export const sparkLabel = (measure: string, of: string, isCounted: boolean): string =>
  `${measure}, ${of}, par semaine${isCounted ? ', en nombres' : ''}`;
