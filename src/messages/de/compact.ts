import { configurationText } from './qovery-terms.ts';

/** Read before a running time, for screen readers only. */
export const LONGER_THAN_USUAL = 'länger als üblich, ';
/** Text before and after an age, or a date, for screen readers only. */
export const aroundTime = (
  isRunning: boolean,
  isDate: boolean,
): { readonly before: string; readonly after: string } => ({
  before: `${isRunning ? 'gestartet' : 'deployt'} ${isDate ? 'am' : 'vor'} `,
  after: '',
});
export const SNOOZED = 'stumm';

/** Lines of a tile's tooltip: facts for which the tile has no room. */
export const stateAndConfiguration = (state: string, configuration: string | undefined): string =>
  configuration === undefined ? state : `${state}, ${configurationText(configuration).toLowerCase()}`;
export const startedText = (moment: string): string => `Gestartet: ${moment}`;
export const TAKES_LONGER = 'Dauert länger als üblich';
export const deployedText = (moment: string): string => `Letztes Deployment: ${moment}`;
export const notReachedText = (moment: string): string => `Nicht erreicht seit: ${moment}`;
