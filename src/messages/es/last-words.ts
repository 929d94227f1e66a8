/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard dejó de funcionar. Recargue la página.';
/** Shown in place of the page in a browser without cascade layers. */
export const NEEDS_NEWER_BROWSER =
  'Envboard necesita un navegador más reciente: al menos Chrome o Edge 103, Firefox ESR o Safari 17.';
