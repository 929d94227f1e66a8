import type { Summary } from '#domain/view/summary.ts';
import { counted, figures } from './common.ts';

export const TOOLS = 'Filter und Reihenfolge';
export const FILTER = 'Filtern';
export const FILTER_HINT = 'Filtern  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'Das sieht nach einem Token aus. Envboard schreibt es nicht in die Adresse und filtert nicht danach. Leeren Sie das Feld und geben Sie einen Namen ein.';
export const VIEW = 'Ansicht';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Anordnen';
export const GROUP = 'Gruppe';
export const SORT = 'Sortierung';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label}:`;
export const SUMMARY = 'Zusammenfassung';
export const OUT_OF_DATE = 'Veraltet';

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate }: Summary): string {
  const open = total - counts.ok - counts.idle;
  if (counts.unknown === total) return 'Noch nicht geprüft.';
  const none = (rest: string): string =>
    counted(total, {
      one: `# Umgebung, nicht fehlgeschlagen${rest}`,
      other: `# Umgebungen, keine fehlgeschlagen${rest}`,
    });
  const parts = [
    counts.failing > 0 && `${figures(counts.failing)} von ${figures(total)} fehlgeschlagen`,
    notReached > 0 && `${figures(notReached)} nicht erreicht`,
    open === 0 && notReached === 0 && outOfDate > 0 && none(`, ${figures(outOfDate)} veraltet`),
    open === 0 && notReached === 0 && outOfDate === 0 && `Alles in Ordnung: ${none(' oder veraltet')}`,
    counts.failing === 0 && notReached === 0 && open > 0 && 'Keine fehlgeschlagen',
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
