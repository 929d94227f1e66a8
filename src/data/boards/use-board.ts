import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useStableCallback } from '#browser/use-stable-callback.ts';
import { useSession } from '#data/session.ts';
import type { Board } from '#domain/board/board.ts';
import { boardLocation, encodeBoard } from '#domain/board/board-url.ts';
import { addressOf, boardOf, type SavedBoard } from '#domain/board/saved-board.ts';
import {
  type Entry,
  entryOf,
  useCurrentBoard,
  useCurrentBoardId,
  useHistoryState,
  useOpenBoard,
  useReplaceHistoryState,
  useSaveBoard,
} from './current-board.ts';
import { isStorageAvailable, lastOpened, rememberOpened, saveBoard, updateBoardAddress } from './saved-boards.ts';
import { useBoardProblems } from './use-board-problems.ts';
import { useBoardUrl } from './use-board-url.ts';
import { useTeamBoardsFile } from './use-team-boards-file.ts';

/** The name of the demo's first board. It came from no link, so the page shows no banner of a shared board. */
const DEMO_NAME = 'Demo board';

/** A board from a link, and the user's possible answers to its banner. */
export type ReceivedBoard = {
  /** True for a board of the user that has been deleted. */
  readonly wasMine: boolean;
  /** Saves the board and returns its id; undefined when no room is left. */
  readonly save: () => string | undefined;
  readonly dismiss: () => void;
};

/**
 * Returns the board in the address, like `useBoardUrl`, and saves its changes if it is a saved board. For any other board,
 * storage stays unchanged until the user saves it. Only the board's page calls this hook.
 */
export function useBoard(isDemo: boolean) {
  const { board: addressed, problems: found, locate, slug } = useBoardUrl();
  useTeamBoardsFile(slug);
  const navigate = useNavigate();
  const entry = useHistoryState();
  const replaceState = useReplaceHistoryState();
  const save = useSaveBoard();
  const id = useCurrentBoardId();
  const last = useLastBoard(addressed, slug !== undefined || found.isUnreadable);
  const board = useMemo(() => (last ? boardOf(last) : addressed), [last, addressed]);
  const problems = useBoardProblems();
  // The board may have been deleted by another tab. Its edits are saved too, or Undo would restore an older version.
  useAutosave(id ?? entry.board, addressed);
  useSavedChanges(id, addressed);
  useRemember(id);
  useEffect(() => {
    // A saved board may be opened without its id, as from a bookmark: Back must find it after it has changed.
    if (id !== undefined && entry.board !== id && isStorageAvailable()) replaceState({ board: id });
  }, [id, entry, replaceState]);

  const isReceived =
    id === undefined &&
    slug === undefined &&
    addressed.pins.length > 0 &&
    entry.isAnswered !== true &&
    !(isDemo && addressed.name === DEMO_NAME);
  const received: ReceivedBoard | undefined = isReceived
    ? { wasMine: entry.board !== undefined, save, dismiss: () => replaceState({ ...entry, isAnswered: true }) }
    : undefined;

  const write = (part: Partial<Board>, replace: boolean) => {
    const next = { ...board, ...part };
    const isBlank = board.pins.length === 0 && entry.isAnswered === undefined;
    // The user pins on an empty page, so no link brought these pins: the board becomes one of the user's own.
    const made = id === undefined && isBlank && next.pins.length > 0 ? saveBoard(addressOf(next)) : undefined;
    const mine = id ?? made?.id;
    const other: Entry = board.pins.length === 0 ? entry : { ...entry, isAnswered: !isReceived && slug === undefined };
    const state: Entry = mine === undefined ? other : entryOf(mine);
    // A saved board is complete, also when an older version wrote its address.
    void navigate(mine === undefined ? locate(next) : locate(next, false), { replace, state });
  };
  // A function that changes would re-render every card with each letter of a filter.
  const change = useStableCallback((part: Partial<Board>, { replace = false }: { readonly replace?: boolean } = {}) =>
    write(part, replace),
  );
  return { board, problems, change, received, slug };
}

const isEmpty = (board: Board): boolean =>
  board.pins.length === 0 && encodeBoard({ ...board, language: undefined }) === '';

/**
 * Opens the last saved board when the page was opened without a board, and returns it until the address names it. A link
 * that names a board opens no other board, not even if the link cannot be read.
 */
function useLastBoard(board: Board, namesBoard: boolean): SavedBoard | undefined {
  const { source } = useSession().api;
  const { key, state } = useLocation();
  const open = useOpenBoard();
  const [arrival] = useState(() => ({
    key,
    last: isEmpty(board) && !namesBoard && !state ? lastOpened(source) : undefined,
  }));
  const last = key === arrival.key ? arrival.last : undefined;
  useEffect(() => {
    if (last) open(last, { replace: true });
  }, [last, open]);
  return last;
}

/**
 * Applies the name and the pins that another tab has saved for this board. Each tab keeps its own view, order and
 * filters: a wall stays a wall. Runs only when the saved board changes.
 */
function useSavedChanges(id: string | undefined, board: Board): void {
  const navigate = useNavigate();
  const saved = useCurrentBoard();
  const applySaved = useEffectEvent((stored: SavedBoard) => {
    const { name, pins, hidden } = boardOf(stored);
    const next = { ...board, name, pins, hidden };
    if (addressOf(next) !== addressOf(board))
      void navigate(boardLocation(next), { replace: true, state: { board: id } });
  });
  const before = useRef(saved);
  useEffect(() => {
    const isChanged = before.current?.id === saved?.id && before.current?.address !== saved?.address;
    before.current = saved;
    if (saved && isChanged && saved.id === id) applySaved(saved);
  }, [saved, id]);
}

/** Saves the changes of the address. Opening a board, or going Back to another board, changes no saved board. */
function useAutosave(id: string | undefined, board: Board): void {
  const before = useRef({ id, board });
  useEffect(() => {
    const { current } = before;
    before.current = { id, board };
    if (id === undefined || current.id !== id || current.board === board) return;
    if (addressOf(board) !== addressOf(current.board)) updateBoardAddress(id, current.board, board);
  }, [id, board]);
}

/** Records the shown board as the last one, so that it opens by itself the next time. */
function useRemember(id: string | undefined): void {
  const { source } = useSession().api;
  useEffect(() => {
    if (id !== undefined) rememberOpened(source, id);
  }, [id, source]);
}
