import { figures, plural } from './common.ts';

export const MANAGE = 'Manage boards…';
export const NEW_BOARD = 'New board';
export const DUPLICATE_THIS = 'Duplicate this board';

export const NONE_YET = 'None yet. What you pin on an empty page is kept here, and a shared board once you save it.';
export const NOT_KEPT =
  'This browser does not keep what this page saves, so your boards last until it is closed. Export them.';

/** The name of a copy. */
export const copyOf = (name: string): string => `${name} copy`.trim();
const most = (count: number): string => `${figures(count)} boards are the most that is kept`;
export const addedText = (title: string): string => `${title} added.`;
export const fullText = (count: number): string => `${most(count)}.`;
export const placedText = (title: string, place: number, all: number): string =>
  `${title} is now ${figures(place)} of ${figures(all)}.`;
export const deletedText = (title: string): string => `${title} deleted.`;

export const NEW_NAME = 'New name';
export const OPEN_NOW = ' · open now';
export const pinsText = (pins: number): string => (pins === 0 ? 'Nothing pinned' : plural(pins, 'pin'));
export const renameText = (title: string): string => `Rename ${title}`;
export const duplicateText = (title: string): string => `Duplicate ${title}`;
export const moveUpText = (title: string): string => `Move ${title} up`;
export const moveDownText = (title: string): string => `Move ${title} down`;
export const deleteText = (title: string): string => `Delete ${title}`;

export const EXPORT = 'Export';
export const exportedText = (boards: number, file: string): string => `${plural(boards, 'board')} exported to ${file}.`;
export const NOT_EXPORTED = 'Nothing exported: this browser lets the page make no file.';
export const IMPORT_FILE = 'Import…';
export const DROP_HINT = 'A file can be dropped here too. Files hold no token.';

export const IMPORT = 'Import';
export const importText = (boards: number): string => `Import ${plural(boards, 'board')}`;
export const importedText = (boards: number): string => `${plural(boards, 'board')} imported.`;
export const TOO_LARGE = 'larger than 1 MB, the most that is read.';
export const UNREADABLE = 'the browser could not read this file.';
export const NOTHING_USABLE = 'nothing in this file can be used.';
export const NO_BOARDS = 'the file holds no boards.';
export const usableText = (boards: number, titles: string): string =>
  `${plural(boards, 'board')} can be used: ${titles}.`;
export const knownText = (known: number): string =>
  `${known === 1 ? '1 is' : `${figures(known)} are`} already among your boards, and left out.`;
export const roomText = (room: number, limit: number): string =>
  `There is room for ${figures(room)} more: ${most(limit)}.`;
export const quotedText = (title: string): string => `“${title}”`;
export const andMoreText = (more: number): string => `and ${figures(more)} more`;
export const moreProblemsText = (more: number): string => `${andMoreText(more)}.`;

export const SHARED = 'Shared board';
export const SHARED_TITLE = 'Shared board.';
export const SHARED_WHY = 'Your own boards stay as they are.';
export const DELETED = 'Deleted board';
export const DELETED_TITLE = 'No longer among your boards.';
export const DELETED_WHY = 'It was deleted there; its address still shows it.';
export const SAVE_TO_MINE = 'Save to my boards';
export const SAVED = 'Saved to my boards.';
export const SAVED_FOR_NOW =
  'Saved until this page is closed: this browser’s storage is full or blocked. Export your boards to keep them.';
export const notSavedText = (most: number): string => `Not saved: ${figures(most)} boards are the most that is kept.`;
/** Beside a board's name, while it holds a token. */
export const TOKEN_IN_NAME =
  'This looks like a token, so it stays out of the address and the board keeps its name. Empty the field to type a name.';
