import type { Summary } from '#domain/view/summary.ts';
import { counted, figures } from './common.ts';

export const TOOLS = 'Filtre et ordre';
export const FILTER = 'Filtrer';
export const FILTER_HINT = 'Filtrer  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'Ceci ressemble à un jeton : Envboard ne le met pas dans l’adresse et ne filtre pas avec. Videz le champ et saisissez un nom.';
export const VIEW = 'Vue';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Organiser';
export const GROUP = 'Grouper';
export const SORT = 'Trier';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label} :`;
export const SUMMARY = 'Résumé';
export const OUT_OF_DATE = 'Pas à jour';

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate }: Summary): string {
  const open = total - counts.ok - counts.idle;
  if (counts.unknown === total) return 'Pas encore vérifié.';
  const none = (rest: string): string =>
    counted(total, { one: `# environnement, pas en échec${rest}`, other: `# environnements, aucun en échec${rest}` });
  const parts = [
    counts.failing > 0 && `${figures(counts.failing)} sur ${figures(total)} en échec`,
    notReached > 0 && counted(notReached, { one: '# injoignable', other: '# injoignables' }),
    open === 0 && notReached === 0 && outOfDate > 0 && none(`, ${figures(outOfDate)} pas à jour`),
    open === 0 && notReached === 0 && outOfDate === 0 && `Tout va bien : ${none(', tout à jour')}`,
    counts.failing === 0 && notReached === 0 && open > 0 && 'Aucun en échec',
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
