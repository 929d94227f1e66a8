import type { Summary } from '#domain/view/summary.ts';
import { counted, figures } from './common.ts';

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

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate, snoozed }: Summary): string {
  if (counts.unknown === total) return 'Pas encore vérifié.';
  const busy = counts.busy + counts.queued;
  const calm =
    counts.ok === total ? (total === 1 ? 'Déployé' : `Les ${figures(total)} sont déployés`) : 'Aucun en échec';
  const parts = [
    counts.failing > 0 ? `${figures(counts.failing)} sur ${figures(total)} en échec` : total > snoozed && calm,
    counts.failing === 0 && busy > 0 && `${figures(busy)} en cours`,
    notReached > 0 && counted(notReached, { one: '# injoignable', other: '# injoignables' }),
    counts.failing === 0 && outOfDate > 0 && `${figures(outOfDate)} pas à jour`,
    snoozed > 0 && `${figures(snoozed)} en sourdine`,
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
