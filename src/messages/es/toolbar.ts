import { type Summary, type SummaryPart, summaryParts } from '#domain/view/summary.ts';
import { figures, plural } from './common.ts';

export const TOOLS = 'Filtro y orden';
export const FILTER = 'Filtrar';
export const FILTER_HINT = 'Filtrar  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'Esto parece un token: Envboard no lo pone en la dirección ni filtra por él. Vacíe el campo y escriba un nombre.';
export const PAGE = 'Página';
export const VIEW = 'Vista';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Organizar';
export const GROUP = 'Agrupar';
export const SORT = 'Ordenar';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label}:`;
export const SUMMARY = 'Resumen';
export const OUT_OF_DATE = 'Desactualizado';

/** `23 of 300 shown`, while a filter hides environments. */
export const shownText = (shown: number, total: number): string => `${figures(shown)} de ${figures(total)} visibles`;

const SUMMARY_WORDS: Readonly<Record<SummaryPart, (count: number, total: number) => string>> = {
  unchecked: () => 'Aún sin comprobar',
  failing: (count, total) => `${figures(count)} de ${figures(total)} con error`,
  allDeployed: (count) => (count === 1 ? 'Desplegado' : `Los ${figures(count)} desplegados`),
  noneFailing: () => 'Ninguno con error',
  busy: (count) => `${figures(count)} en curso`,
  queued: (count) => `${figures(count)} en cola`,
  notReached: (count) => plural(count, 'inaccesible'),
  unknown: (count) => plural(count, 'desconocido'),
  outOfDate: (count) => plural(count, 'desactualizado'),
  snoozed: (count) => plural(count, 'silenciado'),
};

/** Summarizes the whole board in one sentence. */
export const summaryText = (summary: Summary): string =>
  `${summaryParts(summary)
    .map(([part, count]) => SUMMARY_WORDS[part](count, summary.total))
    .join(', ')}.`;

/** A choice of a link that is not among those of the board. */
export const NOT_LISTED = 'fuera de la lista';
