export const TITLE = 'Envboard stopped working';
export const UNKNOWN_ERROR = 'An unknown error.';
export const NOTHING_LOST = 'Your board is its address, so nothing is lost.';
export const RELOAD = 'Reload the page';
export const OPEN_EMPTY = 'Open an empty board';
export const EMPTY_BOARD_NAME = 'Empty board';
export const versionText = (version: string): string => `Envboard ${version}`;
