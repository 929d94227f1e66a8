import { plural } from './common.ts';

export const NOTHING_PINNED = 'Nothing pinned yet';
export const NOTHING_PINNED_WHY = 'Pin the environments you care about.';
export const NOTHING_MATCHES = 'No environment matches';
export const CLEAR_FILTERS = 'Clear filters';
export const noneMatchesText = (all: number): string => `The filters hide ${plural(all, 'environment')} on this board.`;
