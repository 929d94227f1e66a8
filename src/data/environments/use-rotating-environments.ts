import { useMemo } from 'react';
import { useBoards } from '#data/boards/saved-boards.ts';
import type { Board } from '#domain/board/board.ts';
import { combineBoards, holds } from '#domain/board/rotation-boards.ts';
import { useEnvironments } from './use-environments.ts';

/**
 * Returns a board's environments, as `useEnvironments` does. While its wall rotates, the session also polls the environments of
 * all boards in rotation, within the same budget, so that the wall can switch to a failing board: `allBoards` holds them.
 */
export function useRotatingEnvironments(board: Board) {
  const boards = useBoards();
  const isRotating = board.view === 'wall' && board.rotateSeconds !== undefined;
  const all = useMemo(() => (isRotating ? combineBoards(boards, board) : board), [isRotating, boards, board]);
  const { environments: allBoards, initialOrder } = useEnvironments(all);
  const environments = useMemo(
    () => (isRotating ? allBoards.filter((environment) => holds(board, environment)) : allBoards),
    [isRotating, allBoards, board],
  );
  return { environments, initialOrder, allBoards: isRotating ? allBoards : undefined };
}
