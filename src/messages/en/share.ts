import type { MarkdownWords } from '#domain/board/board-markdown.ts';
import type { ProjectLink } from '#domain/board/share-link.ts';
import { figures, PRODUCT, plural } from './common.ts';
import { configurationText } from './qovery-terms.ts';

/** Texts of the Markdown snippet besides names and times. */
export const MARKDOWN_WORDS: Omit<MarkdownWords, 'state'> = {
  configuration: configurationText,
  notes: { fresh: '', late: ' (answer overdue)', unreachable: ' (not reached)', kept: ' (last known)' },
  untitled: PRODUCT,
  statesAt: (time) => `States at ${time}:`,
  columns: ['Environment', 'Project', 'State', 'Configuration', 'Last deployment'],
  open: 'Open the board',
};

export const SHARE_BOARD = 'Share this board';
export const LINK = 'Link';
export const COPY_LINK = 'Copy link';
export const LINK_COPIED = 'Link copied.';
export const WITH_FILTERS = 'With the filters';
export const NO_FILTERS = 'With the filters (none is set)';
export const IN_THIS_LANGUAGE = 'Open in English';
export const AS_WALL = 'Open as wall';
/** Activity and Delivery have no wall of their own. */
export const NO_WALL_HERE = 'This page has no wall. The wall of the board opens.';

/** The needs of another user who opens the link, for each kind of connection. */
export const NEEDS = {
  token:
    'Others need access to this address, and a Qovery token that can read these environments. Your token is not in the link.',
  gateway:
    'Others need access to this address. They need no token, because the gateway holds it. The link holds no secret.',
  demo: 'Others need access to this address. The environments are demo data. If Envboard asks for a token, the demo needs none.',
} as const;

const lengthText = (length: number): string => `The link has ${figures(length)} characters`;
export const EMPTY_BOARD = 'Nothing is pinned yet: the link opens an empty board.';
export const fragmentText = (length: number): string =>
  `${lengthText(length)}, too many for some servers, so the board comes after its “#”. A sign-in page may drop that part. Pin whole projects to shorten the link.`;
export const longText = (length: number): string => `${lengthText(length)}. Some chat programs cut off long links.`;
export const tooLongText = (length: number): string =>
  `${lengthText(length)}. Some programs cut a link after 10,000 characters. Pin whole projects to shorten the link.`;
export const thisMachineText = (host: string): string =>
  `Only this machine can open ${host}. To share the board, open Envboard at an address that others can reach.`;

export const QR_CODE = 'QR code';
export const MAKING_QR_CODE = 'Making the QR code…';
export const QR_LABEL = 'QR code of the link';
export const QR_HINT = 'Point a phone’s camera at the code.';
export const QR_TOO_DENSE =
  'The link is too long for a QR code that cameras can read on this screen. Pin whole projects, or copy the link.';
export const pinProjectsText = (projects: number): string =>
  `Show a code that pins ${plural(projects, 'whole project')}`;
/** Says how the board of the code differs from the open board. */
export const projectCodeText = ({ projects, environments }: ProjectLink): string =>
  `This code pins ${plural(projects, 'whole project')} in place of ${plural(environments, 'environment')}. The board then shows all environments of these projects.`;

export const MARKDOWN = 'Markdown';
export const COPY_MARKDOWN = 'Copy Markdown';
export const MARKDOWN_COPIED = 'Markdown copied.';
export const COPY_BY_HAND = 'This browser does not allow copying. The text is selected: press Ctrl+C, or ⌘C on a Mac.';
