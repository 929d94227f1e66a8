import { configurationText } from './qovery-terms.ts';

/** What stands before and after an age, for those who hear it: `started 5 m ago`. */
export const LONGER_THAN_USUAL = 'longer than usual, ';
export const STARTED = 'started ';
export const DEPLOYED = 'deployed ';
export const AGO = ' ago';
export const SNOOZED = 'snoozed';

/** The lines of what a tile has no room for. */
export const stateAndConfiguration = (state: string, configuration: string | undefined): string =>
  configuration === undefined ? state : `${state}, ${configurationText(configuration).toLowerCase()}`;
export const startedText = (moment: string): string => `Started ${moment}`;
export const TAKES_LONGER = 'Takes longer than usual';
export const deployedText = (moment: string): string => `Last deployed ${moment}`;
export const notReachedText = (moment: string): string => `Not reached since ${moment}`;
