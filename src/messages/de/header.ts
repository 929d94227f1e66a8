export const KEYBOARD = 'Tastatur';
export const LEAVE_DEMO = 'Demo verlassen';
export const TOKENS = 'Tokens';
export const forgetText = (isMany: boolean): string => (isMany ? 'Tokens vergessen' : 'Token vergessen');

export const BOARD_NAME = 'Name des Boards';
export const MY_BOARDS = 'Meine Boards';
export const DEMO_DATA = 'Demodaten';
export const SHARE = 'Teilen';
export const PIN = 'Anheften';
export const PIN_ENVIRONMENTS = 'Umgebungen anheften';
export const MORE = 'Mehr';
