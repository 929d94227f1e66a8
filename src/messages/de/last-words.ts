/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard wurde beendet. Laden Sie die Seite neu.';
/** Shown in place of the page in a browser without cascade layers. */
export const NEEDS_NEWER_BROWSER =
  'Envboard braucht einen neueren Browser: mindestens Chrome oder Edge 103, Firefox ESR oder Safari 17.';
