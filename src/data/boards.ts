import * as v from 'valibot';
import {
  addressOf,
  boardOf,
  copyName,
  inserted,
  MAX_BOARDS,
  moved,
  readdressed,
  renamed,
  type SavedBoard,
  type SavedBoards,
  without,
} from '#domain/saved-board.ts';
import { stored, useStored } from './stored.ts';

const savedBoard = v.object({
  id: v.pipe(v.string(), v.uuid()),
  address: v.string(),
  savedAt: v.pipe(v.number(), v.finite()),
});

/** One damaged board must not cost the others. */
function readable(items: readonly unknown[]): SavedBoards {
  const boards = new Map<string, SavedBoard>();
  for (const item of items) {
    const result = v.safeParse(savedBoard, item);
    if (result.success && !boards.has(result.output.id)) boards.set(result.output.id, result.output);
  }
  return [...boards.values()];
}

const kept = () =>
  stored<SavedBoards>({
    key: 'envboard.boards',
    version: 1,
    schema: v.pipe(
      v.array(v.unknown()),
      v.transform((items) => readable(items)),
    ),
    initial: [],
  });
const boards = kept();

/** By where the boards are watched: a board of the demo must not open by itself before Qovery. */
const opened = stored<Readonly<Record<string, string>>>({
  key: 'envboard.last-board',
  version: 1,
  schema: v.record(v.string(), v.string()),
  initial: {},
});

/** My boards, in my order. */
export const useBoards = (): SavedBoards => useStored(boards);

export const readBoards = (): SavedBoards => boards.get();

/** False where this browser keeps nothing, so that the boards last until the page is closed. */
export const areBoardsKept = (): boolean => JSON.stringify(kept().get()) === JSON.stringify(boards.get());

/** 122 random bits. `crypto.randomUUID` is missing on plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt((bytes[8] ?? 0) & 3);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** Adds a board to mine, at `index` or at the end. Undefined when there are as many as are kept. */
export function saveBoard(address: string, index?: number): SavedBoard | undefined {
  const before = boards.get();
  if (before.length >= MAX_BOARDS) return undefined;
  const board = { id: newId(), address, savedAt: Date.now() };
  boards.set(inserted(before, board, index));
  return board;
}

const update = (next: SavedBoards): void => {
  if (next !== boards.get()) boards.set(next);
};

/** Keeps what a board of mine has become. The last tab to change it wins. */
export const followBoard = (id: string, address: string): void =>
  update(readdressed(boards.get(), id, address, Date.now()));

export const renameBoard = (id: string, name: string): void => update(renamed(boards.get(), id, name, Date.now()));

/** Puts a copy, under a name of its own, behind the original. */
export function duplicateBoard(id: string): SavedBoard | undefined {
  const before = boards.get();
  const index = before.findIndex((board) => board.id === id);
  const original = before[index];
  if (!original) return undefined;
  const board = boardOf(original);
  return saveBoard(addressOf({ ...board, name: copyName(before, board.name) }), index + 1);
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
export const restoreBoard = ({ board, index }: DeletedBoard): void => update(inserted(boards.get(), board, index));

/** Moves a board of mine `by` places down, or up where it is negative. */
export const moveBoard = (id: string, by: number): void => update(moved(boards.get(), id, by));

/** Adds boards at the end, as many as there is room for. Those of mine stay as they are. */
export function importBoards(addresses: readonly string[]): void {
  const before = boards.get();
  const added = addresses.slice(0, MAX_BOARDS - before.length);
  const savedAt = Date.now();
  boards.set([...before, ...added.map((address) => ({ id: newId(), address, savedAt }))]);
}

/** The board of mine that was opened last from this source, in any tab. */
export const lastOpened = (source: string): SavedBoard | undefined => {
  const { [source]: id } = opened.get();
  return boards.get().find((board) => board.id === id);
};

export function rememberOpened(source: string, id: string): void {
  if (opened.get()[source] !== id) opened.set({ ...opened.get(), [source]: id });
}
