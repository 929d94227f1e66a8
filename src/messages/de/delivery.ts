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
  frequency: 'Deployment-Häufigkeit',
  failureRate: 'Fehlerrate bei Änderungen',
  recovery: 'Wiederherstellungszeit',
  lead: 'Durchlaufzeit',
  duration: 'Dauer, Median',
} as const satisfies Record<Measure, string>;

export const DEFINITIONS = {
  frequency:
    'Erfolgreiche Deployments des Zeitraums, geteilt durch seine Tage. Ein Neustart, ein Stopp, ein Probelauf und ein Deployment derselben Versionen zählen nicht, ebenso wenig Preview-Umgebungen.',
  failureRate:
    'Fehlgeschlagene Deployments, geteilt durch alle Deployments mit einer neuen Version. Ein fehlgeschlagenes Deployment zählt einmal, egal wie viele Dienste betroffen sind.',
  recovery:
    'Vom Ende eines fehlgeschlagenen Deployments bis zum Ende des nächsten erfolgreichen in derselben Umgebung, auch wenn dieses einen älteren Commit zurückbringt. Der Median.',
  lead: 'Von einem Commit bis zum Ende des Deployments, das ihn in Produktion gebracht hat. Es zählt der älteste neue Commit eines Deployments. Der Median.',
  duration:
    'Die Dauer erfolgreicher Deployments, wie Qovery sie meldet. Neun von zehn Deployments dauern höchstens so lange wie das 90. Perzentil.',
} as const satisfies Record<Measure, string>;

export const DELIVERY_WORDS = {
  definition: 'Definition',
  period: 'Zeitraum',
  of: 'Für',
  wholeBoard: 'ganzes Board',
  environments: 'Umgebungen',
  allModes: 'alle außer Previews',
  rows: 'Zeilen',
  byProject: 'Projekte',
  byEnvironment: 'Umgebungen',
  durationChart: 'Dauer eines Deployments',
  median: 'Median',
  percentile: '90. Perzentil',
  today: 'heute',
  noneYet: 'keine Daten',
  notKnown: 'nicht bekannt',
  noMedians: 'Keine 7 Tage haben 10 Deployments, darum gibt es keinen Median im Verlauf.',
  commitsUnknown: 'Commits unbekannt',
  noProduction: 'keine Produktion',
  noFailure: 'kein Fehlschlag',
  stillFailing: 'noch nicht behoben',
  loading: 'Warten auf die ersten Verläufe…',
  unread: 'nicht lesbar',
  noneRead: 'Nicht bekannt: Kein Verlauf konnte gelesen werden.',
  nothing: 'Keine Deployments in diesem Zeitraum.',
  nothingHint: 'Wählen Sie einen längeren Zeitraum, andere Umgebungen oder ein anderes Projekt.',
  onlyPreviews: 'Dieses Board hat nur Preview-Umgebungen, und diese zählen nicht.',
  project: 'Projekt',
  projects: 'Projekte',
  environment: 'Umgebung',
  asBefore: 'wie zuvor',
} as const;

export const periodText = (days: PeriodDays): string => `${days} Tage`;

const UTC_NO_ZONE = '';
const longDay = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const shortDay = timeFormat(LOCALE, { day: 'numeric', month: 'short' });

export const shortDateText = (at: number, timeZone: string = UTC_NO_ZONE): string => shortDay(at, timeZone);

/** `29. Oktober bis 27. November`, and the period of that many days before, where it is compared with one. */
export function spanText(from: number, to: number, timeZone: string, comparedDays: number | undefined): string {
  const span = `${longDay(from, timeZone)} bis ${longDay(to, timeZone)}`;
  return comparedDays === undefined ? span : `${span}, verglichen mit den ${comparedDays} Tagen davor`;
}

/** A number and its unit. */
export type Figure = { readonly value: string; readonly unit: string };

const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
/** `4,2 / Tag`, `5,1 / Woche` or `2 / 30 Tage`. */
export function frequencyFigure(perDay: number): Figure {
  if (perDay >= 1) return { value: decimal.format(perDay), unit: '/ Tag' };
  if (perDay * 7 >= 1) return { value: decimal.format(perDay * 7), unit: '/ Woche' };
  return { value: decimal.format(perDay * 30), unit: '/ 30 Tage' };
}

export const rateText = (rate: number): string => percent.format(rate);

/** `38 min 20 s`, `3 h 20 min`, `2 d 4 h`. */
export function spanOfTimeText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  return hours < 48 ? durationText(seconds) : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const TREND_WORDS = { up: 'gestiegen', down: 'gesunken' } as const;

/** `gestiegen von 3,7 / Tag`. The page calls nothing better or worse. */
export const trendText = (direction: 'up' | 'down' | 'same', before: string): string =>
  direction === 'same' ? `${DELIVERY_WORDS.asBefore}, ${before}` : `${TREND_WORDS[direction]} von ${before}`;

export const NO_TREND = 'kein früherer Zeitraum zum Vergleich';
export const FEW_BEFORE = 'davor zu wenige Deployments zum Vergleich';
export const NO_VALUE_BEFORE = 'kein Wert im Zeitraum davor';

const deployments = (count: number): string => plural(count, 'Deployment', 'Deployments');

/** `3 of 6 environments`: those whose history is known. */
export const partText = (read: number, total: number): string =>
  `${figures(read)} von ${plural(total, 'Umgebung', 'Umgebungen')}`;

/** The number that a tile shows when there are too few deployments for a rate or a median. */
export function countFigure(measure: Measure, measures: Measures): Figure {
  const unit = {
    frequency: 'erfolgreich',
    failureRate: 'fehlgeschlagen',
    recovery: 'behoben',
    lead: 'mit bekanntem Commit',
    duration: 'mit Dauer',
  };
  return { value: figures(countsOf(measures)[measure]), unit: unit[measure] };
}

/** `1 failed, from 4 deployments`. */
export const countText = (measure: Measure, measures: Measures): string => {
  const { value, unit } = countFigure(measure, measures);
  return `${value} ${unit} von ${deployments(measures.deployments)}`;
};

/** The text of a week with too few deployments for a rate. */
export const noRateText = (text: string): string => `${text}: keine Rate`;

export const tooFewText = (count: number): string => `${deployments(count)}: noch keine Rate. Raten erscheinen ab 10.`;

/** The deployments that count for no measure. */
export function apartText({ apart }: Measures): string {
  const { repeats, others, cancelled, running } = apart;
  const parts = [
    repeats > 0 && `${figures(repeats)} mit gleicher Version`,
    others > 0 && plural(others, 'Neustart, Stopp oder Löschung', 'Neustarts, Stopps und Löschungen'),
    cancelled > 0 && `${figures(cancelled)} abgebrochen`,
    running > 0 && `${figures(running)} in Arbeit`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `Nicht gezählt: ${parts.join(', ')}.`;
}

/** Deployments that began after the time of this computer's clock, which is behind. */
export const laterText = (count: number): string =>
  count === 0 ? '' : `Die Uhr dieses Computers geht nach. Nicht gezählt, weil später: ${deployments(count)}.`;

/** How far the history goes, where that is not to the start of the period. */
export const historyText = (count: number, total: number, from: string): string =>
  `Der Verlauf von ${figures(count)} von ${plural(total, 'Umgebung', 'Umgebungen')} beginnt in diesem Zeitraum, spätestens am ${from}; jede zählt ab dann.`;

export const weeksTitle = (rows: string): string => `${rows} über 8 Wochen`;
export const WEEKS_HINT =
  'ein Balken pro Woche, der letzte für die letzten 7 Tage; jede Zeile hat ihren eigenen Maßstab';
export const COUNTS_HINT = 'Eine Zeile, in der keine Woche 10 Deployments hat, zeigt Anzahlen.';
export const durationHint = (count: number): string => `über die 7 Tage vor jedem Tag, aus ${deployments(count)}`;

/** The text of a week's bar. */
export const weekText = (from: string, to: string, value: string): string => `${from} bis ${to}: ${value}`;

export const previewsText = (count: number): string =>
  count === 0 ? '' : `${plural(count, 'Preview-Umgebung', 'Preview-Umgebungen')} nicht berücksichtigt.`;

/** The accessible name of a small chart: its measure, and its newest value. */
export const sparkLabel = (measure: string, of: string, isCounted: boolean): string =>
  `${measure}, ${of}, nach Woche${isCounted ? ', als Anzahl' : ''}`;
