import { useState } from 'react';
import { useCurrentBoardId, useOpenBoard } from '#data/boards/current-board.ts';
import { setUndoable, useDeletedBoards } from '#data/boards/deletion-undo.ts';
import { isStorageAvailable } from '#data/boards/saved-boards.ts';
import { readUnreadBoards } from '#data/boards/unread-boards.ts';
import type { ReceivedBoard } from '#data/boards/use-board.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { DISMISS } from '#messages/common.ts';
import {
  DELETED,
  DELETED_TITLE,
  DELETED_WHY,
  MISSING,
  MISSING_TITLE,
  MISSING_WHY,
  notSavedText,
  SAVE_TO_MINE,
  SAVED,
  SAVED_FOR_NOW,
  SHARED,
  SHARED_TITLE,
  SHARED_WHY,
} from '#messages/saved-boards.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { UndoDeleteNotice } from './undo-delete-notice.tsx';

const SHARED_WORDS = [SHARED, SHARED_TITLE, SHARED_WHY] as const;
const DELETED_WORDS = [DELETED, DELETED_TITLE, DELETED_WHY] as const;
const MISSING_WORDS = [MISSING, MISSING_TITLE, MISSING_WHY] as const;

/** Returns the banner's name, title and explanation. A board of the user may be one whose stored data is damaged. */
function wordsOf({ wasMine }: ReceivedBoard) {
  if (!wasMine) return SHARED_WORDS;
  return readUnreadBoards().length === 0 ? DELETED_WORDS : MISSING_WORDS;
}

/** Offers to save a shared board. Also reports the changes to the saved boards, and offers to undo them. */
export function SharedBoardBanner({ received }: { readonly received: ReceivedBoard | undefined }) {
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly about: string | undefined }>();
  const deleted = useDeletedBoards();
  const open = useOpenBoard();
  const current = useCurrentBoardId();
  const save = (board: ReceivedBoard) => {
    const about = board.save();
    const savedText = isStorageAvailable() ? SAVED : SAVED_FOR_NOW;
    const text = about === undefined ? notSavedText(MAX_BOARDS) : savedText;
    setOutcome({ text, about });
  };
  // Concerns the current board only, so the next board must not show it.
  const notice = deleted.length === 0 && outcome?.about === current ? outcome : undefined;
  const [name, title, why] = received ? wordsOf(received) : SHARED_WORDS;
  return (
    <>
      {received && (
        <section
          aria-label={name}
          className="mt-4 flex min-h-15 flex-wrap items-center gap-x-3 gap-y-2 max-sm:min-h-28 rounded-[10px] border border-line bg-surface py-2 pr-2 pl-4 print:hidden"
        >
          <p className="min-w-0 grow basis-60">
            <b>{title}</b>
            <span className="text-mute">{` ${why}`}</span>
          </p>
          <Button onClick={() => save(received)}>{SAVE_TO_MINE}</Button>
          <Button onClick={received.dismiss}>{DISMISS}</Button>
        </section>
      )}
      <UndoDeleteNotice deleted={deleted} onDone={setUndoable} onReopen={open} />
      {notice && <Notice onDismiss={() => setOutcome(undefined)}>{notice.text}</Notice>}
    </>
  );
}
