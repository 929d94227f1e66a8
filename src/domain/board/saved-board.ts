import { type Board, DEFAULT_BOARD } from './board.ts';
import { decodeBoard, encodeBoard } from './board-url.ts';
import { encodePins } from './pin-list-codec.ts';

/** A board that the user saved in this browser. Its name is part of its address. */
export type SavedBoard = {
  /** A random uuid, which no link carries. */
  readonly id: string;
  /** The result of `addressOf`. */
  readonly address: string;
  /** Epoch milliseconds of the last change. */
  readonly savedAt: number;
};

export type SavedBoards = readonly SavedBoard[];

/** Maximum number of saved boards, and of boards in an import file. */
export const MAX_BOARDS = 500;
/** Maximum number of characters of a board's name. */
export const NAME_LENGTH = 120;

/** Returns the address under which a board is saved: all of its link except the open details and the language. */
export const addressOf = (board: Board): string => encodeBoard({ ...board, details: undefined, language: undefined });

type Decoded = ReturnType<typeof decodeBoard>;
let last: { readonly address: string; readonly decoded: Decoded } | undefined;

/** Decodes a saved address. Keeps the last result: each letter of a filter saves the board, and several callers read it. */
export function decodeSaved({ address }: Pick<SavedBoard, 'address'>): Decoded {
  if (last?.address !== address) last = { address, decoded: decodeBoard(address) };
  return last.decoded;
}

/** Returns the board of a saved address. */
export const boardOf = (saved: Pick<SavedBoard, 'address'>): Board => decodeSaved(saved).board;

/**
 * Returns the address of a saved board after an edit. Pins that this version cannot read stay in it while the edit changes no
 * pin: another version may read them.
 */
export function editedAddress(saved: Pick<SavedBoard, 'address'>, edited: Board): string {
  const { board, problems } = decodeSaved(saved);
  const address = addressOf(edited);
  const written = saved.address.split('&').find(isPins);
  if (!written || problems.unreadablePins === 0 || encodePins(board.pins) !== encodePins(edited.pins)) return address;
  return [written, ...address.split('&').filter((part) => part && !isPins(part))].join('&');
}
const isPins = (part: string): boolean => part.startsWith('pins=');

/** Returns a board's name and pins as text, without view, sort and filters: equal for two links to the same board. */
const contentOf = ({ name, pins, hidden }: Board): string => encodeBoard({ ...DEFAULT_BOARD, name, pins, hidden });

/**
 * Returns the saved board that the page shows, or undefined.
 *
 * It is the board with the `id` that the tab opened, or the first with the same address, or the first with the same
 * name and pins. Boards without pins all look alike, so only the `id` identifies them.
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

/** Returns the boards with a new address for the board `id`. The very same array when nothing changes. */
export function withAddress(boards: SavedBoards, id: string, address: string, now: number): SavedBoards {
  const index = boards.findIndex((board) => board.id === id);
  return index < 0 || boards[index]?.address === address ? boards : boards.with(index, { id, address, savedAt: now });
}

/** Returns the boards with `board` inserted at `index`, or at the end; unchanged when they contain its id. */
export function insertBoard(boards: SavedBoards, board: SavedBoard, index = boards.length): SavedBoards {
  return boards.some(({ id }) => id === board.id) ? boards : boards.toSpliced(index, 0, board);
}
