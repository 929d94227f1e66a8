import { type Summary, type SummaryPart, summaryParts } from '#domain/view/summary.ts';
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

const SUMMARY_WORDS: Readonly<Record<SummaryPart, (count: number, total: number) => string>> = {
  unchecked: () => 'Noch nicht geprüft',
  failing: (count, total) => `${figures(count)} von ${figures(total)} fehlgeschlagen`,
  allDeployed: (count) => (count === 1 ? 'Deployt' : `Alle ${figures(count)} deployt`),
  noneFailing: () => 'Keine fehlgeschlagen',
  busy: (count) => `${figures(count)} in Arbeit`,
  queued: (count) => `${figures(count)} in Warteschlange`,
  notReached: (count) => `${figures(count)} nicht erreicht`,
  unknown: (count) => `${figures(count)} unbekannt`,
  outOfDate: (count) => `${figures(count)} veraltet`,
  snoozed: (count) => `${figures(count)} stumm`,
};

/** Summarizes the whole board in one sentence. */
export const summaryText = (summary: Summary): string =>
  `${summaryParts(summary)
    .map(([part, count]) => SUMMARY_WORDS[part](count, summary.total))
    .join(', ')}.`;

/** A choice of a link that is not among those of the board. */
export const NOT_LISTED = 'nicht in der Liste';
