import { useState } from 'react';
import { useSaveBoard } from '#data/boards/current-board.ts';
import { useTeamBoards } from '#data/boards/team-boards.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import {
  notSavedText,
  SAVE_TO_MINE,
  TEAM_BOARD,
  TEAM_MISSING_TITLE,
  TEAM_TITLE,
  TEAM_WHY,
  teamMissingText,
} from '#messages/saved-boards.ts';
import { Button } from '#ui/button.tsx';
import { TeamBoardProblems } from './team-board-problems.tsx';

/** Names the team board of the address, or reports that the server has none of this name. Nothing until its file is loaded. */
export function TeamBoardBanner({ slug }: { readonly slug: string }) {
  const file = useTeamBoards();
  const save = useSaveBoard();
  const [isFull, setIsFull] = useState(false);
  if (file === undefined) return null;
  const isFound = file.boards.some((board) => board.slug === slug);
  return (
    <section
      aria-label={TEAM_BOARD}
      className="mt-4 flex min-h-15 flex-wrap items-center gap-x-3 gap-y-2 rounded-[10px] border border-line bg-surface py-2 pr-2 pl-4"
    >
      <div className="min-w-0 grow basis-60">
        <p>
          <b>{isFound ? TEAM_TITLE : TEAM_MISSING_TITLE}</b>
          <span className="text-mute">{` ${isFound ? TEAM_WHY : teamMissingText(slug)}`}</span>
        </p>
        {isFull && <p role="status">{notSavedText(MAX_BOARDS)}</p>}
        {!isFound && <TeamBoardProblems problems={file.problems} />}
      </div>
      {isFound && <Button onClick={() => setIsFull(save() === undefined)}>{SAVE_TO_MINE}</Button>}
    </section>
  );
}
