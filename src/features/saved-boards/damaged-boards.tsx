import { useState } from 'react';
import { downloadJson } from '#browser/download.ts';
import { removeUnreadBoards } from '#data/boards/unread-boards.ts';
import { UNREAD_BOARDS_FILE, writeUnreadBoardsFile } from '#domain/board/unread-boards-file.ts';
import {
  EXPORT_UNREAD,
  exportedText,
  NOT_EXPORTED,
  REMOVE_UNREAD,
  REMOVED_UNREAD,
  unreadBoardsText,
} from '#messages/saved-boards.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  /** The stored boards that could not be read; at least one. */
  readonly unread: readonly unknown[];
  readonly onAnnounce: (text: string) => void;
};

/** Reports damaged boards, exports what is stored of them, and then offers to remove them. */
export function DamagedBoards({ unread, onAnnounce }: Props) {
  const [isExported, setExported] = useState(false);
  const write = () => {
    const isGiven = downloadJson(UNREAD_BOARDS_FILE, writeUnreadBoardsFile(unread));
    setExported(isGiven);
    onAnnounce(isGiven ? exportedText(unread.length, UNREAD_BOARDS_FILE) : NOT_EXPORTED);
  };
  const remove = () => {
    removeUnreadBoards();
    onAnnounce(REMOVED_UNREAD);
  };
  return (
    <div className="mx-[22px] mt-2 rounded-[10px] bg-warning-soft px-4 py-2">
      <p id="unread-words">{unreadBoardsText(unread.length)}</p>
      <div className="mt-2 flex flex-wrap gap-2.5">
        <Button aria-describedby="unread-words" onClick={write}>
          {EXPORT_UNREAD}
        </Button>
        {isExported && <Button onClick={remove}>{REMOVE_UNREAD}</Button>}
      </div>
    </div>
  );
}
