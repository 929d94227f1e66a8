import { randomUuid } from '#browser/random-id.ts';
import { addressOf, boardOf, inserted, MAX_BOARDS, type SavedBoard } from '#domain/board/saved-board.ts';
import { copyName, moved, without } from '#domain/board/saved-board-list.ts';
import { boards, saveBoard, updateBoards } from './saved-boards.ts';

/** Puts a copy, under a name of its own in the words of `copyOf`, behind the original. */
export function duplicateBoard(id: string, copyOf: (name: string) => string): SavedBoard | undefined {
  const before = boards.get();
  const index = before.findIndex((board) => board.id === id);
  const original = before[index];
  if (!original) return undefined;
  const board = boardOf(original);
  return saveBoard(addressOf({ ...board, name: copyName(before, board.name, copyOf) }), index + 1);
}

/** What undo needs. */
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
  boards.set(without(before, id));
  return { board, index, wasOpen };
}

/** Puts a deleted board back where it was. */
export const restoreBoard = ({ board, index }: DeletedBoard): void =>
  updateBoards(inserted(boards.get(), board, index));

/** Moves a board of mine `by` places down, or up where it is negative. */
export const moveBoard = (id: string, by: number): void => updateBoards(moved(boards.get(), id, by));

/** Adds boards at the end, as many as there is room for. Those of mine stay as they are. */
export function importBoards(addresses: readonly string[]): void {
  const before = boards.get();
  const added = addresses.slice(0, MAX_BOARDS - before.length);
  const savedAt = Date.now();
  boards.set([...before, ...added.map((address) => ({ id: randomUuid(), address, savedAt }))]);
}
