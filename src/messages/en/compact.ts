import { configurationText } from './qovery-terms.ts';

/** Read before a running time, for screen readers only. */
export const LONGER_THAN_USUAL = 'longer than usual, ';
/** Text before and after an age, or a date, for screen readers only: `started 5 m ago`, `deployed Jul 4, 14:32`. */
export const aroundTime = (
  isRunning: boolean,
  isDate: boolean,
): { readonly before: string; readonly after: string } => ({
  before: isRunning ? 'started ' : 'deployed ',
  after: isDate ? '' : ' ago',
});
export const SNOOZED = 'snoozed';

/** Lines of a tile's tooltip: facts for which the tile has no room. */
export const stateAndConfiguration = (state: string, configuration: string | undefined): string =>
  configuration === undefined ? state : `${state}, ${configurationText(configuration).toLowerCase()}`;
export const startedText = (moment: string): string => `Started ${moment}`;
export const TAKES_LONGER = 'Takes longer than usual';
export const deployedText = (moment: string): string => `Last deployed ${moment}`;
export const notReachedText = (moment: string): string => `Not reached since ${moment}`;
