import { cleanText } from '#domain/text.ts';
import { boardOf, editedAddress, NAME_LENGTH, type SavedBoards, withAddress } from './saved-board.ts';

/** Returns a name that no board has: `preferred`, followed by a number when a board has that name. */
export function uniqueName(boards: SavedBoards, preferred: string): string {
  const taken = new Set(boards.map((board) => boardOf(board).name));
  const numbered = (number: number): string => {
    const suffix = number === 1 ? '' : ` ${number}`;
    return cleanText(preferred, NAME_LENGTH - suffix.length) + suffix;
  };
  let number = 1;
  while (taken.has(numbered(number))) number += 1;
  return numbered(number);
}

/**
 * Returns a unique name for a copy of the board `name`; `copyOf` adds the words of the interface. The name is cut
 * first, so that these words and a number still fit into `NAME_LENGTH`.
 */
export const copyName = (boards: SavedBoards, name: string, copyOf: (name: string) => string): string =>
  uniqueName(boards, copyOf(cleanText(name, NAME_LENGTH - 10)));

/** Returns the boards with a new name for the board `id`. `now` is epoch milliseconds. */
export function renamed(boards: SavedBoards, id: string, name: string, now: number): SavedBoards {
  const board = boards.find((saved) => saved.id === id);
  return board ? withAddress(boards, id, editedAddress(board, { ...boardOf(board), name }), now) : boards;
}

/** Returns the boards without the board `id`. */
export const removeBoard = (boards: SavedBoards, id: string): SavedBoards => boards.filter((board) => board.id !== id);

/**
 * Returns the boards with the board `id` moved down by `by` positions, or up when `by` is negative, within the list.
 */
export function moveBoard(boards: SavedBoards, id: string, by: number): SavedBoards {
  const from = boards.findIndex((board) => board.id === id);
  const board = boards[from];
  if (!board) return boards;
  const to = Math.min(Math.max(from + by, 0), boards.length - 1);
  return boards.toSpliced(from, 1).toSpliced(to, 0, board);
}
