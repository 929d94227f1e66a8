export const KEYBOARD = 'Teclado';
export const LEAVE_DEMO = 'Salir de la demo';
export const TOKENS = 'Tokens';
export const forgetText = (isMany: boolean): string => (isMany ? 'Olvidar los tokens' : 'Olvidar el token');

export const BOARD_NAME = 'Nombre del tablero';
export const MY_BOARDS = 'Mis tableros';
export const DEMO_DATA = 'Datos de demo';
export const SHARE = 'Compartir';
export const PIN = 'Fijar';
export const PIN_ENVIRONMENTS = 'Fijar entornos';
export const MORE = 'Más';

/** Shown beside the name field while the field holds a token. */
export const TOKEN_IN_NAME =
  'Esto parece un token: Envboard no lo pone en la dirección. El tablero conserva su nombre. Vacíe el campo y escriba un nombre.';
