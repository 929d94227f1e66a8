import type { PeriodDays } from '#domain/board/delivery-options.ts';
import { countsOf } from '#domain/delivery/compare-measures.ts';
import type { Measures } from '#domain/delivery/measure-delivery.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { figures, plural } from './common.ts';
import { LOCALE } from './locale.ts';
import { durationText } from './relative-time.ts';

/** The measures of the page, in its order. */
export const MEASURES = ['frequency', 'failureRate', 'recovery', 'lead', 'duration'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_WORDS = {
  frequency: 'Deployment frequency',
  failureRate: 'Change failure rate',
  recovery: 'Recovery time',
  lead: 'Lead time',
  duration: 'Duration, median',
} as const satisfies Record<Measure, string>;

export const DEFINITIONS = {
  frequency:
    'Successful deployments of the period, divided by its days. A restart, a stop, a dry run and a deployment of the same versions do not count, nor do preview environments.',
  failureRate:
    'Failed deployments, divided by all deployments that brought a new version. One failed deployment counts once, however many services it broke.',
  recovery:
    'From the end of a failed deployment to the end of the next successful one in the same environment, also when that brings back an older commit. The median.',
  lead: 'From a commit to the end of the deployment that brought it to production. The oldest new commit of a deployment counts. The median.',
  duration:
    'The duration of successful deployments as Qovery reports it. Nine of ten deployments take at most the 90th percentile.',
} as const satisfies Record<Measure, string>;

export const DELIVERY_WORDS = {
  definition: 'Definition',
  period: 'Period',
  of: 'Of',
  wholeBoard: 'the whole board',
  environments: 'Environments',
  allModes: 'all but previews',
  rows: 'Rows',
  byProject: 'projects',
  byEnvironment: 'environments',
  durationChart: 'Duration of a deployment',
  median: 'median',
  percentile: '90th percentile',
  today: 'today',
  noneYet: 'none',
  notKnown: 'not known',
  noMedians: 'No 7 days have 10 deployments, so there is no median over time.',
  commitsUnknown: 'commits not known',
  noProduction: 'no production environment',
  noFailure: 'no failure to recover from',
  stillFailing: 'still failing',
  loading: 'Waiting for the first histories…',
  unread: 'could not be read',
  noneRead: 'Not known: no history could be read.',
  nothing: 'No deployment in this period.',
  nothingHint: 'Choose a longer period, other environments or another project.',
  onlyPreviews: 'This board has only preview environments, which do not count.',
  project: 'Project',
  projects: 'Projects',
  environment: 'Environment',
  asBefore: 'as before',
} as const;

export const periodText = (days: PeriodDays): string => `${days} days`;

const UTC_NO_ZONE = '';
const longDay = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const shortDay = timeFormat(LOCALE, { day: 'numeric', month: 'short' });

export const shortDateText = (at: number, timeZone: string = UTC_NO_ZONE): string => shortDay(at, timeZone);

/** `29 October to 27 November`, and the period of that many days before, where it is compared with one. */
export function spanText(from: number, to: number, timeZone: string, comparedDays: number | undefined): string {
  const span = `${longDay(from, timeZone)} to ${longDay(to, timeZone)}`;
  return comparedDays === undefined ? span : `${span}, compared with the ${comparedDays} days before`;
}

/** A number and its unit. */
export type Figure = { readonly value: string; readonly unit: string };

const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });

/** `4.2 a day`, `5.1 a week` or `2 in 30 days`. */
export function frequencyFigure(perDay: number): Figure {
  if (perDay >= 1) return { value: decimal.format(perDay), unit: 'a day' };
  if (perDay * 7 >= 1) return { value: decimal.format(perDay * 7), unit: 'a week' };
  return { value: decimal.format(perDay * 30), unit: 'in 30 days' };
}

export const rateText = (rate: number): string => percent.format(rate);

/** `38 m 20 s`, `3 h 20 m`, `2 d 4 h`. */
export function spanOfTimeText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  return hours < 48 ? durationText(seconds) : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** `up from 3.7 a day`. The page calls nothing better or worse. */
export const trendText = (direction: 'up' | 'down' | 'same', before: string): string =>
  direction === 'same' ? `${DELIVERY_WORDS.asBefore}, ${before}` : `${direction} from ${before}`;

export const NO_TREND = 'no period before to compare with';
export const FEW_BEFORE = 'too few deployments before to compare with';
export const NO_VALUE_BEFORE = 'no value in the period before';

const deployments = (count: number): string => plural(count, 'deployment');

/** `3 of 6 environments`: those whose history is known. */
export const partText = (read: number, total: number): string => `${figures(read)} of ${plural(total, 'environment')}`;

/** The number that a tile shows when there are too few deployments for a rate or a median. */
export function countFigure(measure: Measure, measures: Measures): Figure {
  const unit = {
    frequency: 'successful',
    failureRate: 'failed',
    recovery: 'recovered',
    lead: 'with a known commit',
    duration: 'with a duration',
  };
  return { value: figures(countsOf(measures)[measure]), unit: unit[measure] };
}

/** `1 failed, from 4 deployments`. */
export const countText = (measure: Measure, measures: Measures): string => {
  const { value, unit } = countFigure(measure, measures);
  return `${value} ${unit}, from ${deployments(measures.deployments)}`;
};

/** The text of a week with too few deployments for a rate. */
export const noRateText = (text: string): string => `${text}: no rate`;

export const tooFewText = (count: number): string => `${deployments(count)}: no rate yet. Rates are shown from 10 on.`;

/** The deployments that count for no measure. */
export function apartText({ apart }: Measures): string {
  const { repeats, others, cancelled, running } = apart;
  const parts = [
    repeats > 0 && `${figures(repeats)} of the same version`,
    others > 0 && `${plural(others, 'restart, stop or deletion', 'restarts, stops and deletions')}`,
    cancelled > 0 && `${figures(cancelled)} canceled`,
    running > 0 && `${figures(running)} in progress`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `Not counted: ${parts.join(', ')}.`;
}

/** Deployments that began after the time of this computer's clock, which is behind. */
export const laterText = (count: number): string =>
  count === 0 ? '' : `This computer’s clock is behind. Not counted because they are later: ${deployments(count)}.`;

/** How far the history goes, where that is not to the start of the period. */
export const historyText = (count: number, total: number, from: string): string =>
  `History of ${figures(count)} of ${plural(total, 'environment')} begins within this period, the latest on ${from}; each counts from then on.`;

export const weeksTitle = (rows: string): string => `${rows} over 8 weeks`;
export const WEEKS_HINT = 'one bar a week, the last one is the last 7 days; each row has its own scale';
export const COUNTS_HINT = 'A row in which no week has 10 deployments shows counts.';
export const durationHint = (count: number): string => `over the 7 days before each day, from ${deployments(count)}`;

/** The text of a week's bar. */
export const weekText = (from: string, to: string, value: string): string => `${from} to ${to}: ${value}`;

export const previewsText = (count: number): string =>
  count === 0 ? '' : `${plural(count, 'preview environment')} left out.`;

/** The accessible name of a small chart: its measure, and its newest value. */
export const sparkLabel = (measure: string, of: string, isCounted: boolean): string =>
  `${measure} of ${of}, by week${isCounted ? ', in numbers' : ''}`;
