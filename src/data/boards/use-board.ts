import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
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
import { useBoardUrl } from './use-board-url.ts';
import { useTeamBoardsFile } from './use-team-boards-file.ts';

/** The name of the board that the demo opens on: it came with no link, so nothing is said about it. */
const DEMO_NAME = 'Demo board';

/** A board that is none of mine, and what may be answered. */
export type ReceivedBoard = {
  /** True when it was mine, until it was deleted. */
  readonly wasMine: boolean;
  /** Gives its id; undefined when there is no room for it. */
  readonly save: () => string | undefined;
  readonly dismiss: () => void;
};

/**
 * The board in the address, like `useBoardAddress`. Where it is one of mine, what becomes of it is kept; where it is
 * not, nothing of mine changes until the reader asks for it. For the page: everything else reads `useBoardAddress`.
 */
export function useBoard(isDemo: boolean) {
  const { board: addressed, problems: found, locate, slug } = useBoardUrl();
  useTeamBoardsFile(slug);
  const navigate = useNavigate();
  const entry = useHistoryState();
  const note = useReplaceHistoryState();
  const save = useSaveBoard();
  const id = useCurrentBoardId();
  const last = useLastBoard(addressed, slug !== undefined || found.isUnreadable);
  const board = useMemo(() => (last ? boardOf(last) : addressed), [last, addressed]);
  // An own board is complete: an older version wrote its address without a guard.
  const isMine = id !== undefined;
  const problems = useMemo(() => (isMine ? { ...found, isCut: false } : found), [found, isMine]);
  // A board that another tab deleted is followed too, or its Undo would bring back an older version.
  useAutosave(id ?? entry.board, addressed);
  useTakeOver(id, addressed);
  useRemember(id);
  useEffect(() => {
    // A board of mine that came without its id, from a bookmark perhaps: Back must find it once it has changed.
    if (id !== undefined && entry.board !== id && isStorageAvailable()) note({ board: id });
  }, [id, entry, note]);

  const isReceived =
    id === undefined &&
    slug === undefined &&
    addressed.pins.length > 0 &&
    entry.isAnswered !== true &&
    !(isDemo && addressed.name === DEMO_NAME);
  const received: ReceivedBoard | undefined = isReceived
    ? { wasMine: entry.board !== undefined, save, dismiss: () => note({ ...entry, isAnswered: true }) }
    : undefined;

  const write = (part: Partial<Board>, replace: boolean) => {
    const next = { ...board, ...part };
    const isBlank = board.pins.length === 0 && entry.isAnswered === undefined;
    // The user pins on an empty page, so no link brought these pins: the board becomes one of the user's own.
    const made = id === undefined && isBlank && next.pins.length > 0 ? saveBoard(addressOf(next)) : undefined;
    const mine = id ?? made?.id;
    const other: Entry = board.pins.length === 0 ? entry : { ...entry, isAnswered: !isReceived && slug === undefined };
    const state: Entry = mine === undefined ? other : entryOf(mine);
    void navigate(locate(next), { replace, state });
  };
  const latest = useRef(write);
  useLayoutEffect(() => {
    latest.current = write;
  });
  // The same function for ever: every card has it, and would be drawn again with each letter of a filter.
  const change = useCallback((part: Partial<Board>, { replace = false } = {}) => latest.current(part, replace), []);
  return { board, problems, change, received, slug };
}

const isEmpty = (board: Board): boolean =>
  board.pins.length === 0 && encodeBoard({ ...board, language: undefined }) === '';

/**
 * Opens the last board of mine when the page was entered without one. Gives it while the address still lacks it. A link
 * that names a board, or held one that cannot be read, opens no other board in its place.
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
 * Takes over the name and the pins that another tab gave the board shown. Each tab keeps its own view, order and filters:
 * a wall stays a wall. Only a change of the stored board has this effect.
 */
function useTakeOver(id: string | undefined, board: Board): void {
  const navigate = useNavigate();
  const saved = useCurrentBoard();
  const takeOver = useEffectEvent((stored: SavedBoard) => {
    const { name, pins, hidden } = boardOf(stored);
    const next = { ...board, name, pins, hidden };
    if (addressOf(next) !== addressOf(board))
      void navigate(boardLocation(next), { replace: true, state: { board: id } });
  });
  const before = useRef(saved);
  useEffect(() => {
    const isChanged = before.current?.id === saved?.id && before.current?.address !== saved?.address;
    before.current = saved;
    if (saved && isChanged && saved.id === id) takeOver(saved);
  }, [saved, id]);
}

/** Writes to storage what the address became. Opening a board, or going Back to another one, changes none of mine. */
function useAutosave(id: string | undefined, board: Board): void {
  const before = useRef({ id, board });
  useEffect(() => {
    const { current } = before;
    before.current = { id, board };
    if (id === undefined || current.id !== id || current.board === board) return;
    if (addressOf(board) !== addressOf(current.board)) updateBoardAddress(id, current.board, board);
  }, [id, board]);
}

/** Remembers the board shown: it opens by itself the next time. */
function useRemember(id: string | undefined): void {
  const { source } = useSession().api;
  useEffect(() => {
    if (id !== undefined) rememberOpened(source, id);
  }, [id, source]);
}
