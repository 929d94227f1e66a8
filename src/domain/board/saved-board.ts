import { type Board, DEFAULT_BOARD } from './board.ts';
import { decodeBoard, encodeBoard } from './board-url.ts';

/** A board of the reader's own, kept in this browser. Its name is part of its address. */
export type SavedBoard = {
  /** A random uuid, which no link carries. */
  readonly id: string;
  /** As `addressOf` writes it. */
  readonly address: string;
  /** Epoch milliseconds of the last change. */
  readonly savedAt: number;
};

export type SavedBoards = readonly SavedBoard[];

/** How many boards are kept at most: what one import file may hold, and more than anybody watches. */
export const MAX_BOARDS = 500;
/** The most characters of a board's name. */
export const NAME_LENGTH = 120;

/** What is kept of a board: all that its link carries, but for the details that happen to be open. */
export const addressOf = (board: Board): string => encodeBoard({ ...board, details: undefined });

export const boardOf = ({ address }: Pick<SavedBoard, 'address'>): Board => decodeBoard(address).board;

/** Name and pins, without the look: equal for two links to the same board. */
const contentOf = ({ name, pins, hidden }: Board): string => encodeBoard({ ...DEFAULT_BOARD, name, pins, hidden });

/**
 * The board of mine that is shown: the one the tab says it opened, else one with the same address, else one with the
 * same name and pins, shown another way. A board without pins is like any other, so only its id makes it mine.
 */
export function findSaved(boards: SavedBoards, shown: Board, id: string | undefined): SavedBoard | undefined {
  const opened = boards.find((board) => board.id === id);
  if (opened || shown.pins.length === 0 || boards.length === 0) return opened;
  const address = addressOf(shown);
  const content = contentOf(shown);
  return (
    boards.find((board) => board.address === address) ?? boards.find((board) => contentOf(boardOf(board)) === content)
  );
}

/** The boards with another address for one of them. The same boards when nothing changes. */
export function withAddress(boards: SavedBoards, id: string, address: string, now: number): SavedBoards {
  const index = boards.findIndex((board) => board.id === id);
  return index < 0 || boards[index]?.address === address ? boards : boards.with(index, { id, address, savedAt: now });
}

export function renamed(boards: SavedBoards, id: string, name: string, now: number): SavedBoards {
  const board = boards.find((one) => one.id === id);
  return board ? withAddress(boards, id, addressOf({ ...boardOf(board), name }), now) : boards;
}

/** The boards with one more at `index`, or at the end. One that is there already stays where it is. */
export function insertBoard(boards: SavedBoards, board: SavedBoard, index = boards.length): SavedBoards {
  return boards.some(({ id }) => id === board.id) ? boards : boards.toSpliced(index, 0, board);
}
