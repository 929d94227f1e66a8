import type { BoardAddress } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { summarize } from '#domain/view/summary.ts';
import { SummaryBar } from '#features/toolbar/summary-bar.tsx';
import { Tools } from '#features/toolbar/toolbar.tsx';
import { PART_STRETCH, PART_SUMMARY, PART_TOOLS } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { StretchReason } from './lazy-components.ts';

type Props = {
  readonly board: BoardAddress;
  /** The whole board, for the figures. */
  readonly watched: readonly WatchedEnvironment[];
  readonly onChange: (part: Partial<BoardAddress>, options?: { readonly replace?: boolean }) => void;
};

/** How the board is shown and filtered, and the whole board in figures. */
export function BoardTools({ board, watched, onChange }: Props) {
  return (
    <>
      <div className="flex items-center justify-between gap-x-4 pt-4">
        <PartBoundary name={PART_TOOLS} of={board}>
          <Tools board={board} onChange={onChange} />
        </PartBoundary>
        <PartBoundary name={PART_STRETCH} isQuiet>
          <StretchReason />
        </PartBoundary>
      </div>
      <PartBoundary name={PART_SUMMARY} of={watched}>
        <SummaryBar
          summary={summarize(watched)}
          tones={board.tones}
          outOfDate={board.outOfDate}
          onTones={(tones) => onChange({ tones })}
          onOutOfDate={(outOfDate) => onChange({ outOfDate })}
        />
      </PartBoundary>
    </>
  );
}
