import type { DeletedBoards } from '#data/boards/deletion-undo.ts';
import { forgetDeleted, restoreBoard } from '#data/boards/saved-board-actions.ts';
import { boardOf, type SavedBoard } from '#domain/board/saved-board.ts';
import { deletedText } from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { Notice } from '#ui/notice.tsx';

type Props = {
  readonly deleted: DeletedBoards;
  /** With what can still be taken back after this. */
  readonly onDone: (left: DeletedBoards) => void;
  /** The board is mine again, and was the one shown when it was deleted. */
  readonly onReopen: (board: SavedBoard) => void;
};

/** Takes back the latest deletion, then the one before it. */
export function UndoDeleteNotice({ deleted, onDone, onReopen }: Props) {
  const latest = deleted.at(-1);
  if (!latest) return null;
  return (
    <Notice
      onDismiss={() => {
        forgetDeleted(deleted);
        onDone([]);
      }}
      onUndo={() => {
        const restored = restoreBoard(latest);
        onDone(deleted.slice(0, -1));
        if (latest.wasOpen) onReopen(restored);
      }}
    >
      {deletedText(boardTitle(boardOf(latest.board).name))}
    </Notice>
  );
}
