/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build:
    'Une nouvelle version d’Envboard est disponible. Rechargez cette page pour l’utiliser. Votre tableau reste tel quel.',
  settings:
    'Les réglages de ce serveur ont changé. Rechargez cette page pour les utiliser. Votre tableau reste tel quel.',
} as const;
export const LATER = 'Plus tard';
