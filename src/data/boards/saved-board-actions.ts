import { randomUuid } from '#browser/random-id.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf, boardOf, insertBoard, MAX_BOARDS, type SavedBoard } from '#domain/board/saved-board.ts';
import { copyName, moveBoard, removeBoard, uniqueName } from '#domain/board/saved-board-list.ts';
import { boards, deletedBoards, saveBoard, updateBoards } from './saved-boards.ts';

/** More deletions than a user takes back. */
const MAX_DELETED = 20;

/** Puts a copy, under a name of its own in the words of `copyOf`, behind the original. */
export function duplicateBoard(id: string, copyOf: (name: string) => string): SavedBoard | undefined {
  const before = boards.get();
  const index = before.findIndex((board) => board.id === id);
  const original = before[index];
  if (!original) return undefined;
  const board = boardOf(original);
  return saveBoard(addressOf({ ...board, name: copyName(before, board.name, copyOf) }), index + 1);
}

/** Saves an empty board named `name`, or the next free name; undefined when there is no room. */
export const createBoard = (name: string): SavedBoard | undefined =>
  saveBoard(addressOf({ ...DEFAULT_BOARD, name: uniqueName(boards.get(), name) }));

/** A deleted board, with its position and view, as Undo restores it. */
export type DeletedBoard = {
  readonly board: SavedBoard;
  readonly index: number;
  /** It was the board shown, so undo shows it again. */
  readonly wasOpen: boolean;
};

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

/** Puts a deleted board back where it was, with the edits that any tab has made since, and returns it. */
export function restoreBoard(deleted: DeletedBoard): SavedBoard {
  const { board, index } = deleted;
  const newest = deletedBoards.get().find(({ id }) => id === board.id) ?? board;
  updateBoards(insertBoard(boards.get(), newest, index));
  forgetDeleted([deleted]);
  return boards.get().find(({ id }) => id === board.id) ?? newest;
}

/** Moves a board of mine `by` places down, or up where it is negative. */
export const moveSavedBoard = (id: string, by: number): void => updateBoards(moveBoard(boards.get(), id, by));

/** Adds boards at the end, as many as there is room for. Those of mine stay as they are. */
export function importBoards(addresses: readonly string[]): void {
  const before = boards.get();
  const added = addresses.slice(0, MAX_BOARDS - before.length);
  const savedAt = Date.now();
  boards.set([...before, ...added.map((address) => ({ id: randomUuid(), address, savedAt }))]);
}
