import { figures, plural } from './common.ts';
import { shortAge } from './relative-time.ts';

const aheadText = (skewMs: number): string =>
  `${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'ahead of' : 'behind'} the server’s`;

/** Beside the freshness line: `Clock 3 m ahead`. */
export const shortSkewText = (skewMs: number): string =>
  `Clock ${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'ahead' : 'behind'}`;

/** In full, with what it means. `skewMs` is positive for a clock that is ahead. */
export const skewText = (skewMs: number): string =>
  `This computer’s clock is ${aheadText(skewMs)}. Ages on this page use the server’s time. Set the clock in the system settings.`;

export const REFRESH = 'Refresh now';
export const PAUSE = 'Pause';
export const RESUME = 'Resume';
export const CHECK_EVERY = 'Check what is calm every';

/** `10 s`, `5 min`. */
export const intervalChoiceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);

export const HOW_OFTEN = 'How often the board is checked';

/** Why nothing is asked. */
export const PHASE_WORDS = {
  paused: 'Paused',
  hidden: 'Paused while hidden',
  offline: 'Offline',
  ended: 'Token refused',
} as const;

export const NOTHING_TO_CHECK = 'Nothing to check';

const secondsText = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

/** `30 s`, `10 min`. */
export const intervalText = (ms: number): string =>
  ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : secondsText(ms);

export const rangeText = (least: string, most: string): string => `${least} to ${most}`;

export const NOT_REACHED = 'Not reached';
export const HOUR_SPENT = 'Waiting: no requests left this hour';
export const liveText = (pace: string): string => `Live · every ${pace}`;

/** Said after the line. `ms` is how long until then; undefined while one is under way. */
export const nextTryText = (ms: number | undefined): string =>
  ms === undefined ? ' · trying' : ` · next try in ${secondsText(ms)}`;
export const nextCheckText = (ms: number | undefined): string =>
  ms === undefined ? '' : ` · next in ${secondsText(ms)}`;

/** Why the board is checked less often than chosen. `requests` is how many one round takes. */
export const slowdownText = (requests: number): string =>
  `Checked less often: ${plural(requests, 'request')} a round share 1,000 an hour.`;

export const SIGN_IN = 'The server no longer accepts this session. Reload the page to sign in again.';
/** `Since 14:32, 3 of 12 requests.` */
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Since ${clock}, ${figures(failing)} of ${figures(all)} requests.`;
export const KEEPING = 'The cards keep their last readings.';
export const retryText = (seconds: number): string => `Next try in ${seconds} s.`;
export const USE_ANOTHER_TOKEN = 'Use another token';
