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

/** What the server has and the open page does not. Said beside a button that reloads the page. */
export const NEW_VERSION_WORDS = {
  build: 'A new version of Envboard is on the server. Reload this page to use it; the board stays as it is.',
  settings: 'The settings of this server have changed. Reload this page to use them; the board stays as it is.',
} as const;
export const LATER = 'Later';
