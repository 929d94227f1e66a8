import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { useCurrentBoardId, useOpenBoard, useSaveBoard } from '#data/boards/current-board.ts';
import { createBoard, duplicateBoard } from '#data/boards/saved-board-actions.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { useBoardUrl } from '#data/boards/use-board-url.ts';
import { useOpenTeamBoard, useTeamBoardsList } from '#data/boards/use-team-boards-list.ts';
import type { Board } from '#domain/board/board.ts';
import { boardOf, MAX_BOARDS } from '#domain/board/saved-board.ts';
import { PART_BOARDS } from '#messages/errors.ts';
import { MY_BOARDS } from '#messages/header.ts';
import {
  copyOf,
  DUPLICATE_THIS,
  LABELS,
  MANAGE,
  NEW_BOARD,
  SAVE_TO_MINE,
  TEAM_BOARDS,
} from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';

const BoardsDialog = lazyComponent(() => import('./boards-dialog.tsx').then((part) => part.BoardsDialog));

type Props = {
  readonly board: Board;
  /** The element that opened the menu. */
  readonly anchor: HTMLElement;
  /** Opens the dialog that labels the environments of this board. */
  readonly onLabels: () => void;
  readonly onClose: () => void;
};

/**
 * Renders the menu of saved boards: open, create, save the current board. The dialog that manages boards replaces the
 * menu.
 */
export function BoardsMenu(props: Props) {
  const { onClose } = props;
  const [isManaging, setIsManaging] = useState(false);
  // A ref, because the menu closes in the event that chooses an item, before new state would arrive here.
  const stays = useRef(false);
  const manage = () => {
    stays.current = true;
    setIsManaging(true);
  };
  if (isManaging) {
    // A portal, because a dialog with its own header must not be inside the page's header.
    return createPortal(
      <PartBoundary name={PART_BOARDS} onClose={onClose}>
        <BoardsDialog onClose={onClose} />
      </PartBoundary>,
      document.body,
    );
  }
  return <List {...props} onManage={manage} onClose={() => stays.current || onClose()} />;
}

function List({ board, anchor, onLabels, onManage, onClose }: Props & { readonly onManage: () => void }) {
  const boards = useBoards();
  const current = useCurrentBoardId();
  const open = useOpenBoard();
  const save = useSaveBoard();
  const { slug } = useBoardUrl();
  const { boards: teamBoards } = useTeamBoardsList();
  const openTeamBoard = useOpenTeamBoard();
  const isFull = boards.length >= MAX_BOARDS;
  const begin = () => {
    const made = createBoard(boardTitle(''));
    if (made) open(made);
  };
  const duplicate = (id: string) => {
    const copy = duplicateBoard(id, copyOf);
    if (copy) open(copy);
  };
  return (
    <Menu anchor={anchor} label={MY_BOARDS} onClose={onClose}>
      {boards.length > 0 && (
        <>
          <MenuChoices
            label={MY_BOARDS}
            value={current ?? ''}
            choices={boards.map((board) => [board.id, boardTitle(boardOf(board).name)] as const)}
            onChoose={(id) => open(boards.find((board) => board.id === id))}
          />
          <MenuSeparator />
        </>
      )}
      {teamBoards.length > 0 && (
        <>
          <MenuChoices
            label={TEAM_BOARDS}
            value={slug ?? ''}
            choices={teamBoards.map((board) => [board.slug, boardTitle(board.name)] as const)}
            onChoose={(chosen) => teamBoards.filter((board) => board.slug === chosen).forEach(openTeamBoard)}
          />
          <MenuSeparator />
        </>
      )}
      {current === undefined && board.pins.length > 0 && (
        <MenuItem isDisabled={isFull} onSelect={save}>
          {SAVE_TO_MINE}
        </MenuItem>
      )}
      <MenuItem isDisabled={isFull} onSelect={begin}>
        {NEW_BOARD}
      </MenuItem>
      {current !== undefined && (
        <MenuItem isDisabled={isFull} onSelect={() => duplicate(current)}>
          {DUPLICATE_THIS}
        </MenuItem>
      )}
      {board.pins.length > 0 && <MenuItem onSelect={onLabels}>{LABELS}</MenuItem>}
      <MenuItem onSelect={onManage}>{MANAGE}</MenuItem>
    </Menu>
  );
}
