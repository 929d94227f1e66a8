export const DEPLOYED = 'Deployed';
export const DURATION = 'Duration';
export const ORIGIN = 'Origin';
export const LAST_RESULT = 'Last result';
/** Before a moment: `started 4 minutes ago`. */
export const STARTED = 'started';
