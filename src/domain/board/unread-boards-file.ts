import { FILE_VERSION } from './boards-file.ts';
import { boardOf } from './saved-board.ts';

export const UNREAD_BOARDS_FILE = 'envboard-unreadable-boards.json';

/** Returns the address of a stored board of which another part is damaged; undefined for anything else. */
function addressIn(item: unknown): string | undefined {
  const address = typeof item === 'object' && item !== null && 'address' in item ? item.address : undefined;
  return typeof address === 'string' ? address : undefined;
}

/**
 * Returns stored boards that could not be read as the text of a file. `readBoardsFile` reads those with an address, and
 * reports the lines of the others, so that the user can repair them.
 */
export function writeUnreadBoardsFile(items: readonly unknown[]): string {
  const written = items.map((item) => {
    const address = addressIn(item);
    return address === undefined ? item : { name: boardOf({ address }).name, address };
  });
  return `${JSON.stringify({ envboard: FILE_VERSION, boards: written }, null, 2)}\n`;
}
