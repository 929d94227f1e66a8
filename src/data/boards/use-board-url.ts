import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Board } from '#domain/board/board.ts';
import { boardLocation, decodeBoard, encodeBoard, readLocation } from '#domain/board/board-url.ts';
import { encodePins } from '#domain/board/pin-list-codec.ts';
import { teamSlugIn } from '#domain/board/team-board.ts';
import { useTeamBoards } from './team-boards.ts';

let last: { readonly text: string; readonly decoded: ReturnType<typeof decodeBoard> } | undefined;

/** Decodes a text once for all components that read the address: that of a thousand pins is 23 kB long. */
function decodeOnce(text: string): ReturnType<typeof decodeBoard> {
  if (last?.text !== text) last = { text, decoded: decodeBoard(text) };
  return last.decoded;
}

/**
 * Returns the board in the page's address, its problems, and functions that change it. No other module reads or writes
 * the board's address.
 */
export function useBoardUrl() {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const slug = teamSlugIn({ search, hash });
  const file = useTeamBoards();
  const team = file?.boards.find((board) => board.slug === slug);
  const { board, problems } = useMemo(() => {
    if (slug === undefined) return decodeOnce(readLocation({ search, hash }));
    return decodeOnce((team && file?.search?.read(team.address, search)) ?? '');
  }, [search, hash, slug, team, file]);
  /**
   * Returns where a board is shown: a team board keeps its short address until its name or its pins change, and a board of
   * a cut link keeps missing the guard until its pins change.
   */
  const locate = useCallback(
    (next: Board, isCut = problems.isCut && encodePins(next.pins) === encodePins(board.pins)) => {
      const short = team && file?.search?.write(team, encodeBoard(next));
      if (short !== undefined) return { search: short, hash: '' };
      return boardLocation(next, isCut);
    },
    [team, file, problems, board],
  );
  const change = useCallback(
    (part: Partial<Board>, { replace = false } = {}) => {
      void navigate(locate({ ...board, ...part }), { replace });
    },
    [navigate, board, locate],
  );
  return { board, problems, change, locate, slug };
}
