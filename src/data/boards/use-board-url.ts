import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Board } from '#domain/board/board.ts';
import { boardLocation, decodeBoard, readLocation } from '#domain/board/board-url.ts';

/** The board is its address. This is the only reader and the only writer of it. */
export function useBoardUrl() {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const { board, problems } = useMemo(() => decodeBoard(readLocation({ search, hash })), [search, hash]);
  const change = useCallback(
    (part: Partial<Board>, { replace = false } = {}) => {
      void navigate(boardLocation({ ...board, ...part }), { replace });
    },
    [navigate, board],
  );
  return { board, problems, change };
}
