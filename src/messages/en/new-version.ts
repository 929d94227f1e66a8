/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build: 'A new version of Envboard is available. Reload this page to use it. Your board stays as it is.',
  settings: 'The settings of this server have changed. Reload this page to use them. Your board stays as it is.',
} as const;
export const LATER = 'Later';
