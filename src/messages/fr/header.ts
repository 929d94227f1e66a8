export const KEYBOARD = 'Keyboard';
export const LEAVE_DEMO = 'Leave the demo';
export const TOKENS = 'Tokens';
export const forgetText = (isMany: boolean): string => (isMany ? 'Forget the tokens' : 'Forget the token');

export const BOARD_NAME = 'Board name';
export const MY_BOARDS = 'My boards';
export const DEMO_DATA = 'Demo data';
export const SHARE = 'Share';
export const PIN = 'Pin';
export const PIN_ENVIRONMENTS = 'Pin environments';
export const MORE = 'More';

/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build: 'A new version of Envboard is available. Reload this page to use it. Your board stays as it is.',
  settings: 'The settings of this server have changed. Reload this page to use them. Your board stays as it is.',
} as const;
export const LATER = 'Later';
