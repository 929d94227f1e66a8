import type { Summary } from '#domain/view/summary.ts';
import { figures } from './common.ts';

export const TOOLS = 'Filter und Reihenfolge';
export const FILTER = 'Filtern';
export const FILTER_HINT = 'Filtern  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'Das sieht nach einem Token aus. Envboard schreibt es nicht in die Adresse und filtert nicht danach. Leeren Sie das Feld und geben Sie einen Namen ein.';
export const PAGE = 'Seite';
export const VIEW = 'Ansicht';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Anordnen';
export const GROUP = 'Gruppe';
export const SORT = 'Sortierung';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label}:`;
export const SUMMARY = 'Zusammenfassung';
export const OUT_OF_DATE = 'Veraltet';

/** `23 of 300 shown`, while a filter hides environments. */
export const shownText = (shown: number, total: number): string => `${figures(shown)} von ${figures(total)} angezeigt`;

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate, snoozed }: Summary): string {
  if (counts.unknown === total) return 'Noch nicht geprüft.';
  const busy = counts.busy + counts.queued;
  const calm =
    counts.ok === total ? (total === 1 ? 'Deployt' : `Alle ${figures(total)} deployt`) : 'Keine fehlgeschlagen';
  const parts = [
    counts.failing > 0 ? `${figures(counts.failing)} von ${figures(total)} fehlgeschlagen` : total > snoozed && calm,
    counts.failing === 0 && busy > 0 && `${figures(busy)} in Arbeit`,
    notReached > 0 && `${figures(notReached)} nicht erreicht`,
    counts.failing === 0 && outOfDate > 0 && `${figures(outOfDate)} veraltet`,
    snoozed > 0 && `${figures(snoozed)} stumm`,
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
