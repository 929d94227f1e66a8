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

/** Shown beside the name field while the field holds a token. */
export const TOKEN_IN_NAME =
  'This looks like a token, so Envboard does not put it in the address. The board keeps its name. Clear the field and type a name.';
