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

/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build:
    'Eine neue Version von Envboard ist verfügbar. Laden Sie diese Seite neu, um sie zu nutzen. Ihr Board bleibt, wie es ist.',
  settings:
    'Die Einstellungen dieses Servers haben sich geändert. Laden Sie diese Seite neu, um sie zu nutzen. Ihr Board bleibt, wie es ist.',
} as const;
export const LATER = 'Später';
