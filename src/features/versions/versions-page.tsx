import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { PAGE_WORDS } from '#messages/choices.ts';

type Props = {
  readonly board: Board;
  /** The environments that pass the board's filters, in display order. */
  readonly shown: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

export function VersionsPage({ shown }: Props) {
  return (
    <h2 className="pt-4 font-semibold text-base">
      {PAGE_WORDS.versions} {shown.length}
    </h2>
  );
}
