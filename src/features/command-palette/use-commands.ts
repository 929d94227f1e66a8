import { useMemo, useState } from 'react';
import { pageActions } from '#browser/page-actions.ts';
import { useCurrentBoardId, useOpenBoard } from '#data/boards/current-board.ts';
import { createBoard } from '#data/boards/saved-board-actions.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { useOpenTeamBoard, useTeamBoardsList } from '#data/boards/use-team-boards-list.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { endSnooze, snooze } from '#data/preferences/snoozes.ts';
import { useSession } from '#data/session.ts';
import type { Board } from '#domain/board/board.ts';
import { boardOf, MAX_BOARDS, type SavedBoard } from '#domain/board/saved-board.ts';
import type { TeamBoard } from '#domain/board/team-board.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { WORDS } from '#messages/command-palette.ts';
import { projectPathText, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { TEAM_BOARD, TEAM_BOARDS } from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { currentStateText } from '#ui/current-state-text.ts';
import {
  type CommandHandlers,
  choiceCommands,
  mainCommands,
  type PaletteCommand,
  type PaletteOverlay,
} from './commands.ts';
import {
  exportCommand,
  filterCommands,
  labelCommands,
  namedVerbs,
  newBoardCommand,
  pageCommands,
  snoozeCommands,
} from './more-commands.ts';

type Options = {
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
  readonly query: string;
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (overlay: PaletteOverlay, only?: readonly string[]) => void;
  readonly onRename: () => void;
};

function environmentCommand(environment: BoardEnvironment, open: (id: string) => void): PaletteCommand {
  const { id, label, info, tone } = environment;
  const projectText = info ? projectPathText(info) : UNKNOWN_PROJECT;
  return {
    id: `environment-${id}`,
    kind: 'environment',
    title: nameOf(environment),
    detail: projectText,
    also: [label && info?.name, info?.mode && modeText(info.mode), id].filter(Boolean).join(' '),
    tone,
    hint: currentStateText(environment),
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

const teamBoardCommand = (board: TeamBoard, open: (board: TeamBoard) => void): PaletteCommand => ({
  id: `team-board-${board.slug}`,
  kind: 'board',
  title: boardTitle(board.name),
  detail: '',
  also: `${WORDS.board} ${TEAM_BOARDS}`,
  hint: TEAM_BOARD,
  run: () => open(board),
});

/** Returns the commands that a query can find, in the order that an empty query shows. */
export function useCommands({
  board,
  environments,
  query,
  onChange,
  onOpen,
  onRename,
}: Options): readonly PaletteCommand[] {
  const { poller, readings } = useSession();
  const phase = usePollingSelector((polling) => polling.phase);
  const { theme } = useSettings();
  const boards = useBoards();
  const current = useCurrentBoardId();
  const openBoard = useOpenBoard();
  const { boards: teamBoards } = useTeamBoardsList();
  const openTeamBoard = useOpenTeamBoard();
  const { view } = board;
  // The page cannot change while the palette is open.
  const [actions] = useState(pageActions);

  const environmentCommands = useMemo(() => {
    // The wall has no details panel.
    const open = (id: string) => onChange(view === 'wall' ? { details: id, view: 'cards' } : { details: id });
    return sortEnvironments(environments, 'attention').map((environment) => environmentCommand(environment, open));
  }, [environments, view, onChange]);
  const mine = useMemo(
    () => boards.filter(({ id }) => id !== current).map((board) => boardCommand(board, openBoard)),
    [boards, current, openBoard],
  );
  const team = useMemo(
    () => teamBoards.map((board) => teamBoardCommand(board, openTeamBoard)),
    [teamBoards, openTeamBoard],
  );
  const named = namedVerbs(query);
  const snoozes = useMemo(
    () =>
      snoozeCommands(
        environments,
        { snooze: named.snooze, endSnooze: named.endSnooze },
        { snooze: (id) => snooze(id, 'changed', readings.snoozedReadingOf(id)), endSnooze },
      ),
    [environments, readings, named.snooze, named.endSnooze],
  );
  const labels = useMemo(
    () => (named.label && view !== 'wall' ? labelCommands(environments, (id) => onOpen('labels', [id])) : []),
    [environments, view, named.label, onOpen],
  );
  return useMemo(() => {
    const begin = () => {
      const made = createBoard(boardTitle(''));
      if (made) openBoard(made);
    };
    const handlers: CommandHandlers = {
      onChange,
      onOpen,
      onRename,
      onTheme: (chosen) => changeSettings({ theme: chosen }),
      onRefresh: poller.refresh,
      onPaused: poller.setPaused,
    };
    const situation = { board, phase, theme };
    return [
      ...mainCommands(situation, handlers),
      ...pageCommands(actions),
      ...mine,
      ...team,
      ...environmentCommands,
      ...choiceCommands(situation, handlers),
      ...filterCommands(onChange),
      ...(boards.length < MAX_BOARDS ? [newBoardCommand(begin)] : []),
      ...(boards.length > 0 ? [exportCommand(boards)] : []),
      ...snoozes,
      ...labels,
    ];
  }, [
    board,
    phase,
    theme,
    boards,
    mine,
    team,
    environmentCommands,
    snoozes,
    labels,
    actions,
    onChange,
    onOpen,
    onRename,
    openBoard,
    poller,
  ]);
}
