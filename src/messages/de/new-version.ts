/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build:
    'Eine neue Version von Envboard ist verfügbar. Laden Sie diese Seite neu, um sie zu nutzen. Ihr Board bleibt, wie es ist.',
  settings:
    'Die Einstellungen dieses Servers haben sich geändert. Laden Sie diese Seite neu, um sie zu nutzen. Ihr Board bleibt, wie es ist.',
} as const;
export const LATER = 'Später';
