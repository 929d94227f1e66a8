import { cleanText } from '#domain/text.ts';
import { boardOf, NAME_LENGTH, type SavedBoards } from './saved-board.ts';

/** `wanted`, with a number after it where one of the boards has that name already. */
export function uniqueName(boards: SavedBoards, wanted: string): string {
  const taken = new Set(boards.map((board) => boardOf(board).name));
  const numbered = (number: number): string => {
    const suffix = number === 1 ? '' : ` ${number}`;
    return cleanText(wanted, NAME_LENGTH - suffix.length) + suffix;
  };
  let number = 1;
  while (taken.has(numbered(number))) number += 1;
  return numbered(number);
}

/** The name of a copy, in the words of `copyOf`; cut where it would grow too long to be told apart. */
export const copyName = (boards: SavedBoards, name: string, copyOf: (name: string) => string): string =>
  uniqueName(boards, copyOf(cleanText(name, NAME_LENGTH - 10)));

export const removeBoard = (boards: SavedBoards, id: string): SavedBoards => boards.filter((board) => board.id !== id);

/** One board `by` places further down, or up where it is negative; never past the ends. */
export function moveBoard(boards: SavedBoards, id: string, by: number): SavedBoards {
  const from = boards.findIndex((board) => board.id === id);
  const board = boards[from];
  if (!board) return boards;
  const to = Math.min(Math.max(from + by, 0), boards.length - 1);
  return boards.toSpliced(from, 1).toSpliced(to, 0, board);
}
