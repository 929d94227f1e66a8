import { type Summary, type SummaryPart, summaryParts } from '#domain/view/summary.ts';
import { counted, figures, plural } from './common.ts';

export const TOOLS = 'Filtre et ordre';
export const FILTER = 'Filtrer';
export const FILTER_HINT = 'Filtrer  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'Ceci ressemble à un jeton : Envboard ne le met pas dans l’adresse et ne filtre pas avec. Videz le champ et saisissez un nom.';
export const PAGE = 'Page';
export const VIEW = 'Vue';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Organiser';
export const GROUP = 'Grouper';
export const SORT = 'Trier';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label} :`;
export const SUMMARY = 'Résumé';
export const OUT_OF_DATE = 'Pas à jour';

/** `23 of 300 shown`, while a filter hides environments. */
export const shownText = (shown: number, total: number): string => `${figures(shown)} sur ${figures(total)} affichés`;

const SUMMARY_WORDS: Readonly<Record<SummaryPart, (count: number, total: number) => string>> = {
  unchecked: () => 'Pas encore vérifié',
  failing: (count, total) => `${figures(count)} sur ${figures(total)} en échec`,
  allDeployed: (count) => (count === 1 ? 'Déployé' : `Les ${figures(count)} sont déployés`),
  noneFailing: () => 'Aucun en échec',
  busy: (count) => `${figures(count)} en cours`,
  queued: (count) => `${figures(count)} en attente`,
  notReached: (count) => counted(count, { one: '# injoignable', other: '# injoignables' }),
  unknown: (count) => plural(count, 'inconnu'),
  outOfDate: (count) => `${figures(count)} pas à jour`,
  snoozed: (count) => `${figures(count)} en sourdine`,
};

/** Summarizes the whole board in one sentence. */
export const summaryText = (summary: Summary): string =>
  `${summaryParts(summary)
    .map(([part, count]) => SUMMARY_WORDS[part](count, summary.total))
    .join(', ')}.`;

/** A choice of a link that is not among those of the board. */
export const NOT_LISTED = 'absent de la liste';
