import { randomUuid } from '#browser/random-id.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import {
  addressOf,
  boardOf,
  editedAddress,
  insertBoard,
  MAX_BOARDS,
  type SavedBoard,
} from '#domain/board/saved-board.ts';
import { copyName, moveBoard, removeBoard, uniqueName } from '#domain/board/saved-board-list.ts';
import { boards, deletedBoards, saveBoard, updateBoards } from './saved-boards.ts';

/** Maximum number of deleted boards that can be restored. */
const MAX_DELETED = 20;

/** Inserts a copy after the original. `copyOf` returns the copy's name in the user's language. */
export function duplicateBoard(id: string, copyOf: (name: string) => string): SavedBoard | undefined {
  const before = boards.get();
  const index = before.findIndex((board) => board.id === id);
  const original = before[index];
  if (!original) return undefined;
  const board = boardOf(original);
  return saveBoard(editedAddress(original, { ...board, name: copyName(before, board.name, copyOf) }), index + 1);
}

/** Saves an empty board named `name`, or the next free name; undefined when there is no room. */
export const createBoard = (name: string): SavedBoard | undefined =>
  saveBoard(addressOf({ ...DEFAULT_BOARD, name: uniqueName(boards.get(), name) }));

/** A deleted board with its position, as Undo restores it. */
export type DeletedBoard = {
  readonly board: SavedBoard;
  readonly index: number;
  /** True when the page showed the board, so that Undo opens it again. */
  readonly wasOpen: boolean;
};

/** Deletes a saved board and returns it for Undo; undefined when no board has this id. */
export function deleteBoard(id: string, wasOpen = false): DeletedBoard | undefined {
  const before = boards.get();
  const index = before.findIndex((board) => board.id === id);
  const board = before[index];
  if (!board) return undefined;
  boards.set(removeBoard(before, id));
  deletedBoards.set([...removeBoard(deletedBoards.get(), id), board].slice(-MAX_DELETED));
  return { board, index, wasOpen };
}

/** Removes deleted boards for good: no tab can restore them as another tab has edited them since. */
export function forgetDeleted(deleted: readonly DeletedBoard[]): void {
  const gone = new Set(deleted.map(({ board }) => board.id));
  deletedBoards.set(deletedBoards.get().filter(({ id }) => !gone.has(id)));
}

/** Restores a deleted board at its position, with the edits that any tab has made since, and returns it. */
export function restoreBoard(deleted: DeletedBoard): SavedBoard {
  const { board, index } = deleted;
  const newest = deletedBoards.get().find(({ id }) => id === board.id) ?? board;
  updateBoards(insertBoard(boards.get(), newest, index));
  forgetDeleted([deleted]);
  return boards.get().find(({ id }) => id === board.id) ?? newest;
}

/** Moves a saved board down by `by` positions, or up if `by` is negative. */
export const moveSavedBoard = (id: string, by: number): void => updateBoards(moveBoard(boards.get(), id, by));

/** Appends boards up to the maximum number of boards. The existing boards stay unchanged. */
export function importBoards(addresses: readonly string[]): void {
  const before = boards.get();
  const added = addresses.slice(0, MAX_BOARDS - before.length);
  const savedAt = Date.now();
  boards.set([...before, ...added.map((address) => ({ id: randomUuid(), address, savedAt }))]);
}
