import type { MarkdownWords } from '#domain/board/board-markdown.ts';
import type { ProjectLink } from '#domain/board/share-link.ts';
import { counted, figures, PRODUCT, plural } from './common.ts';
import { configurationText } from './qovery-terms.ts';

/** Texts of the Markdown snippet besides names and times. */
export const MARKDOWN_WORDS: Omit<MarkdownWords, 'state'> = {
  configuration: configurationText,
  notes: {
    fresh: '',
    late: ' (réponse en retard)',
    unreachable: ' (injoignable)',
    kept: ' (dernier état connu)',
  },
  untitled: PRODUCT,
  statesAt: (time) => `États au ${time} :`,
  columns: ['Environnement', 'Projet', 'État', 'Configuration', 'Dernier déploiement'],
  open: 'Ouvrir le tableau',
};

export const SHARE_BOARD = 'Partager ce tableau';
export const LINK = 'Lien';
export const COPY_LINK = 'Copier le lien';
export const LINK_COPIED = 'Lien copié.';
export const WITH_FILTERS = 'Avec les filtres';
export const NO_FILTERS = 'Avec les filtres (aucun n’est actif)';
export const IN_THIS_LANGUAGE = 'Ouvrir en français';
export const AS_WALL = 'Ouvrir en affichage mural';
/** Activity and Delivery have no wall of their own. */
export const NO_WALL_HERE = 'Cette page n’a pas d’affichage mural. Celui du tableau s’ouvre.';

/** The needs of another user who opens the link, for each kind of connection. */
export const NEEDS = {
  token:
    'Les autres ont besoin d’un accès à cette adresse, et d’un jeton Qovery qui peut lire ces environnements. Votre jeton n’est pas dans le lien.',
  gateway:
    'Les autres ont besoin d’un accès à cette adresse. Aucun jeton ne leur est demandé, car la passerelle le détient. Le lien ne contient aucun secret.',
  demo: 'Les autres ont besoin d’un accès à cette adresse. Les environnements sont des données de démo. Si Envboard demande un jeton, la démo n’en a pas besoin.',
} as const;

const lengthText = (length: number): string => `Le lien compte ${figures(length)} caractères`;
export const EMPTY_BOARD = 'Rien n’est épinglé : le lien ouvre un tableau vide.';
export const fragmentText = (length: number): string =>
  `${lengthText(length)}, trop pour certains serveurs : le tableau suit donc son « # ». Une page de connexion peut perdre cette partie. Épinglez des projets entiers pour raccourcir le lien.`;
export const longText = (length: number): string =>
  `${lengthText(length)}. Certaines messageries coupent les liens longs.`;
export const tooLongText = (length: number): string =>
  `${lengthText(length)}. Certains programmes coupent un lien après ${figures(10_000)} caractères. Épinglez des projets entiers pour raccourcir le lien.`;
export const thisMachineText = (host: string): string =>
  `Seule cette machine peut ouvrir ${host}. Pour partager le tableau, ouvrez Envboard à une adresse que les autres peuvent joindre.`;

export const QR_CODE = 'Code QR';
export const MAKING_QR_CODE = 'Création du code QR…';
export const QR_LABEL = 'Code QR du lien';
export const QR_HINT = 'Visez le code avec l’appareil photo d’un téléphone.';
export const QR_TOO_DENSE =
  'Le lien est trop long pour un code QR lisible sur cet écran. Épinglez des projets entiers, ou copiez le lien.';
export const pinProjectsText = (projects: number): string =>
  counted(projects, {
    one: 'Afficher un code qui épingle # projet entier',
    other: 'Afficher un code qui épingle # projets entiers',
  });
/** Says how the board of the code differs from the open board. */
export const projectCodeText = ({ projects, environments }: ProjectLink): string =>
  `Ce code épingle ${counted(projects, { one: '# projet entier', other: '# projets entiers' })} à la place de ${plural(environments, 'environnement')}. Le tableau affiche alors tous les environnements de ces projets.`;

export const MARKDOWN = 'Markdown';
export const COPY_MARKDOWN = 'Copier le Markdown';
export const MARKDOWN_COPIED = 'Markdown copié.';
export const COPY_BY_HAND =
  'Ce navigateur ne permet pas de copier. Le texte est sélectionné : appuyez sur Ctrl+C, ou ⌘C sur un Mac.';
