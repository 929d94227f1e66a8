import type { MarkdownWords } from '#domain/board/board-markdown.ts';
import type { ProjectLink } from '#domain/board/share-link.ts';
import { figures, PRODUCT, plural } from './common.ts';
import { configurationText } from './qovery-terms.ts';

/** Texts of the Markdown snippet besides names and times. */
export const MARKDOWN_WORDS: Omit<MarkdownWords, 'state'> = {
  configuration: configurationText,
  notes: {
    fresh: '',
    late: ' (Antwort überfällig)',
    unreachable: ' (nicht erreicht)',
    kept: ' (letzter bekannter Stand)',
  },
  untitled: PRODUCT,
  statesAt: (time) => `Status am ${time}:`,
  columns: ['Umgebung', 'Projekt', 'Status', 'Konfiguration', 'Letztes Deployment'],
  open: 'Board öffnen',
};

export const SHARE_BOARD = 'Dieses Board teilen';
export const LINK = 'Link';
export const COPY_LINK = 'Link kopieren';
export const LINK_COPIED = 'Link kopiert.';
export const WITH_FILTERS = 'Mit den Filtern';
export const NO_FILTERS = 'Mit den Filtern (keiner gesetzt)';
export const IN_THIS_LANGUAGE = 'Auf Deutsch öffnen';
export const AS_WALL = 'Als Wand öffnen';
/** Activity and Delivery have no wall of their own. */
export const NO_WALL_HERE = 'Diese Seite hat keine Wand. Es öffnet sich die Wand des Boards.';

/** The needs of another user who opens the link, for each kind of connection. */
export const NEEDS = {
  token:
    'Andere brauchen Zugriff auf diese Adresse und ein Qovery-Token, das diese Umgebungen lesen kann. Ihr Token steht nicht im Link.',
  gateway:
    'Andere brauchen Zugriff auf diese Adresse. Ein Token brauchen sie nicht, weil das Gateway es hat. Der Link enthält kein Geheimnis.',
  demo: 'Andere brauchen Zugriff auf diese Adresse. Die Umgebungen sind Demodaten. Falls Envboard nach einem Token fragt: Die Demo braucht keines.',
} as const;

const lengthText = (length: number): string => `Der Link hat ${figures(length)} Zeichen`;
export const EMPTY_BOARD = 'Noch ist nichts angeheftet: Der Link öffnet ein leeres Board.';
export const fragmentText = (length: number): string =>
  `${lengthText(length)}, zu viele für manche Server. Daher steht das Board hinter dem „#“. Eine Anmeldeseite kann diesen Teil verlieren. Heften Sie ganze Projekte an, um den Link zu kürzen.`;
export const longText = (length: number): string =>
  `${lengthText(length)}. Manche Chatprogramme schneiden lange Links ab.`;
export const tooLongText = (length: number): string =>
  `${lengthText(length)}. Manche Programme schneiden einen Link nach ${figures(10_000)} Zeichen ab. Heften Sie ganze Projekte an, um den Link zu kürzen.`;
export const thisMachineText = (host: string): string =>
  `Nur dieser Rechner kann ${host} öffnen. Um das Board zu teilen, öffnen Sie Envboard unter einer Adresse, die andere erreichen.`;

export const QR_CODE = 'QR-Code';
export const MAKING_QR_CODE = 'QR-Code wird erstellt…';
export const QR_LABEL = 'QR-Code des Links';
export const QR_HINT = 'Richten Sie die Kamera eines Telefons auf den Code.';
export const QR_TOO_DENSE =
  'Der Link ist zu lang für einen QR-Code, den Kameras auf diesem Bildschirm lesen können. Heften Sie ganze Projekte an, oder kopieren Sie den Link.';
const wholeProjects = (projects: number): string => plural(projects, 'ganzes Projekt', 'ganze Projekte');
export const pinProjectsText = (projects: number): string => `Code zeigen, der ${wholeProjects(projects)} anheftet`;
/** Says how the board of the code differs from the open board. */
export const projectCodeText = ({ projects, environments }: ProjectLink): string =>
  `Dieser Code heftet ${wholeProjects(projects)} an statt ${plural(environments, 'Umgebung', 'Umgebungen')}. Das Board zeigt dann alle Umgebungen dieser Projekte.`;

export const MARKDOWN = 'Markdown';
export const COPY_MARKDOWN = 'Markdown kopieren';
export const MARKDOWN_COPIED = 'Markdown kopiert.';
export const COPY_BY_HAND =
  'Dieser Browser erlaubt kein Kopieren. Der Text ist ausgewählt: Drücken Sie Strg+C, oder ⌘C auf einem Mac.';
