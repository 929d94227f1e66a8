import type { Summary } from '#domain/view/summary.ts';
import { counted, figures, plural } from './common.ts';

export const TOOLS = 'Filtro y orden';
export const FILTER = 'Filtrar';
export const FILTER_HINT = 'Filtrar  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'Esto parece un token: Envboard no lo pone en la dirección ni filtra por él. Vacíe el campo y escriba un nombre.';
export const VIEW = 'Vista';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Organizar';
export const GROUP = 'Agrupar';
export const SORT = 'Ordenar';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label}:`;
export const SUMMARY = 'Resumen';
export const OUT_OF_DATE = 'Desactualizado';

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate }: Summary): string {
  const open = total - counts.ok - counts.idle;
  if (counts.unknown === total) return 'Aún sin comprobar.';
  const none = (rest: string): string =>
    counted(total, { one: `# entorno, sin error${rest}`, other: `# entornos, ninguno con error${rest}` });
  const parts = [
    counts.failing > 0 && `${figures(counts.failing)} de ${figures(total)} con error`,
    notReached > 0 && plural(notReached, 'inaccesible'),
    open === 0 && notReached === 0 && outOfDate > 0 && none(`, ${plural(outOfDate, 'desactualizado')}`),
    open === 0 && notReached === 0 && outOfDate === 0 && `Todo bien: ${none(', todo al día')}`,
    counts.failing === 0 && notReached === 0 && open > 0 && 'Ninguno con error',
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
