import type { Summary } from '#domain/view/summary.ts';
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

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate, snoozed }: Summary): string {
  if (counts.unknown === total) return 'Aún sin comprobar.';
  const busy = counts.busy + counts.queued;
  const calm =
    counts.ok === total ? (total === 1 ? 'Desplegado' : `Los ${figures(total)} desplegados`) : 'Ninguno con error';
  const parts = [
    counts.failing > 0 ? `${figures(counts.failing)} de ${figures(total)} con error` : total > snoozed && calm,
    counts.failing === 0 && busy > 0 && `${figures(busy)} en curso`,
    notReached > 0 && plural(notReached, 'inaccesible'),
    counts.failing === 0 && outOfDate > 0 && plural(outOfDate, 'desactualizado'),
    snoozed > 0 && plural(snoozed, 'silenciado'),
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
