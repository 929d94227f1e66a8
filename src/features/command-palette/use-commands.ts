import { useMemo } from 'react';
import { useCurrentBoardId, useOpenBoard } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { usePolled } from '#data/polling/use-polling.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import { boardOf, type SavedBoard } from '#domain/board/saved-board.ts';
import { nameOf, type WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { sorted } from '#domain/view/sort.ts';
import { WORDS } from '#messages/command-palette.ts';
import { UNKNOWN_PROJECT } from '#messages/environment.ts';
import { modeText, stateText } from '#messages/qovery-terms.ts';
import { boardTitle } from '#messages/titles.ts';
import { choiceActions, type Means, mainActions, type PaletteCommand, type PaletteOverlay } from './commands.ts';

type Options = {
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
  readonly onOpen: (overlay: PaletteOverlay) => void;
};

function environmentCommand(watched: WatchedEnvironment, open: (id: string) => void): PaletteCommand {
  const { id, label, environment, status, tone } = watched;
  const place = environment ? `${environment.organizationName} / ${environment.projectName}` : UNKNOWN_PROJECT;
  return {
    id: `environment-${id}`,
    kind: 'environment',
    title: nameOf(watched),
    detail: place,
    also: [label && environment?.name, environment?.mode && modeText(environment.mode), id].filter(Boolean).join(' '),
    tone,
    hint: stateText(status?.state),
    run: () => open(id),
  };
}

const boardCommand = (saved: SavedBoard, open: (board: SavedBoard) => void): PaletteCommand => ({
  id: `board-${saved.id}`,
  kind: 'board',
  title: boardTitle(boardOf(saved).name),
  detail: '',
  also: WORDS.board,
  hint: WORDS.board,
  run: () => open(saved),
});

/** All that the palette finds, in the order it has before anything is typed. */
export function useCommands({ board, watched, onChange, onOpen }: Options): readonly PaletteCommand[] {
  const { poller } = useSession();
  const phase = usePolled((polling) => polling.phase);
  const { theme } = useSettings();
  const boards = useBoards();
  const current = useCurrentBoardId();
  const openBoard = useOpenBoard();
  const { view } = board;

  const environments = useMemo(() => {
    // The wall has no details.
    const open = (id: string) => onChange(view === 'wall' ? { details: id, view: 'cards' } : { details: id });
    return sorted(watched, 'attention').map((one) => environmentCommand(one, open));
  }, [watched, view, onChange]);
  const mine = useMemo(
    () => boards.filter(({ id }) => id !== current).map((one) => boardCommand(one, openBoard)),
    [boards, current, openBoard],
  );
  return useMemo(() => {
    const means: Means = {
      onChange,
      onOpen,
      onTheme: (chosen) => changeSettings({ theme: chosen }),
      onRefresh: poller.refresh,
      onPaused: poller.setPaused,
    };
    const situation = { board, phase, theme };
    return [...mainActions(situation, means), ...mine, ...environments, ...choiceActions(situation, means)];
  }, [board, phase, theme, mine, environments, onChange, onOpen, poller]);
}
