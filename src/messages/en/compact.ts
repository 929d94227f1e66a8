import { configurationText } from './qovery-terms.ts';

/** Text before and after an age, for screen readers only: `started 5 m ago`. */
export const LONGER_THAN_USUAL = 'longer than usual, ';
export const STARTED = 'started ';
export const DEPLOYED = 'deployed ';
export const AGO = ' ago';
export const SNOOZED = 'snoozed';

/** Lines of a tile's tooltip: facts for which the tile has no room. */
export const stateAndConfiguration = (state: string, configuration: string | undefined): string =>
  configuration === undefined ? state : `${state}, ${configurationText(configuration).toLowerCase()}`;
export const startedText = (moment: string): string => `Started ${moment}`;
export const TAKES_LONGER = 'Takes longer than usual';
export const deployedText = (moment: string): string => `Last deployed ${moment}`;
export const notReachedText = (moment: string): string => `Not reached since ${moment}`;
