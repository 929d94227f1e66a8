import { flushSync } from 'react-dom';
import { useCurrentBoardId } from '#data/boards/current-board.ts';
import { useRenameBoard } from '#data/boards/rename-board.ts';
import { type DeletedBoard, deleteBoard, duplicateBoard, moveSavedBoard } from '#data/boards/saved-board-actions.ts';
import { readBoards } from '#data/boards/saved-boards.ts';
import { boardOf, MAX_BOARDS, type SavedBoard, type SavedBoards } from '#domain/board/saved-board.ts';
import { MY_BOARDS } from '#messages/header.ts';
import { addedText, copyOf, fullText, NONE_YET, placedText } from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { BoardRow } from './board-row.tsx';

type Props = {
  readonly boards: SavedBoards;
  readonly onOpen: (board: SavedBoard) => void;
  readonly onDeleted: (deleted: DeletedBoard) => void;
  readonly onAnnounce: (text: string) => void;
};

const titleOf = (board: SavedBoard): string => boardTitle(boardOf(board).name);

/** Renders the saved boards in the user's order, with their actions. */
export function BoardList({ boards, onOpen, onDeleted, onAnnounce }: Props) {
  const current = useCurrentBoardId();
  const rename = useRenameBoard();

  const duplicate = (id: string) => {
    const copy = duplicateBoard(id, copyOf);
    onAnnounce(copy ? addedText(titleOf(copy)) : fullText(MAX_BOARDS));
  };
  const move = (board: SavedBoard, by: number) => {
    // Synchronous, so that the pressed button can take the focus again at its new position.
    flushSync(() => moveSavedBoard(board.id, by));
    const after = readBoards();
    const position = after.findIndex(({ id }) => id === board.id) + 1;
    onAnnounce(placedText(titleOf(board), position, after.length));
  };
  const remove = (id: string) => {
    const deleted = deleteBoard(id, id === current);
    if (deleted) onDeleted(deleted);
  };

  if (boards.length === 0) {
    return <p className="px-[22px] pt-3 text-mute">{NONE_YET}</p>;
  }
  return (
    <ul aria-label={MY_BOARDS} className="mt-2 min-h-24 overflow-y-auto px-3.5">
      {boards.map((board, index) => (
        <BoardRow
          key={board.id}
          saved={board}
          isCurrent={board.id === current}
          isFirst={index === 0}
          isLast={index === boards.length - 1}
          onOpen={() => onOpen(board)}
          onRename={(name) => rename(board.id, name)}
          onDuplicate={() => duplicate(board.id)}
          onMove={(by) => move(board, by)}
          onDelete={() => remove(board.id)}
        />
      ))}
    </ul>
  );
}
