/** Shown when the crash page throws too, or when the main script did not load. */
export const LAST_WORDS = 'Envboard s’est arrêté. Rechargez la page.';
/** Shown in place of the page in a browser without cascade layers. */
export const NEEDS_NEWER_BROWSER =
  'Envboard a besoin d’un navigateur plus récent : au moins Chrome ou Edge 103, Firefox ESR ou Safari 17.';
