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
