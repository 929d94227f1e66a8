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

/** Shown beside the name field while the field holds a token. */
export const TOKEN_IN_NAME =
  'Ceci ressemble à un jeton : Envboard ne le met pas dans l’adresse. Le tableau garde son nom. Videz le champ et saisissez un nom.';
