import { useMemo } from 'react';
import { useBoards } from '#data/boards.ts';
import { useCurrentBoardId, useOpenBoard } from '#data/current-board.ts';
import { useSession } from '#data/session.ts';
import { changeSettings, useSettings } from '#data/settings.ts';
import { usePolled } from '#data/use-polling.ts';
import { sorted } from '#domain/attention.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { boardOf, type SavedBoard } from '#domain/saved-board.ts';
import { UNKNOWN_PROJECT } from '#ui/words/environment.ts';
import { WORDS } from '#ui/words/palette.ts';
import { modeText, stateText } from '#ui/words/qovery.ts';
import { boardTitle } from '#ui/words/titles.ts';
import { choiceActions, type Means, mainActions, type PaletteCommand, type PaletteOverlay } from './actions.ts';

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
