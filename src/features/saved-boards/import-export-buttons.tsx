import { downloadJson } from '#browser/download.ts';
import { BOARDS_FILE, writeBoardsFile } from '#domain/board/boards-file.ts';
import type { SavedBoards } from '#domain/board/saved-board.ts';
import { DROP_HINT, EXPORT, exportedText, IMPORT_FILE, NOT_EXPORTED } from '#messages/saved-boards.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  readonly boards: SavedBoards;
  readonly onPick: (file: File) => void;
  readonly onAnnounce: (text: string) => void;
};

/** Renders the buttons that export the saved boards to a file and import boards from a file. */
export function ImportExportButtons({ boards, onPick, onAnnounce }: Props) {
  const write = () => {
    const isGiven = downloadJson(BOARDS_FILE, writeBoardsFile(boards));
    onAnnounce(isGiven ? exportedText(boards.length, BOARDS_FILE) : NOT_EXPORTED);
  };
  return (
    <div className="flex flex-wrap items-center gap-2.5 border-line border-t px-[22px] py-3.5">
      <label className="cursor-pointer whitespace-nowrap rounded-lg border border-line bg-surface px-3 py-[7px] font-semibold touch:py-[11px] hover:bg-idle-soft has-focus-visible:outline-2 has-focus-visible:outline-busy has-focus-visible:outline-offset-2">
        <span>{IMPORT_FILE}</span>
        <input
          type="file"
          accept=".json,application/json"
          className="sr-only"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The user may choose the same file again after fixing it.
            currentTarget.value = '';
            if (file) onPick(file);
          }}
        />
      </label>
      <Button onClick={write} disabled={boards.length === 0} className="disabled:opacity-60">
        {EXPORT}
      </Button>
      <p className="text-[13px] text-mute">{DROP_HINT}</p>
    </div>
  );
}
