import { counted, figures, plural } from './common.ts';

export const MANAGE = 'Gérer les tableaux…';
/** Opens the dialog that labels the environments of this board. */
export const LABELS = 'Libellés…';
export const NEW_BOARD = 'Nouveau tableau';
export const DUPLICATE_THIS = 'Dupliquer ce tableau';

export const NONE_YET =
  'Aucun tableau pour l’instant. Épinglez des environnements pour créer le premier. Un tableau partagé apparaît ici quand vous l’enregistrez.';
export const NOT_KEPT =
  'Ce navigateur n’enregistre rien pour cette page : vos tableaux sont perdus quand vous la fermez. Exportez-les pour les conserver.';

/** Boards that this browser stores, of which a part is damaged. */
export const unreadBoardsText = (boards: number): string =>
  counted(boards, {
    one: '# tableau enregistré n’a pas pu être lu. Il reste dans ce navigateur. Exportez-le dans un fichier que vous pouvez réparer et importer. Vous pourrez ensuite le supprimer ici.',
    other:
      '# tableaux enregistrés n’ont pas pu être lus. Ils restent dans ce navigateur. Exportez-les dans un fichier que vous pouvez réparer et importer. Vous pourrez ensuite les supprimer ici.',
  });
export const EXPORT_UNREAD = 'Exporter les données illisibles';
export const REMOVE_UNREAD = 'Supprimer les données illisibles';
export const REMOVED_UNREAD = 'Données illisibles supprimées.';

/** The name of a copy. */
export const copyOf = (name: string): string => `${name} (copie)`.trim();
const limitText = (max: number): string => `Envboard enregistre ${figures(max)} tableaux au plus`;
export const addedText = (title: string): string => `${title} ajouté.`;
export const fullText = (max: number): string => `${limitText(max)}. Supprimez-en un d’abord.`;
export const placedText = (title: string, position: number, all: number): string =>
  `${title} est maintenant en position ${figures(position)} sur ${figures(all)}.`;
export const deletedText = (title: string): string => `${title} supprimé.`;

export const NEW_NAME = 'Nouveau nom';
export const OPEN_NOW = ' · ouvert';
export const pinsText = (pins: number): string => (pins === 0 ? 'Rien d’épinglé' : plural(pins, 'épingle'));
export const renameText = (title: string): string => `Renommer ${title}`;
export const duplicateText = (title: string): string => `Dupliquer ${title}`;
export const moveUpText = (title: string): string => `Monter ${title}`;
export const moveDownText = (title: string): string => `Descendre ${title}`;
export const deleteText = (title: string): string => `Supprimer ${title}`;

export const EXPORT = 'Exporter';
export const exportedText = (boards: number, file: string): string =>
  `${counted(boards, { one: '# tableau exporté', other: '# tableaux exportés' })} vers ${file}.`;
export const NOT_EXPORTED = 'Export impossible : ce navigateur ne laisse pas la page enregistrer de fichier.';
export const IMPORT_FILE = 'Importer…';
export const DROP_HINT = 'Vous pouvez aussi déposer un fichier ici. Les fichiers ne contiennent aucun jeton.';

export const IMPORT = 'Import';
export const importText = (boards: number): string => `Importer ${plural(boards, 'tableau', 'tableaux')}`;
export const importedText = (boards: number): string =>
  counted(boards, { one: '# tableau importé.', other: '# tableaux importés.' });
export const TOO_LARGE = 'le fichier dépasse la limite de 1 Mo.';
export const UNREADABLE = 'le navigateur n’a pas pu lire ce fichier.';
export const NOTHING_USABLE = 'le fichier ne contient aucun tableau utilisable par Envboard.';
export const NO_BOARDS = 'le fichier ne contient aucun tableau.';
export const usableText = (boards: number, titles: string): string =>
  counted(boards, {
    one: `# tableau peut être importé : ${titles}.`,
    other: `# tableaux peuvent être importés : ${titles}.`,
  });
export const duplicatesText = (duplicates: number): string =>
  counted(duplicates, {
    one: '# tableau ignoré, car déjà dans « Mes tableaux ».',
    other: '# tableaux ignorés, car déjà dans « Mes tableaux ».',
  });
/** All boards of a file are there already. */
export const nothingNewText = (boards: number): string =>
  counted(boards, {
    one: 'Rien à ajouter : le tableau de ce fichier est déjà dans « Mes tableaux ».',
    other: 'Rien à ajouter : les # tableaux de ce fichier sont déjà dans « Mes tableaux ».',
  });
/** Follows the number of pins: the most urgent condition in this browser's last readings of the board. */
export const lastSeenText = (condition: string): string => ` · vu en dernier : ${condition}`;
export const roomText = (room: number, limit: number): string =>
  `Il reste de la place pour ${figures(room)} : ${limitText(limit)}.`;
/** `« A », « B » et 3 autres`. */
export const titlesText = (titles: readonly string[], more: number): string => {
  const named = titles.map((title) => `« ${title} »`).join(', ');
  return more > 0 ? `${named} et ${plural(more, 'autre')}` : named;
};
export const moreProblemsText = (more: number): string => `et ${plural(more, 'autre')}.`;

export const SHARED = 'Tableau partagé';
export const SHARED_TITLE = 'Tableau partagé.';
export const SHARED_WHY = 'Vos propres tableaux restent tels quels.';
export const DELETED = 'Tableau supprimé';
export const DELETED_TITLE = 'Ce tableau a été supprimé.';
export const DELETED_WHY = 'Il n’est plus dans « Mes tableaux », mais son adresse l’affiche toujours.';
/** A board of which damaged data may be stored. */
export const MISSING = 'Tableau manquant';
export const MISSING_TITLE = 'Ce tableau n’est pas dans « Mes tableaux ».';
export const MISSING_WHY =
  'Il a été supprimé, ou sa copie enregistrée n’a pas pu être lue. Son adresse l’affiche encore.';
export const SAVE_TO_MINE = 'Ajouter à mes tableaux';
export const TEAM_BOARDS = 'Tableaux d’équipe';
export const TEAM_BOARD = 'Tableau d’équipe';
export const TEAM_TITLE = 'Tableau d’équipe.';
export const TEAM_WHY = 'Il suit le fichier de ce serveur. Si vous le modifiez, vous obtenez votre propre tableau.';
export const TEAM_MISSING_TITLE = 'Tableau d’équipe inconnu.';
export const teamMissingText = (slug: string): string =>
  `Ce serveur n’a pas de tableau d’équipe « ${slug} ». Le menu « Mes tableaux » liste ceux qu’il a.`;
export const TEAM_PROBLEMS = 'Problèmes dans le fichier boards.json du serveur :';
export const SAVED = 'Ajouté à mes tableaux.';
export const SAVED_FOR_NOW =
  'Enregistré jusqu’à la fermeture de cette page seulement, car le stockage de ce navigateur est plein ou bloqué. Exportez vos tableaux pour les conserver.';
export const notSavedText = (max: number): string => `Non enregistré : ${limitText(max)}. Supprimez-en un d’abord.`;
