/** Replaces an environment whose component threw an error. */
export const cannotBeShown = (name: string): string => `${name} ne peut pas être affiché.`;

/** Shown while the chunk of a part of the page loads slowly. */
export const fetchingText = (part: string): string => `${part} : chargement…`;
/** Shown when the chunk of a part could not be loaded. `isAgain` is true after a failed retry. */
export const notFetchedText = (part: string, isAgain: boolean): string =>
  `${part} : chargement ${isAgain ? 'toujours ' : ''}impossible. Vérifiez la connexion.`;
/** Shown in place of a part of the page that threw an error. */
export const brokenText = (part: string, message: string): string => `${part} : arrêt sur une erreur : ${message}`;
export const TRYING = 'Nouvel essai…';

// Names of the parts, for the sentences above.
export const PART_PAGE = 'La page';
export const PART_HEADER = 'L’en-tête';
export const PART_FRESHNESS = 'L’état des vérifications';
export const PART_TOOLS = 'La barre d’outils';
export const PART_SUMMARY = 'Le résumé';
export const PART_VIEW = 'Le tableau';
export const PART_WALL = 'L’affichage mural';
export const PART_NOTICE = 'Un avis';
export const PART_SLOWDOWN = 'L’avis sur les vérifications ralenties';
export const PART_ATTENTION = 'Titre, icône et notifications';
/** The parts in the overlays chunk. */
export const PART_OVERLAYS = 'Avis, fenêtres, touches et notifications';
export const PART_MENU = 'Le menu';
export const PART_BOARDS = '« Mes tableaux »';
export const PART_COLUMNS = 'Les colonnes';
export const PART_DETAILS = 'Les détails';
export const PART_LABEL = 'Le libellé';
export const PART_QR_CODE = 'Le code QR';
export const PART_PINS = '« Épingler des environnements »';
export const PART_SHARE = '« Partager »';
export const PART_SETTINGS = 'Les réglages';
export const PART_TOKEN = 'Les jetons';
export const PART_PALETTE = 'La palette de commandes';
export const PART_KEYS = 'La liste des touches';

export const CRASH_TITLE = 'Envboard s’est arrêté';
export const UNKNOWN_ERROR = 'Une erreur inconnue.';
export const NOTHING_LOST = 'L’adresse de cette page contient votre tableau : rien n’est perdu.';
export const RELOAD_PAGE = 'Recharger la page';
export const OPEN_EMPTY = 'Ouvrir un tableau vide';
export const EMPTY_BOARD_NAME = 'Tableau vide';
export const versionText = (version: string): string => `Envboard ${version}`;
