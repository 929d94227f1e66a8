/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard dejó de funcionar. Recargue la página.';
