import { useCallback, useMemo } from 'react';
import { type BoardAddress, boardLocation, decodeBoard, readLocation } from '#domain/board-address.ts';
import { useGo, usePlace } from './place.ts';

/** The board is its address. This is the only reader and the only writer of it. */
export function useBoardAddress() {
  const { search, hash } = usePlace();
  const go = useGo();
  const { board, problems } = useMemo(() => decodeBoard(readLocation({ search, hash })), [search, hash]);
  const change = useCallback(
    (part: Partial<BoardAddress>, { replace = false } = {}) => {
      go(boardLocation({ ...board, ...part }), { replace });
    },
    [go, board],
  );
  return { board, problems, change };
}
