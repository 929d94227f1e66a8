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

/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build: 'Hay una versión nueva de Envboard. Recargue esta página para usarla. Su tablero queda como está.',
  settings: 'Los ajustes de este servidor han cambiado. Recargue esta página para usarlos. Su tablero queda como está.',
} as const;
export const LATER = 'Más tarde';
