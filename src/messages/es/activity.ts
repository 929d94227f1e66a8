import type { ActivitySource } from '#domain/activity/activity-entry.ts';
import type { Counts } from '#domain/activity/filter-entries.ts';
import { totalOf } from '#domain/activity/filter-entries.ts';
import type { HistoryCounts } from '#domain/activity/history-counts.ts';
import type { Result } from '#domain/environment/deployment-result.ts';
import { timeFormat } from '#languages/time-formats.ts';
import { counted, figures, plural } from './common.ts';
import { LOCALE } from './locale.ts';

export const ACTIVITY_WORDS = {
  results: 'Resultados',
  all: 'Todos',
  environment: 'Entorno',
  origin: 'Origen',
  person: 'Autor',
  any: 'todos',
  days: '14 días',
  hours: '24 horas',
  span: 'Período',
  chart: 'Despliegues por resultado',
  stream: 'Actividad',
  clearMoment: 'Mostrar todo el período',
  clearFilters: 'Borrar los filtros',
  columns: {
    time: 'Hora',
    result: 'Resultado',
    environment: 'Entorno',
    version: 'Versión',
    startedBy: 'Iniciado por',
    duration: 'Duración',
    source: 'Fuente',
  },
  allServices: 'todos los servicios',
  sameVersion: 'misma versión',
  sameMovingTag: 'mismo tag mutable',
  today: 'Hoy',
  loading: 'Leyendo los datos de este navegador y los primeros historiales…',
  nothing: 'Aún sin despliegues.',
  nothingHint: 'Los despliegues de los entornos fijados aparecen aquí en cuanto Qovery los comunica.',
  noMatch: 'Ninguna entrada coincide con estos filtros.',
  notKept:
    'Este navegador no deja que Envboard guarde la actividad. Vuelve a estar completa después de cada solicitud.',
  notKnown: 'Despliegues desconocidos',
  unknownBar: 'desconocido',
  atLeast: 'Al menos',
  exportCsv: 'Exportar como CSV',
  exportJson: 'Exportar como JSON',
  exportFailed: 'Este navegador rechazó el archivo.',
  peopleHidden: 'Los nombres de personas están ocultos: se cambia en Ajustes.',
} as const;

export const RESULT_WORDS = {
  failed: 'Con error',
  well: 'Correctos',
  cancelled: 'Cancelados',
  running: 'En curso',
  other: 'Otros',
} as const satisfies Record<Result, string>;

export const SOURCE_WORDS = {
  feed: 'eventos',
  history: 'historial',
  seen: 'visto aquí',
} as const satisfies Record<ActivitySource, string>;

const SOURCE_NAMES = {
  feed: 'eventos de Qovery',
  history: 'historial de despliegues',
  seen: 'observaciones de este navegador',
} as const satisfies Record<ActivitySource, string>;

const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** `Fuente: eventos de Qovery e historial de despliegues`. */
export const knownFromText = (sources: readonly ActivitySource[]): string =>
  `Fuente: ${list.format(sources.map((source) => SOURCE_NAMES[source]))}`;

const UTC = 'UTC';
const longDay = timeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const weekday = timeFormat(LOCALE, { weekday: 'short' });
const dayOfMonth = timeFormat(LOCALE, { day: 'numeric' });
const dayAndMonth = timeFormat(LOCALE, { day: 'numeric', month: 'long' });
const chipDay = timeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });
const clock = timeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** `jueves, 26 de noviembre`; today's begins with `Hoy`. `noon` is the noon of the day in UTC. */
export const dayText = (noon: number, isToday: boolean): string =>
  isToday ? `Hoy, ${longDay(noon, UTC)}` : longDay(noon, UTC);

export const shortDayText = (noon: number): string => `${weekday(noon, UTC)} ${dayOfMonth(noon, UTC)}`;
/** `jue, 26 nov`; today's is `Hoy`. */
export const narrowDayText = (noon: number, isToday: boolean): string =>
  isToday ? ACTIVITY_WORDS.today : chipDay(noon, UTC);
export const dayOfMonthText = (noon: number): string => dayOfMonth(noon, UTC);

/** The chosen day or hour. `moment` is a key of a calendar. */
export const momentText = (noon: number, moment: string): string =>
  moment.length > 8 ? `${chipDay(noon, UTC)}, ${hourText(moment)}` : chipDay(noon, UTC);

/** `14:00`. */
export const hourText = (hour: string): string => `${hour.slice(8)}:00`;

/** The time of an entry, in the time zone of the page. */
export const entryTimeText = clock;

const visit = timeFormat(LOCALE, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
export const sinceText = (at: number, timeZone: string): string =>
  `Nuevo desde su última visita, ${visit(at, timeZone)}`;

/** `At least 12`, where deployments may be missing. */
const atLeast = (text: string, isComplete: boolean): string =>
  isComplete ? text : `${ACTIVITY_WORDS.atLeast} ${text}`;

/** `At least 12`, or that nothing is known, where a history is missing: no data is not zero. */
const knownText = (text: string, counts: Counts, isComplete: boolean): string => {
  if (isComplete) return text;
  return totalOf(counts) === 0 ? ACTIVITY_WORDS.notKnown : atLeast(text, false);
};

/** `214 despliegues en 14 días`. */
export const totalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${plural(totalOf(counts), 'despliegue')} ${spanText(showsHours)}`, counts, isComplete);

/** `214 en 14 días`, where there is little room. */
export const shortTotalText = (counts: Counts, showsHours: boolean, isComplete: boolean): string =>
  knownText(`${figures(totalOf(counts))} ${spanText(showsHours)}`, counts, isComplete);

const spanText = (showsHours: boolean): string => `en ${showsHours ? ACTIVITY_WORDS.hours : ACTIVITY_WORDS.days}`;

/** `9 con error, 5 cancelados`; empty when all went well. */
export const exceptionsText = ({ failed, cancelled }: Counts): string =>
  [failed > 0 && `${figures(failed)} con error`, cancelled > 0 && plural(cancelled, 'cancelado')]
    .filter((part) => part !== false)
    .join(', ');

/** `23 entradas, 3 con error`. */
export const entriesText = (counts: Counts, isComplete: boolean): string =>
  [
    atLeast(plural(totalOf(counts), 'entrada'), isComplete),
    counts.failed > 0 ? `${figures(counts.failed)} con error` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export const outsideText = (counts: Counts, isHour: boolean): string =>
  `${plural(totalOf(counts), 'entrada')}, fuera ${isHour ? 'de la hora elegida' : 'del día elegido'}`;

/** The range that the filters count, where it is longer than that of the bars. */
export const filtersText = (count: number, from: number, timeZone: string): string =>
  `Los filtros cuentan ${plural(count, 'entrada')} desde el ${dayAndMonth(from, timeZone)}`;

/** Explains the dashed part of a bar. */
export const DASHED_LEGEND = 'Línea discontinua: no se conocen todos los despliegues';

/** The accessible name of a bar. */
export const barText = (name: string, counts: Counts, isComplete: boolean): string =>
  !isComplete && totalOf(counts) === 0
    ? `${name}: ${ACTIVITY_WORDS.unknownBar}`
    : `${name}: ${[atLeast(plural(totalOf(counts), 'despliegue'), isComplete), exceptionsText(counts)].filter((part) => part !== '').join(', ')}`;

export const moreText = (count: number): string => `+${figures(count)}`;

/** The last line of a printed list that has more entries. */
export const notPrintedText = (count: number): string =>
  counted(count, { one: '# entrada anterior no está impresa.', other: '# entradas anteriores no están impresas.' });

/** Which histories were not requested yet, or were refused. */
export function coverageText({ total, waiting, denied, unread, needsToken }: HistoryCounts): string {
  return [
    waiting > 0 && `Historiales aún sin consultar: ${figures(waiting)} de ${figures(total)}.`,
    denied > 0 && counted(denied, { one: '# historial no se pudo leer.', other: '# historiales no se pudieron leer.' }),
    unread > 0 &&
      counted(unread, {
        one: '# despliegue de los historiales no se pudo leer.',
        other: '# despliegues de los historiales no se pudieron leer.',
      }),
    needsToken && 'Añada en los ajustes un token que pueda leerlos.',
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const entryLinkText = (time: string): string => `Abrir el despliegue en Qovery: ${time}`;
