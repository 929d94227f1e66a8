import * as v from 'valibot';
import { createPersistentStore, usePersistentStore } from '#browser/persistent-store.ts';
import { randomUuid } from '#browser/random-id.ts';
import type { Board } from '#domain/board/board.ts';
import { mergeBoards } from '#domain/board/merge-boards.ts';
import { isUuid } from '#domain/board/pin.ts';
import {
  boardOf,
  editedAddress,
  insertBoard,
  MAX_BOARDS,
  type SavedBoard,
  type SavedBoards,
  withAddress,
} from '#domain/board/saved-board.ts';

const savedBoard = v.object({
  id: v.pipe(v.string(), v.check(isUuid)),
  address: v.string(),
  savedAt: v.pipe(v.number(), v.finite()),
});

const isReadable = (item: unknown): item is SavedBoard => v.safeParse(savedBoard, item).success;

/** Returns the valid boards of a stored list, each id once. A damaged board does not remove the others. */
const readable = (items: readonly unknown[]): SavedBoards =>
  items.filter(isReadable).filter(({ id }, index, all) => all.findIndex((board) => board.id === id) === index);

/**
 * Returns the elements of a stored text that are no boards; the whole text if it is no list. Each write keeps them, so that
 * a damaged board stays until the user removes it.
 */
export function unreadableIn(text: string | undefined): readonly unknown[] {
  try {
    const items: readonly unknown[] = JSON.parse(text ?? '').value;
    return items.filter((item) => !isReadable(item));
  } catch {
    return text === undefined ? [] : [text];
  }
}

export const BOARDS = 'envboard.boards';
export const VERSION = 1;
const storedBoards = (key: string) =>
  createPersistentStore<SavedBoards>({
    key,
    version: VERSION,
    schema: v.pipe(
      v.array(v.unknown()),
      v.transform((items) => readable(items)),
    ),
    initial: [],
    write: (next, stored) => [...next, ...unreadableIn(stored)],
  });

/** The user's saved boards, in the user's order. Shared by all tabs. */
export const boards = storedBoards(BOARDS);

/** Boards that any tab has deleted and can restore. A tab that shows such a board saves its edits here. */
export const deletedBoards = storedBoards('envboard.deleted-boards');

/** The last opened board of each API: a board of the demo must not open by itself on a Qovery account. */
const opened = createPersistentStore<Readonly<Record<string, string>>>({
  key: 'envboard.last-board',
  version: 1,
  schema: v.record(v.string(), v.string()),
  initial: {},
});

/** False when the boards last only until the page is closed: the storage is refused or full. */
export const isStorageAvailable = (): boolean =>
  JSON.stringify(storedBoards(BOARDS).get()) === JSON.stringify(boards.get());

/** Returns the user's saved boards, in the user's order. */
export const useBoards = (): SavedBoards => usePersistentStore(boards);

/** Returns the saved boards now. */
export const readBoards = (): SavedBoards => boards.get();

/** Saves a board at `index` or at the end. Returns undefined when the maximum number of boards is reached. */
export function saveBoard(address: string, index?: number): SavedBoard | undefined {
  const before = boards.get();
  if (before.length >= MAX_BOARDS) return undefined;
  const board = { id: randomUuid(), address, savedAt: Date.now() };
  boards.set(insertBoard(before, board, index));
  return board;
}

/** Stores a list of saved boards, unless it is the present one. */
export const updateBoards = (next: SavedBoards): void => {
  if (next !== boards.get()) boards.set(next);
};

/** Applies an edit to the saved boards and to the deleted boards, so that Undo restores the latest version. */
export function editBoards(change: (all: SavedBoards) => SavedBoards): void {
  for (const store of [boards, deletedBoards]) {
    const before = store.get();
    const after = change(before);
    if (after !== before) store.set(after);
  }
}

/** Saves an edit of a board, merged with the changes that other tabs have saved since `before`. */
export function updateBoardAddress(id: string, before: Board, after: Board): void {
  editBoards((all) => {
    const stored = all.find((board) => board.id === id);
    return stored
      ? withAddress(all, id, editedAddress(stored, mergeBoards(before, after, boardOf(stored))), Date.now())
      : all;
  });
}

/** Returns the saved board that any tab opened last for this API; `source` is the API's identity. */
export const lastOpened = (source: string): SavedBoard | undefined => {
  const { [source]: id } = opened.get();
  return boards.get().find((board) => board.id === id);
};

/** Records the saved board that was opened last for this API; see `lastOpened`. */
export function rememberOpened(source: string, id: string): void {
  if (opened.get()[source] !== id) opened.set({ ...opened.get(), [source]: id });
}
