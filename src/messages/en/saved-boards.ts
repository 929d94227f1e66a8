import { figures, plural } from './common.ts';

export const MANAGE = 'Manage boards…';
/** Opens the dialog that labels the environments of this board. */
export const LABELS = 'Labels…';
export const NEW_BOARD = 'New board';
export const DUPLICATE_THIS = 'Duplicate this board';

export const NONE_YET =
  'No boards yet. Pin environments to make the first one. A shared board appears here when you save it.';
export const NOT_KEPT =
  'This browser does not store data for this page, so your boards are lost when you close it. Export them to keep them.';

/** Boards that this browser stores, of which a part is damaged. */
export const unreadBoardsText = (boards: number): string =>
  boards === 1
    ? '1 saved board could not be read. It stays in this browser. Export it to a file that you can repair and import. Then you can remove it here.'
    : `${figures(boards)} saved boards could not be read. They stay in this browser. Export them to a file that you can repair and import. Then you can remove them here.`;
export const EXPORT_UNREAD = 'Export the unreadable data';
export const REMOVE_UNREAD = 'Remove the unreadable data';
export const REMOVED_UNREAD = 'The unreadable data is removed.';

/** The name of a copy. */
export const copyOf = (name: string): string => `${name} copy`.trim();
const limitText = (max: number): string => `Envboard saves at most ${figures(max)} boards`;
export const addedText = (title: string): string => `${title} added.`;
export const fullText = (max: number): string => `${limitText(max)}. Delete one first.`;
export const placedText = (title: string, position: number, all: number): string =>
  `${title} is now ${figures(position)} of ${figures(all)}.`;
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
export const NOT_EXPORTED = 'Not exported: this browser does not let the page save a file.';
export const IMPORT_FILE = 'Import…';
export const DROP_HINT = 'You can also drop a file here. Files hold no tokens.';

export const IMPORT = 'Import';
export const importText = (boards: number): string => `Import ${plural(boards, 'board')}`;
export const importedText = (boards: number): string => `${plural(boards, 'board')} imported.`;
export const TOO_LARGE = 'the file is larger than the limit of 1 MB.';
export const UNREADABLE = 'the browser could not read this file.';
export const NOTHING_USABLE = 'the file holds no board that Envboard can use.';
export const NO_BOARDS = 'the file holds no boards.';
export const usableText = (boards: number, titles: string): string =>
  `${plural(boards, 'board')} can be imported: ${titles}.`;
export const duplicatesText = (duplicates: number): string =>
  `Left out, because they are in “My boards” already: ${figures(duplicates)}.`;
/** All boards of a file are there already. */
export const nothingNewText = (boards: number): string =>
  `Nothing to add: ${boards === 1 ? 'the board' : `all ${figures(boards)} boards`} of this file ${boards === 1 ? 'is' : 'are'} in “My boards” already.`;
/** Follows the number of pins: the most urgent condition in this browser's last readings of the board. */
export const lastSeenText = (condition: string): string => ` · last seen: ${condition}`;
export const roomText = (room: number, limit: number): string =>
  `There is room for ${figures(room)} more: ${limitText(limit)}.`;
/** `“A”, “B”, and 3 more`. */
export const titlesText = (titles: readonly string[], more: number): string =>
  [...titles.map((title) => `“${title}”`), ...(more > 0 ? [`and ${figures(more)} more`] : [])].join(', ');
export const moreProblemsText = (more: number): string => `and ${figures(more)} more.`;

export const SHARED = 'Shared board';
export const SHARED_TITLE = 'Shared board.';
export const SHARED_WHY = 'Your own boards stay as they are.';
export const DELETED = 'Deleted board';
export const DELETED_TITLE = 'This board was deleted.';
export const DELETED_WHY = 'It is no longer in “My boards”, but its address still shows it.';
/** A board of which damaged data may be stored. */
export const MISSING = 'Missing board';
export const MISSING_TITLE = 'This board is not in “My boards”.';
export const MISSING_WHY = 'It was deleted, or its saved copy could not be read. Its address still shows it.';
export const SAVE_TO_MINE = 'Save to my boards';
export const TEAM_BOARDS = 'Team boards';
export const TEAM_BOARD = 'Team board';
export const TEAM_TITLE = 'Team board.';
export const TEAM_WHY = 'It follows this server’s file. A change that you make gives you a board of your own.';
export const TEAM_MISSING_TITLE = 'No such team board.';
export const teamMissingText = (slug: string): string =>
  `This server has no team board “${slug}”. The menu “My boards” lists those that it has.`;
export const TEAM_PROBLEMS = 'Problems in the server’s boards.json:';
export const SAVED = 'Saved to my boards.';
export const SAVED_FOR_NOW =
  'Saved only until you close this page, because this browser’s storage is full or blocked. Export your boards to keep them.';
export const notSavedText = (max: number): string => `Not saved: ${limitText(max)}. Delete one first.`;
