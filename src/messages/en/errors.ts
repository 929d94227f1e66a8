/** Replaces an environment whose component threw an error. */
export const cannotBeShown = (name: string): string => `${name} cannot be shown.`;

/** Shown while the chunk of a part of the page loads slowly. */
export const fetchingText = (part: string): string => `${part}: loading…`;
/** Shown when the chunk of a part could not be loaded. `isAgain` is true after a failed retry. */
export const notFetchedText = (part: string, isAgain: boolean): string =>
  `${part} ${isAgain ? 'still ' : ''}could not be loaded. Check the connection.`;
/** Shown in place of a part of the page that threw an error. */
export const brokenText = (part: string, message: string): string => `${part} stopped working: ${message}`;
export const TRYING = 'Trying again…';

// Names of the parts, for the sentences above.
export const PART_PAGE = 'The page';
export const PART_HEADER = 'The header';
export const PART_FRESHNESS = 'The polling status';
export const PART_TOOLS = 'The toolbar';
export const PART_SUMMARY = 'The summary';
export const PART_VIEW = 'The board';
export const PART_WALL = 'The wall';
export const PART_NOTICE = 'A notice';
export const PART_SLOWDOWN = 'The note on slower checks';
export const PART_ATTENTION = 'Title, icon and notifications';
/** The parts in the overlays chunk. */
export const PART_OVERLAYS = 'Notices, dialogs, keys and notifications';
export const PART_MENU = 'The menu';
export const PART_BOARDS = '“My boards”';
export const PART_COLUMNS = 'The columns';
export const PART_DETAILS = 'The details';
export const PART_LABEL = 'The label';
export const PART_QR_CODE = 'The QR code';
export const PART_PINS = '“Pin environments”';
export const PART_SHARE = '“Share”';
export const PART_SETTINGS = 'The settings';
export const PART_TOKEN = 'The tokens';
export const PART_PALETTE = 'The command palette';
export const PART_KEYS = 'The list of keys';

export const CRASH_TITLE = 'Envboard stopped working';
export const UNKNOWN_ERROR = 'An unknown error.';
export const NOTHING_LOST = 'The address of this page holds your board, so nothing is lost.';
export const RELOAD_PAGE = 'Reload the page';
export const OPEN_EMPTY = 'Open an empty board';
export const EMPTY_BOARD_NAME = 'Empty board';
export const versionText = (version: string): string => `Envboard ${version}`;
