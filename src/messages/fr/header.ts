export const KEYBOARD = 'Clavier';
export const LEAVE_DEMO = 'Quitter la démo';
export const TOKENS = 'Jetons';
export const forgetText = (isMany: boolean): string => (isMany ? 'Oublier les jetons' : 'Oublier le jeton');

export const BOARD_NAME = 'Nom du tableau';
export const MY_BOARDS = 'Mes tableaux';
export const DEMO_DATA = 'Données de démo';
export const SHARE = 'Partager';
export const PIN = 'Épingler';
export const PIN_ENVIRONMENTS = 'Épingler';
export const MORE = 'Plus';

/** Shown beside a button that reloads the page, when the server has a newer build or newer settings. */
export const NEW_VERSION_WORDS = {
  build:
    'Une nouvelle version d’Envboard est disponible. Rechargez cette page pour l’utiliser. Votre tableau reste tel quel.',
  settings:
    'Les réglages de ce serveur ont changé. Rechargez cette page pour les utiliser. Votre tableau reste tel quel.',
} as const;
export const LATER = 'Plus tard';
