import type { DeletedBoards } from '#data/boards/deletion-undo.ts';
import { forgetDeleted, restoreBoard } from '#data/boards/saved-board-actions.ts';
import { boardOf, type SavedBoard } from '#domain/board/saved-board.ts';
import { deletedText } from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { Notice } from '#ui/notice.tsx';

type Props = {
  readonly deleted: DeletedBoards;
  /** Called with the deletions that can still be undone. */
  readonly onDone: (left: DeletedBoards) => void;
  /** Called when the restored board was the current board before its deletion. */
  readonly onReopen: (board: SavedBoard) => void;
};

/** Undoes the latest deletion, then the one before it. */
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
