export const REFRESH = 'Refresh now';
export const PAUSE = 'Pause';
export const RESUME = 'Resume';
export const CHECK_EVERY = 'Check what is calm every';

/** `10 s`, `5 min`. */
export const paceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);
