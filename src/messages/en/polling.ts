import { figures, plural } from './common.ts';
import { shortAge } from './relative-time.ts';

const aheadText = (skewMs: number): string =>
  `${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'ahead of' : 'behind'} the server’s`;

/** Beside the freshness line: `Clock 3 m ahead`. */
export const shortSkewText = (skewMs: number): string =>
  `Clock ${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'ahead' : 'behind'}`;

/** The full text, with its consequence. `skewMs` is positive for a clock that is ahead. */
export const skewText = (skewMs: number): string =>
  `This computer’s clock is ${aheadText(skewMs)}. Ages on this page use the server’s time. Set the clock in the system settings.`;

export const REFRESH = 'Refresh now';
export const PAUSE = 'Pause';
export const RESUME = 'Resume';
export const CHECK_EVERY = 'Check environments every';

/** `10 s`, `5 min`. */
export const intervalChoiceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);

export const HOW_OFTEN = 'How often the board is checked';

/** Why the poll scheduler sends no requests. */
export const PHASE_WORDS = {
  paused: 'Paused',
  hidden: 'Paused while hidden',
  offline: 'Offline',
  ended: 'Token refused',
  signedOut: 'Signed out',
} as const;

export const NOTHING_TO_CHECK = 'Nothing to check';

const secondsText = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

/** `30 s`, `10 min`. */
export const intervalText = (ms: number): string =>
  ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : secondsText(ms);

export const rangeText = (min: string, max: string): string => `${min} to ${max}`;

export const NOT_REACHED = 'Not reached';
export const HOUR_SPENT = 'Waiting: no requests left this hour';
/** `Live · every 30 s`. "Live" would be wrong for an interval that is longer than every choice of the user. */
export const liveText = (pace: string, isSlow: boolean): string => `${isSlow ? 'Slow' : 'Live'} · every ${pace}`;

/** `Live · changes within 30 s`, where the change feed makes checks rarer. */
export const changesText = (changes: string): string => `Live · changes within ${changes}`;
/** Follows that: ` · all checked every 5 min`. */
export const checksText = (checks: string): string => ` · all checked every ${checks}`;

/** Follows the status. `ms` is the time until the next request; undefined while a request is in flight. */
export const nextTryText = (ms: number | undefined): string =>
  ms === undefined ? ' · trying' : ` · next try in ${secondsText(ms)}`;
export const nextCheckText = (ms: number | undefined): string =>
  ms === undefined ? '' : ` · next in ${secondsText(ms)}`;

/**
 * Why the board is checked less often than the user chose. One check takes `requests`; `moving` of them read environments
 * in progress, which are due every ten seconds.
 */
export const slowdownText = (requests: number, moving: number): string =>
  `Checked less often: ${moving > 0 ? `${figures(moving)} of ` : ''}${plural(requests, 'request')} ${moving > 0 ? 'due every 10 s' : 'a check'}, at most 1,000 an hour.`;

/** `Failing since 14:32: 3 of 12 requests.` */
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Failing since ${clock}: ${figures(failing)} of ${figures(all)} requests.`;
export const SHOWING_LAST_KNOWN = 'The cards show the last known states.';
export const retryText = (seconds: number): string => `Envboard tries again in ${seconds} s.`;
export const USE_ANOTHER_TOKEN = 'Use another token';
