import type { TimeFormat } from '#domain/settings.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { type CompareWith, isCompared, type Row, type RowOrder } from '#domain/versions/version-matrix.ts';
import { hasNoServices, type VersionSummary } from '#domain/versions/version-summary.ts';
import { counted, figures, plural } from './common.ts';
import { modeText } from './qovery-terms.ts';
import { shortAge } from './relative-time.ts';
import { shortAgeText } from './short-date-time.ts';

export const VERSIONS_WORDS = {
  filter: 'Filtrar los servicios',
  filterHint: 'Filtrar los servicios  /',
  tools: 'Filtro y orden de los servicios',
  compare: 'Comparar',
  rows: 'Filas',
  previews: 'Previews',
  copy: 'Copiar las versiones',
  copyMarkdown: 'Copiar como Markdown',
  copyCsv: 'Copiar como CSV',
  markdownCopied: 'Las versiones se han copiado como Markdown.',
  csvCopied: 'Las versiones se han copiado como CSV.',
  notCopied: 'Este navegador denegó el portapapeles. Seleccione la tabla y cópiela.',
  service: 'Servicio',
  absent: 'no está aquí',
  waiting: 'aún sin consultar',
  unread: 'no se pudo leer',
  nothingCompared: 'nada comparado',
  noneRead: 'No se pudo leer ninguna versión.',
  noVersion: 'sin versión',
  unknown: 'desconocida',
  loading: 'Cargando las versiones…',
  waitingForBudget: 'Esperando solicitudes libres',
  notAsked: 'En espera',
  stateUnread: 'No se pudo leer el estado',
  noState: 'Qovery no da su estado',
  missing: 'No existe o sin acceso',
  tryAgain: 'Reintentar',
  otherSource: 'otra fuente',
  different: 'distinta',
  edited: 'editado, sin desplegar',
  sameMovingTag: 'mismo tag mutable',
  commit: 'Commit',
  comparison: 'Comparar',
  console: 'Abrir en Qovery',
  close: 'Cerrar',
  noServices: 'No hay servicios en los entornos de este proyecto.',
  noServicesStep: 'Añada un servicio en Qovery o fije otros entornos.',
  nothingMatches: 'Ningún servicio coincide con el filtro.',
  clear: 'Borrar los filtros',
  onlyPreviews: 'Aquí solo hay entornos preview fijados.',
  showPreviews: 'Mostrar las previews',
  noEnvironments: 'Ningún entorno coincide con los filtros.',
  inStep: 'Gris: igual que la columna de la izquierda',
  inStepLast: 'Gris: igual que la última columna',
  whereKnown: 'si se conoce el orden',
  elseDifferent: 'no es la misma, orden desconocido',
  sameName: 'mismo nombre, otro repositorio u otra imagen',
  notDeployed: 'aún sin desplegar',
  maybeDeployed: 'no se sabe si está desplegada',
  mayDiffer: 'tags iguales, quizá imágenes distintas',
  configured: 'configurada',
  behind: 'por detrás',
  ahead: 'por delante',
  unnamedProject: 'Proyecto sin nombre',
  noCommits: 'El commit no está entre los 100 últimos de su rama.',
  commitsFailed: 'No se pudieron cargar los commits de la rama.',
  loadingCommits: 'Cargando el commit…',
  with: 'con',
  left: 'Primer entorno',
  right: 'Segundo entorno',
} as const;

export const COMPARE_CHOICES = {
  left: 'con la columna izquierda',
  last: 'con la última columna',
} as const satisfies Record<CompareWith, string>;

export const ROW_CHOICES = {
  differing: 'diferencias primero',
  name: 'por nombre',
} as const satisfies Record<RowOrder, string>;

export const PREVIEW_CHOICES = { hidden: 'ocultas', shown: 'visibles' } as const;

const MINUTE_MS = 60_000;

/** The age of a cell: `ahora mismo`, `hace 4 min`, or a date. */
export const cellAgeText = (at: number, now: number, format: TimeFormat): string => {
  if (isShownAsDate(at, now, format)) return shortAgeText(at, now, format);
  return now - at < MINUTE_MS ? 'ahora mismo' : `hace ${shortAge(now - at)}`;
};

/** `versiones de hace 20 s`. */
export const answerAgeText = (at: number, now: number): string => `versiones de hace ${shortAge(now - at)}`;

export const renamedText = (name: string): string => `misma fuente que ${name}`;

/** `4 de 7 difieren, 1 solo en uno`; `ninguno difiere`. */
export function projectNote(rows: readonly Row[], inOneOnly: number): string {
  const [differing, services] = [rows.filter(({ isApart }) => isApart).length, rows.length];
  const differ = !rows.some(isCompared)
    ? VERSIONS_WORDS.nothingCompared
    : differing === 0
      ? 'ninguno difiere'
      : `${figures(differing)} de ${figures(services)} ${differing === 1 ? 'difiere' : 'difieren'}`;
  return inOneOnly > 0 ? `${differ}, ${figures(inOneOnly)} solo en uno` : differ;
}

/** `6 de 12 servicios difieren entre staging y producción.` */
export function versionsSentence(summary: VersionSummary): string {
  const { services, compared, differing, between, unread, environments, answered } = summary;
  const [left, right] = (between ?? []).map((mode) => modeText(mode).toLowerCase());
  const where = left && right ? `entre ${left} y ${right}` : 'entre entornos';
  if (environments === 0) return '';
  if (hasNoServices(summary)) return `No hay servicios en ${plural(answered, 'entorno')}.`;
  if (services === 0) return unread > 0 && unread === environments ? VERSIONS_WORDS.noneRead : 'Aún sin versiones.';
  if (compared === 0) return `${plural(services, 'servicio')}, ${VERSIONS_WORDS.nothingCompared}.`;
  if (differing === 0) return `No se conoce ninguna diferencia ${where} en ${plural(compared, 'servicio')}.`;
  return `${figures(differing)} de ${plural(compared, 'servicio')} ${differing === 1 ? 'difiere' : 'difieren'} ${where}.`;
}

/** `2 están configurados pero sin desplegar, 1 existe en un solo entorno.`; empty for none. */
export function versionsNote(summary: VersionSummary): string {
  if (hasNoServices(summary)) return VERSIONS_WORDS.noServicesStep;
  const { unknown, pending, inOneOnly } = summary;
  const parts = [
    unknown > 0 && `${figures(unknown)} no se ${unknown === 1 ? 'pudo' : 'pudieron'} comparar`,
    pending > 0 &&
      counted(pending, {
        one: '# está configurado pero sin desplegar',
        other: '# están configurados pero sin desplegar',
      }),
    inOneOnly > 0 && `${figures(inOneOnly)} ${inOneOnly === 1 ? 'existe' : 'existen'} en un solo entorno`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

/** Counts the environments whose services are missing, all or some, and names the step that would allow them; empty for none. */
export const unreadNote = ({ unread, partlyRead, environments, isDenied }: VersionSummary): string =>
  [
    unread > 0 && `No se pudieron leer los servicios de ${figures(unread)} de ${plural(environments, 'entorno')}.`,
    partlyRead > 0 && `No se pudieron leer algunos servicios de ${plural(partlyRead, 'entorno')}.`,
    isDenied && 'Añada en los ajustes un token que pueda leerlos.',
  ]
    .filter((part) => part !== false)
    .join(' ');

export const loadingNote = (loaded: number, all: number): string =>
  counted(all, {
    one: `${figures(loaded)} de # entorno cargado.`,
    other: `${figures(loaded)} de # entornos cargados.`,
  });

export const matrixLabel = (project: string): string => `Versiones del proyecto ${project}`;

export const moreInStepText = (names: readonly string[]): string =>
  `${counted(names.length, { one: '# más igual', other: '# más iguales' })}: ${names.join(', ')}`;

export const SEPARATOR = '·';

export const NO_VALUE = '—';

/** `staging: 2.5.0 configurada`. */
export const pendingThereText = (environment: string, configured: string): string => `${environment}: ${configured}`;

/** The note of a project that has one of the two compared environments. */
export const onlyModeText = (columns: number): string => (columns === 1 ? 'nada que comparar' : '');

/** `proyecto 1 de 3`; empty for one project. */
export const projectPositionText = (position: number, count: number): string =>
  count > 1 ? `proyecto ${figures(position)} de ${figures(count)}` : '';

/** `5 servicios más, 2 de ellos difieren`. */
export function moreRowsText(rows: readonly Pick<Row, 'isApart'>[]): string {
  const differing = rows.filter(({ isApart }) => isApart).length;
  const more = `${plural(rows.length, 'servicio')} más`;
  return differing === 0 ? more : `${more}, ${figures(differing)} de ellos ${differing === 1 ? 'difiere' : 'difieren'}`;
}

/** The age of a column's answer on the wall. */
export const wallAgeText = (at: number | undefined, now: number, format: TimeFormat): string =>
  at === undefined ? VERSIONS_WORDS.notAsked : cellAgeText(at, now, format);
