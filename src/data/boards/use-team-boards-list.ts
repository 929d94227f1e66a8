import { useCallback, useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import type { TeamBoard } from '#domain/board/team-board.ts';
import { loadTeamBoards } from './load-team-boards.ts';
import { type TeamBoards, useTeamBoards } from './team-boards.ts';

const NONE: TeamBoards = { boards: [], problems: [] };

/** Returns the team boards, and loads their file again. Import it in lazy components only. */
export function useTeamBoardsList(): TeamBoards {
  useEffect(() => void loadTeamBoards(), []);
  return useTeamBoards() ?? NONE;
}

/** Returns a function that opens a team board with the display options of its file. */
export function useOpenTeamBoard(): (board: TeamBoard) => void {
  const navigate = useNavigate();
  return useCallback(({ slug }) => void navigate({ search: `?board=${slug}`, hash: '' }), [navigate]);
}
