import { type DragEvent, useState } from 'react';
import { isStorageShared } from '#data/api-scope.ts';
import { useCurrentBoardId, useOpenBoard } from '#data/boards/current-board.ts';
import { type DeletedBoards, setUndoable } from '#data/boards/deletion-undo.ts';
import { isStorageAvailable, readBoards, useBoards } from '#data/boards/saved-boards.ts';
import { readUnreadBoards } from '#data/boards/unread-boards.ts';
import { useTeamBoardsList } from '#data/boards/use-team-boards-list.ts';
import { MAX_FILE_BYTES, readBoardsFile } from '#domain/board/boards-file.ts';
import { CLOSE } from '#messages/common.ts';
import { MY_BOARDS } from '#messages/header.ts';
import { importedText, NOT_KEPT, TOO_LARGE, UNREADABLE } from '#messages/saved-boards.ts';
import { SHARED_ON_HOST } from '#messages/settings.ts';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { CLOSE as CROSS } from '#ui/stroke-icon.tsx';
import { BoardList } from './board-list.tsx';
import { DamagedBoards } from './damaged-boards.tsx';
import { ImportExportButtons } from './import-export-buttons.tsx';
import { ImportPanel, type PickedFile } from './import-panel.tsx';
import { TeamBoardProblems } from './team-board-problems.tsx';
import { UndoDeleteNotice } from './undo-delete-notice.tsx';

/** Reads a file that the user chose. Never rejects. */
async function readPicked(file: File): Promise<PickedFile> {
  const { name } = file;
  if (file.size > MAX_FILE_BYTES) return { name, refusal: TOO_LARGE };
  try {
    return { name, content: readBoardsFile(await file.text()) };
  } catch {
    return { name, refusal: UNREADABLE };
  }
}

/** Renders names, order, copies and deletion of the saved boards, and their import and export. */
export function BoardsDialog({ onClose }: { readonly onClose: () => void }) {
  const boards = useBoards();
  const open = useOpenBoard();
  const current = useCurrentBoardId();
  const { problems } = useTeamBoardsList();
  const unread = readUnreadBoards();
  const [shownFirst] = useState(current);
  const [picked, setPicked] = useState<PickedFile>();
  const [announcement, setAnnouncement] = useState('');
  const [deleted, setDeleted] = useState<DeletedBoards>([]);

  const close = () => {
    onClose();
    setUndoable(deleted);
  };
  // When the current board was deleted, opens another saved board, but only on closing: until then Undo can restore it.
  const leave = () => {
    close();
    if (shownFirst !== undefined && current === undefined) open(readBoards()[0]);
  };
  const pick = (file: File | undefined) => {
    if (file) void readPicked(file).then(setPicked);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    pick(event.dataTransfer.files[0]);
  };
  return (
    <Dialog
      title={MY_BOARDS}
      onClose={leave}
      actions={<IconButton label={CLOSE} path={CROSS} className="-mt-1 -mr-2" onClick={leave} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a mouse; “Import…” works by keyboard. */}
      <div
        className="flex min-h-0 flex-col"
        onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
        onDrop={onDrop}
      >
        {!isStorageAvailable() && (
          <p role="alert" className="mx-[22px] mt-2 rounded-[10px] bg-warning-soft px-4 py-2">
            {NOT_KEPT}
          </p>
        )}
        {isStorageShared() && <p className="mx-[22px] mt-2 text-[13px] text-mute">{SHARED_ON_HOST}</p>}
        {unread.length > 0 && <DamagedBoards unread={unread} onAnnounce={setAnnouncement} />}
        {(boards.length > 0 || unread.length === 0) && (
          <BoardList
            boards={boards}
            onOpen={(board) => {
              close();
              open(board);
            }}
            onDeleted={(deletion) => setDeleted([...deleted, deletion])}
            onAnnounce={setAnnouncement}
          />
        )}
        {picked && (
          <ImportPanel
            picked={picked}
            onImported={(count) => {
              setAnnouncement(importedText(count));
              // Boards that the file restored leave the undo list: Undo would add them a second time.
              const mine = readBoards().map(({ address }) => address);
              setDeleted(deleted.filter(({ board }) => !mine.includes(board.address)));
              setPicked(undefined);
            }}
            onCancel={() => setPicked(undefined)}
          />
        )}
        <div className="px-[22px]">
          <TeamBoardProblems problems={problems} />
        </div>
        <p role="status" className="min-h-8 px-[22px] py-1.5 text-[13px] text-mute">
          {announcement}
        </p>
        <ImportExportButtons boards={boards} onPick={pick} onAnnounce={setAnnouncement} />
      </div>
      <UndoDeleteNotice deleted={deleted} onDone={setDeleted} onReopen={(board) => open(board, { replace: true })} />
    </Dialog>
  );
}
