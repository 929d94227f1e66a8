import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import * as v from 'valibot';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { addressOf, boardOf, findSaved, type SavedBoard } from '#domain/board/saved-board.ts';
import { isStorageAvailable, saveBoard, useBoards } from './saved-boards.ts';
import { useBoardUrl } from './use-board-url.ts';

/**
 * The state of a history entry besides its address: the id of the user's board that it shows, so that reload, Back and
 * Forward find that board again, and whether the user answered the banner of a shared board.
 */
const entrySchema = v.object({ board: v.optional(v.string()), isAnswered: v.optional(v.boolean()) });
export type Entry = v.InferOutput<typeof entrySchema>;
const NO_ENTRY: Entry = {};

/**
 * Returns the state for a board of the user. Without storage it names no board: after a reload the page would report a
 * deleted board.
 */
export const entryOf = (id: string): Entry => (isStorageAvailable() ? { board: id } : { isAnswered: true });

/** Returns the state of the present history entry; empty if it is missing or damaged. */
export function useHistoryState(): Entry {
  const { state } = useLocation();
  return useMemo(() => {
    const result = v.safeParse(entrySchema, state);
    return result.success ? result.output : NO_ENTRY;
  }, [state]);
}

/** Returns a function that replaces the state of the present history entry and keeps its address. */
export function useReplaceHistoryState(): (entry: Entry) => void {
  const navigate = useNavigate();
  const { search, hash } = useLocation();
  return useCallback(
    (entry) => void navigate({ search, hash }, { replace: true, state: entry }),
    [navigate, search, hash],
  );
}

/** Returns the user's board that the address shows; undefined for any other board. */
export function useCurrentBoard(): SavedBoard | undefined {
  const { board, slug } = useBoardUrl();
  const boards = useBoards();
  const { board: id } = useHistoryState();
  // A team board never counts as a saved board, even if a saved board has the same pins.
  return useMemo(() => (slug === undefined ? findSaved(boards, board, id) : undefined), [boards, board, id, slug]);
}

/** Returns the id of the saved board that the address shows; undefined for any other board. */
export const useCurrentBoardId = (): string | undefined => useCurrentBoard()?.id;

/** Returns a function that opens a saved board, or an empty page. Each later change of the address is saved with it. */
export function useOpenBoard() {
  const navigate = useNavigate();
  const { language } = useBoardUrl().board;
  return useCallback(
    (saved: SavedBoard | undefined, { replace = false } = {}) => {
      const state: Entry | undefined = saved && { board: saved.id };
      // A language in the address stays: it belongs to this screen, not to a board.
      void navigate(boardLocation({ ...(saved ? boardOf(saved) : DEFAULT_BOARD), language }), { replace, state });
    },
    [navigate, language],
  );
}

/** Returns a function that saves the board in the address and returns its id; undefined when no room is left. */
export function useSaveBoard(): () => string | undefined {
  const { board, slug } = useBoardUrl();
  const navigate = useNavigate();
  const replaceState = useReplaceHistoryState();
  return useCallback(() => {
    const saved = saveBoard(addressOf(board));
    // The copy of a team board has an address of its own: Back returns to the team board.
    if (saved && slug !== undefined) void navigate(boardLocation(board), { state: entryOf(saved.id) });
    else if (saved) replaceState(entryOf(saved.id));
    return saved?.id;
  }, [board, slug, navigate, replaceState]);
}
