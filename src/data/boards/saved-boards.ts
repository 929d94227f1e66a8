import * as v from 'valibot';
import { createPersistentStore, usePersistentStore } from '#browser/persistent-store.ts';
import { randomUuid } from '#browser/random-id.ts';
import type { Board } from '#domain/board/board.ts';
import { mergeBoards } from '#domain/board/merge-boards.ts';
import { isUuid } from '#domain/board/pin.ts';
import {
  addressOf,
  boardOf,
  insertBoard,
  MAX_BOARDS,
  renamed,
  type SavedBoard,
  type SavedBoards,
  withAddress,
} from '#domain/board/saved-board.ts';

const savedBoard = v.object({
  id: v.pipe(v.string(), v.check(isUuid)),
  address: v.string(),
  savedAt: v.pipe(v.number(), v.finite()),
});

/** Drops a damaged board and keeps the others. */
function readable(items: readonly unknown[]): SavedBoards {
  const boards = new Map<string, SavedBoard>();
  for (const item of items) {
    const result = v.safeParse(savedBoard, item);
    if (result.success && !boards.has(result.output.id)) boards.set(result.output.id, result.output);
  }
  return [...boards.values()];
}

const BOARDS = 'envboard.boards';
const storedBoards = (key: string) =>
  createPersistentStore<SavedBoards>({
    key,
    version: 1,
    schema: v.pipe(
      v.array(v.unknown()),
      v.transform((items) => readable(items)),
    ),
    initial: [],
  });
export const boards = storedBoards(BOARDS);

/** Boards that were deleted in any tab and can be restored. A tab that shows one of them goes on editing it here. */
export const deletedBoards = storedBoards('envboard.deleted-boards');

/** By where the boards are watched: a board of the demo must not open by itself before Qovery. */
const opened = createPersistentStore<Readonly<Record<string, string>>>({
  key: 'envboard.last-board',
  version: 1,
  schema: v.record(v.string(), v.string()),
  initial: {},
});

/** False when the boards last only until the page is closed: the storage is refused or full. */
export const isStorageAvailable = (): boolean =>
  JSON.stringify(storedBoards(BOARDS).get()) === JSON.stringify(boards.get());

/** My boards, in my order. */
export const useBoards = (): SavedBoards => usePersistentStore(boards);

export const readBoards = (): SavedBoards => boards.get();

/** Adds a board to mine, at `index` or at the end. Undefined when there are as many as are kept. */
export function saveBoard(address: string, index?: number): SavedBoard | undefined {
  const before = boards.get();
  if (before.length >= MAX_BOARDS) return undefined;
  const board = { id: randomUuid(), address, savedAt: Date.now() };
  boards.set(insertBoard(before, board, index));
  return board;
}

export const updateBoards = (next: SavedBoards): void => {
  if (next !== boards.get()) boards.set(next);
};

/** Stores an edit among my boards, and among the deleted ones, which Undo restores as they were edited last. */
function edit(change: (all: SavedBoards) => SavedBoards): void {
  for (const store of [boards, deletedBoards]) {
    const before = store.get();
    const after = change(before);
    if (after !== before) store.set(after);
  }
}

/** Stores an edit of a board of mine, together with what other tabs have stored of that board since `before`. */
export function updateBoardAddress(id: string, before: Board, after: Board): void {
  edit((all) => {
    const stored = all.find((board) => board.id === id);
    return stored ? withAddress(all, id, addressOf(mergeBoards(before, after, boardOf(stored))), Date.now()) : all;
  });
}

export const renameBoard = (id: string, name: string): void => edit((all) => renamed(all, id, name, Date.now()));

/** The board of mine that was opened last from this source, in any tab. */
export const lastOpened = (source: string): SavedBoard | undefined => {
  const { [source]: id } = opened.get();
  return boards.get().find((board) => board.id === id);
};

export function rememberOpened(source: string, id: string): void {
  if (opened.get()[source] !== id) opened.set({ ...opened.get(), [source]: id });
}
