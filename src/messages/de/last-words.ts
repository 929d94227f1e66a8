/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard wurde beendet. Laden Sie die Seite neu.';
