import { figures } from './plural.ts';

export const SIGN_IN = 'The server no longer accepts this session. Reload the page to sign in again.';
/** `Since 14:32, 3 of 12 requests.` */
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Since ${clock}, ${figures(failing)} of ${figures(all)} requests.`;
export const KEEPING = 'The cards keep their last readings.';
export const nextTryText = (seconds: number): string => `Next try in ${seconds} s.`;
export const USE_ANOTHER_TOKEN = 'Use another token';
export const RELOAD = 'Reload';
export const TRY_NOW = 'Try now';
