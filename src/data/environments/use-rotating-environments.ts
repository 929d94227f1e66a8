import { useMemo } from 'react';
import { useBoards } from '#data/boards/saved-boards.ts';
import type { Board } from '#domain/board/board.ts';
import { combineBoards, holds } from '#domain/board/rotation-boards.ts';
import { useEnvironments } from './use-environments.ts';

/**
 * A board's environments, as `useWatched` gives them. While its wall turns, those of all boards in turn are asked for
 * as well, within the same budget, so that the wall can turn to one that turns failing: `everywhere` holds them all.
 */
export function useRotatingEnvironments(board: Board) {
  const boards = useBoards();
  const isTurning = board.view === 'wall' && board.rotateSeconds !== undefined;
  const all = useMemo(() => (isTurning ? combineBoards(boards, board) : board), [isTurning, boards, board]);
  const { environments: allBoards, initialOrder } = useEnvironments(all);
  const environments = useMemo(
    () => (isTurning ? allBoards.filter((one) => holds(board, one)) : allBoards),
    [isTurning, allBoards, board],
  );
  return { environments, initialOrder, allBoards: isTurning ? allBoards : undefined };
}
