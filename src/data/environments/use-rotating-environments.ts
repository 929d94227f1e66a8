import { useMemo } from 'react';
import { useBoards } from '#data/boards/saved-boards.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import { holds, together } from '#domain/board/rotation-boards.ts';
import { useWatched } from './use-environments.ts';

/**
 * A board's environments, as `useWatched` gives them. While its wall turns, those of all boards in turn are asked for
 * as well, within the same budget, so that the wall can turn to one that turns failing: `everywhere` holds them all.
 */
export function useWatchedInTurn(board: BoardAddress) {
  const boards = useBoards();
  const isTurning = board.view === 'wall' && board.rotateSeconds !== undefined;
  const all = useMemo(() => (isTurning ? together(boards, board) : board), [isTurning, boards, board]);
  const { watched: everywhere, places } = useWatched(all);
  const watched = useMemo(
    () => (isTurning ? everywhere.filter((one) => holds(board, one)) : everywhere),
    [isTurning, everywhere, board],
  );
  return { watched, places, everywhere: isTurning ? everywhere : undefined };
}
