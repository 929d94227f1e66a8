import { readText } from '#browser/storage.ts';
import { writeUserText } from '#browser/user-data-storage.ts';
import { BOARDS, boards, unreadableIn, VERSION } from './saved-boards.ts';

/** Returns the stored boards that this version cannot read. */
export const readUnreadBoards = (): readonly unknown[] => unreadableIn(readText('local', BOARDS));

/** Removes the stored boards that this version cannot read. The others stay. */
export function removeUnreadBoards(): void {
  const readable = boards.get();
  writeUserText('local', BOARDS, JSON.stringify({ version: VERSION, value: readable }));
  // Notifies the components.
  boards.set(readable);
}
