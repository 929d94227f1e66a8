/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard stopped working. Reload the page.';
/** Shown in place of the page in a browser without cascade layers. */
export const NEEDS_NEWER_BROWSER =
  'Envboard needs a newer browser: at least Chrome or Edge 103, Firefox ESR or Safari 17.';
