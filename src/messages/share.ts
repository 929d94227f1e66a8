import type { MarkdownWords } from '#domain/board/board-markdown.ts';
import { figures, PRODUCT } from './common.ts';
import { configurationText, stateText } from './qovery-terms.ts';

/** What stands in the snippet besides names and times. */
export const MARKDOWN_WORDS: MarkdownWords = {
  state: stateText,
  configuration: configurationText,
  notes: { fresh: '', late: ' (answer overdue)', unreachable: ' (not reached)', kept: ' (from before)' },
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
export const AS_WALL = 'Open as wall';

/** What others need to see the board, by how this one reaches Qovery. */
export const NEEDS = {
  token:
    'They need Envboard at this address and a Qovery token that can read these environments. Your token is not in the link.',
  gateway: 'They need access to this address, and no token: the gateway holds it. The link holds no secret.',
  demo: 'They need Envboard at this address. The environments are demo data: where it asks for a token, they can look around without one.',
} as const;

const lengthText = (length: number): string => `The link has ${figures(length)} characters`;
export const EMPTY_BOARD = 'Nothing is pinned yet: the link opens an empty board.';
export const fragmentText = (length: number): string =>
  `${lengthText(length)}, too many for a server: the board stands behind its #. A sign-on page may lose it: pin whole projects instead.`;
export const longText = (length: number): string => `${lengthText(length)}: some chat programs cut links there.`;
export const thisMachineText = (host: string): string =>
  `${host} is another machine for everybody else: open Envboard by an address that they can reach.`;

export const QR_CODE = 'QR code';
export const DRAWING = 'Drawing…';
export const QR_LABEL = 'QR code of the link';
export const qrTooLongText = (most: number): string =>
  `This link is too long for a QR code, which holds ${figures(most)} characters. A board that pins whole projects has a short one.`;

export const MARKDOWN = 'Markdown';
export const COPY_MARKDOWN = 'Copy Markdown';
export const MARKDOWN_COPIED = 'Markdown copied.';
export const COPY_BY_HAND = 'This browser does not allow copying. It is selected: press Ctrl+C, or ⌘C on a Mac.';
