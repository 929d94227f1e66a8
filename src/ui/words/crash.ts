export const TITLE = 'Envboard stopped working';
export const UNKNOWN_ERROR = 'An unknown error.';
export const NOTHING_LOST = 'Your board is its address, so nothing is lost.';
export const RELOAD = 'Reload the page';
