/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard s’est arrêté. Rechargez la page.';
