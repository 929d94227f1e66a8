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

/** Shown beside the name field while the field holds a token. */
export const TOKEN_IN_NAME =
  'Das sieht nach einem Token aus. Envboard schreibt es nicht in die Adresse, und das Board behält seinen Namen. Leeren Sie das Feld und geben Sie einen Namen ein.';
