import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { boardLocation } from '#domain/board/board-url.ts';
import { renamed } from '#domain/board/saved-board-list.ts';
import { type Entry, useCurrentBoardId } from './current-board.ts';
import { editBoards } from './saved-boards.ts';
import { useBoardUrl } from './use-board-url.ts';

/** Renames a saved board, also among the deleted boards. */
export const renameBoard = (id: string, name: string): void => editBoards((all) => renamed(all, id, name, Date.now()));

/** Returns a function that renames a saved board. The open board's address changes with it. */
export function useRenameBoard(): (id: string, name: string) => void {
  const navigate = useNavigate();
  const { board } = useBoardUrl();
  const current = useCurrentBoardId();
  return useCallback(
    (id, name) => {
      renameBoard(id, name);
      if (id === current) void navigate(boardLocation({ ...board, name }), { state: { board: id } satisfies Entry });
    },
    [navigate, board, current],
  );
}
