import { configurationText } from './qovery-terms.ts';

/** Read before a running time, for screen readers only. */
export const LONGER_THAN_USUAL = 'plus long que d’habitude, ';
/** Text before and after an age, or a date, for screen readers only. */
export const aroundTime = (
  isRunning: boolean,
  isDate: boolean,
): { readonly before: string; readonly after: string } => ({
  before: `${isRunning ? 'démarré' : 'déployé'} ${isDate ? 'le' : 'il y a'} `,
  after: '',
});
export const SNOOZED = 'en sourdine';

/** Lines of a tile's tooltip: facts for which the tile has no room. */
export const stateAndConfiguration = (state: string, configuration: string | undefined): string =>
  configuration === undefined ? state : `${state}, ${configurationText(configuration).toLowerCase()}`;
export const startedText = (moment: string): string => `Démarré : ${moment}`;
export const TAKES_LONGER = 'Plus long que d’habitude';
export const deployedText = (moment: string): string => `Dernier déploiement : ${moment}`;
export const notReachedText = (moment: string): string => `Injoignable depuis : ${moment}`;
