import { importBoards } from '#data/boards/saved-board-actions.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { type BoardsFile, type FileBoard, newAddresses } from '#domain/board/boards-file.ts';
import { MAX_BOARDS } from '#domain/board/saved-board.ts';
import { fileProblemText } from '#messages/boards-file.ts';
import { CANCEL, CLOSE } from '#messages/common.ts';
import {
  duplicatesText,
  IMPORT,
  importText,
  moreProblemsText,
  NO_BOARDS,
  NOTHING_USABLE,
  nothingNewText,
  roomText,
  titlesText,
  usableText,
} from '#messages/saved-boards.ts';
import { boardTitle } from '#messages/titles.ts';
import { Button } from '#ui/button.tsx';

/** Maximum number of listed problems, and of listed boards. */
const LISTED = 20;
const NAMED = 5;

const namesText = (boards: readonly FileBoard[]): string => {
  const names = boards.slice(0, NAMED).map(({ name }) => boardTitle(name));
  return titlesText(names, boards.length - names.length);
};

/** A file that the user chose: its usable boards, or why it could not be read. */
export type PickedFile = { readonly name: string } & ({ readonly content: BoardsFile } | { readonly refusal: string });

type Props = {
  readonly picked: PickedFile;
  /** Called with the number of added boards. */
  readonly onImported: (count: number) => void;
  readonly onCancel: () => void;
};

/** Renders a file's boards and its problems before any board is added. */
export function ImportPanel({ picked, onImported, onCancel }: Props) {
  const mine = useBoards();
  const { boards, problems } = 'content' in picked ? picked.content : { boards: [], problems: [] };
  const { added, duplicates } = newAddresses(boards, mine);
  const room = MAX_BOARDS - mine.length;
  const fitting = added.slice(0, room);
  const sentences = [
    `${picked.name}:`,
    'refusal' in picked && picked.refusal,
    'content' in picked && boards.length === 0 && problems.length > 0 && NOTHING_USABLE,
    'content' in picked && boards.length === 0 && problems.length === 0 && NO_BOARDS,
    boards.length > 0 && added.length === 0 && nothingNewText(boards.length),
    added.length > 0 && usableText(boards.length, namesText(boards)),
    added.length > 0 && duplicates > 0 && duplicatesText(duplicates),
    added.length > room && roomText(room, MAX_BOARDS),
  ];
  return (
    <section aria-label={IMPORT} className="mx-[22px] mt-3 rounded-[10px] border border-line bg-bg px-4 py-3">
      <p id="import-words" className="break-words">
        {sentences.filter((part) => part !== false).join(' ')}
      </p>
      {problems.length > 0 && (
        <ul className="mt-2 max-h-40 list-disc overflow-y-auto pl-5 text-[13.5px] text-mute">
          {problems.slice(0, LISTED).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two entries may be equal.
            <li key={index}>{fileProblemText(problem)}</li>
          ))}
          {problems.length > LISTED && <li>{moreProblemsText(problems.length - LISTED)}</li>}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-2.5">
        {fitting.length > 0 && (
          <Button
            variant="primary"
            autoFocus
            aria-describedby="import-words"
            onClick={() => {
              importBoards(fitting);
              onImported(fitting.length);
            }}
          >
            {importText(fitting.length)}
          </Button>
        )}
        <Button autoFocus={fitting.length === 0} aria-describedby="import-words" onClick={onCancel}>
          {fitting.length > 0 ? CANCEL : CLOSE}
        </Button>
      </div>
    </section>
  );
}
