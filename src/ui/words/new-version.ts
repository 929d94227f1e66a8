/** What the server has and the open page does not. Said beside a button that reloads the page. */
export const NEW_VERSION_WORDS = {
  build: 'A new version of Envboard is on the server. Reload this page to use it; the board stays as it is.',
  settings: 'The settings of this server have changed. Reload this page to use them; the board stays as it is.',
} as const;
export const RELOAD = 'Reload';
export const LATER = 'Later';
