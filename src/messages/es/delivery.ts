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
  frequency: 'Frecuencia de despliegue',
  failureRate: 'Tasa de fallos de cambios',
  recovery: 'Tiempo de recuperación',
  lead: 'Plazo de entrega',
  duration: 'Duración mediana',
} as const satisfies Record<Measure, string>;

export const DEFINITIONS = {
  frequency:
    'Despliegues correctos del período, divididos por sus días. Un reinicio, una detención, un ensayo y un despliegue de las mismas versiones no cuentan, ni tampoco los entornos preview.',
  failureRate:
    'Despliegues con error, divididos por todos los que trajeron una versión nueva. Un despliegue con error cuenta una vez, sin importar a cuántos servicios afectó.',
  recovery:
    'Desde el final de un despliegue con error hasta el final del siguiente correcto en el mismo entorno, también cuando este vuelve a un commit anterior. La mediana.',
  lead: 'Desde un commit hasta el final del despliegue que lo llevó a producción. Cuenta el más antiguo de los commits nuevos de un despliegue. La mediana.',
  duration:
    'La duración de los despliegues correctos, según Qovery. Nueve de cada diez despliegues duran como máximo el 90.º percentil.',
} as const satisfies Record<Measure, string>;

export const DELIVERY_WORDS = {
  definition: 'Definición',
  period: 'Período',
  of: 'De',
  wholeBoard: 'todo el tablero',
  environments: 'Entornos',
  allModes: 'todos salvo previews',
  rows: 'Filas',
  byProject: 'proyectos',
  byEnvironment: 'entornos',
  durationChart: 'Duración de un despliegue',
  median: 'mediana',
  percentile: '90.º percentil',
  today: 'hoy',
  noneYet: 'sin datos',
  notKnown: 'desconocido',
  noMedians: 'Ningún periodo de 7 días tiene 10 despliegues, por lo que no hay mediana a lo largo del tiempo.',
  commitsUnknown: 'commits desconocidos',
  noProduction: 'sin producción',
  noFailure: 'ningún error',
  stillFailing: 'aún con error',
  loading: 'Esperando los primeros historiales…',
  unread: 'no se pudo leer',
  noneRead: 'Desconocido: no se pudo leer ningún historial.',
  nothing: 'Ningún despliegue en este período.',
  nothingHint: 'Elija un período más largo, otros entornos u otro proyecto.',
  onlyPreviews: 'Este tablero solo tiene entornos preview, que no cuentan.',
  project: 'Proyecto',
  projects: 'Proyectos',
  environment: 'Entorno',
  asBefore: 'como antes',
} as const;

export const periodText = (days: PeriodDays): string => `${days} días`;

const UTC_NO_ZONE = '';
const longDay = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const shortDay = timeFormat(LOCALE, { day: 'numeric', month: 'short' });

export const shortDateText = (at: number, timeZone: string = UTC_NO_ZONE): string => shortDay(at, timeZone);

/** `Del 29 de octubre al 27 de noviembre`, and the period of that many days before, where it is compared with one. */
export function spanText(from: number, to: number, timeZone: string, comparedDays: number | undefined): string {
  const span = `Del ${longDay(from, timeZone)} al ${longDay(to, timeZone)}`;
  return comparedDays === undefined ? span : `${span}, comparado con los ${comparedDays} días anteriores`;
}

/** A number and its unit. */
export type Figure = { readonly value: string; readonly unit: string };

const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
/** `4,2 / día`, `5,1 / sem.` or `2 / 30 días`. */
export function frequencyFigure(perDay: number): Figure {
  if (perDay >= 1) return { value: decimal.format(perDay), unit: '/ día' };
  if (perDay * 7 >= 1) return { value: decimal.format(perDay * 7), unit: '/ sem.' };
  return { value: decimal.format(perDay * 30), unit: '/ 30 días' };
}

export const rateText = (rate: number): string => percent.format(rate);

/** `38 min 20 s`, `3 h 20 min`, `2 d 4 h`. */
export function spanOfTimeText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  return hours < 48 ? durationText(seconds) : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const TREND_WORDS = { up: 'sube', down: 'baja' } as const;

/** `sube desde 3,7 / día`. The page calls nothing better or worse. */
export const trendText = (direction: 'up' | 'down' | 'same', before: string): string =>
  direction === 'same' ? `${DELIVERY_WORDS.asBefore}, ${before}` : `${TREND_WORDS[direction]} desde ${before}`;

export const NO_TREND = 'sin período anterior para comparar';
export const FEW_BEFORE = 'muy pocos despliegues anteriores para comparar';
export const NO_VALUE_BEFORE = 'sin valor en el período anterior';

const deployments = (count: number): string => plural(count, 'despliegue');

/** `3 of 6 environments`: those whose history is known. */
export const partText = (read: number, total: number): string => `${figures(read)} de ${plural(total, 'entorno')}`;

/** The number that a tile shows when there are too few deployments for a rate or a median. */
export function countFigure(measure: Measure, measures: Measures): Figure {
  const { succeeded, recovery } = measures;
  const unit = {
    frequency: counted(succeeded, { one: 'correcto', other: 'correctos' }),
    failureRate: 'con error',
    recovery: counted(recovery.recovered, { one: 'resuelto', other: 'resueltos' }),
    lead: 'con commit conocido',
    duration: 'con duración',
  };
  return { value: figures(countsOf(measures)[measure]), unit: unit[measure] };
}

/** `1 failed, from 4 deployments`. */
export const countText = (measure: Measure, measures: Measures): string => {
  const { value, unit } = countFigure(measure, measures);
  return `${value} ${unit} de ${deployments(measures.deployments)}`;
};

/** The text of a week with too few deployments for a rate. */
export const noRateText = (text: string): string => `${text}: sin tasa`;

export const tooFewText = (count: number): string =>
  `${deployments(count)}: aún sin tasas. Las tasas aparecen a partir de 10.`;

/** The deployments that count for no measure. */
export function apartText({ apart }: Measures): string {
  const { repeats, others, cancelled, running } = apart;
  const parts = [
    repeats > 0 && `${figures(repeats)} de la misma versión`,
    others > 0 && plural(others, 'reinicio, detención o eliminación', 'reinicios, detenciones y eliminaciones'),
    cancelled > 0 && plural(cancelled, 'cancelado'),
    running > 0 && `${figures(running)} en curso`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `No se cuentan: ${parts.join(', ')}.`;
}

/** Deployments that began after the time of this computer's clock, which is behind. */
export const laterText = (count: number): string =>
  count === 0 ? '' : `El reloj de este equipo está atrasado. No se cuentan por ser posteriores: ${deployments(count)}.`;

/** How far the history goes, where that is not to the start of the period. */
export const historyText = (count: number, total: number, from: string): string =>
  `El historial de ${figures(count)} de ${plural(total, 'entorno')} empieza dentro de este período, a más tardar el ${from}; cada uno cuenta desde entonces.`;

export const weeksTitle = (rows: string): string => `${rows} en 8 semanas`;
export const WEEKS_HINT = 'una barra por semana, la última de los últimos 7 días; cada fila tiene su propia escala';
export const COUNTS_HINT = 'Una fila en la que ninguna semana tiene 10 despliegues muestra cifras.';
export const durationHint = (count: number): string =>
  `en los 7 días anteriores a cada día, según ${deployments(count)}`;

/** The text of a week's bar. */
export const weekText = (from: string, to: string, value: string): string => `del ${from} al ${to}: ${value}`;

export const previewsText = (count: number): string =>
  count === 0 ? '' : `${plural(count, 'entorno preview excluido', 'entornos preview excluidos')}.`;

/** The accessible name of a small chart: its measure, and its newest value. */
export const sparkLabel = (measure: string, of: string, isCounted: boolean): string =>
  `${measure}, ${of}, por semana${isCounted ? ', en cifras' : ''}`;
