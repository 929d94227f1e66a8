import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { useCurrentBoardId, useOpenBoard, useSaveBoard } from '#data/boards/current-board.ts';
import { duplicateBoard } from '#data/boards/saved-board-actions.ts';
import { saveBoard, useBoards } from '#data/boards/saved-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf, boardOf, MAX_BOARDS } from '#domain/board/saved-board.ts';
import { uniqueName } from '#domain/board/saved-board-list.ts';
import { PART_BOARDS } from '#messages/errors.ts';
import { MY_BOARDS } from '#messages/header.ts';
import { copyOf, DUPLICATE_THIS, MANAGE, NEW_BOARD, SAVE_TO_MINE } from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';

const BoardsDialog = lazyComponent(() => import('./boards-dialog.tsx').then((part) => part.BoardsDialog));

type Props = {
  readonly board: Board;
  /** What opened it, to stand beside. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
};

/** My boards: open one, begin one, keep the one shown. The dialog that manages them takes the menu's place. */
export function BoardsMenu({ board, anchor, onClose }: Props) {
  const [isManaging, setIsManaging] = useState(false);
  // The menu closes in the same event in which an item is chosen, before the state has arrived here.
  const stays = useRef(false);
  const manage = () => {
    stays.current = true;
    setIsManaging(true);
  };
  if (isManaging) {
    // Out of the page's header, of which a dialog and its own header are no part.
    return createPortal(
      <PartBoundary name={PART_BOARDS} onClose={onClose}>
        <BoardsDialog onClose={onClose} />
      </PartBoundary>,
      document.body,
    );
  }
  return <List board={board} anchor={anchor} onManage={manage} onClose={() => stays.current || onClose()} />;
}

function List({ board, anchor, onManage, onClose }: Props & { readonly onManage: () => void }) {
  const boards = useBoards();
  const current = useCurrentBoardId();
  const open = useOpenBoard();
  const save = useSaveBoard();
  const isFull = boards.length >= MAX_BOARDS;
  const begin = () => {
    const made = saveBoard(addressOf({ ...DEFAULT_BOARD, name: uniqueName(boards, boardTitle('')) }));
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
            choices={boards.map((one) => [one.id, boardTitle(boardOf(one).name)] as const)}
            onChoose={(id) => open(boards.find((one) => one.id === id))}
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
      <MenuItem onSelect={onManage}>{MANAGE}</MenuItem>
    </Menu>
  );
}
