import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { summarize } from '#domain/view/summary.ts';
import { SummaryBar } from '#features/toolbar/summary-bar.tsx';
import { Toolbar } from '#features/toolbar/toolbar.tsx';
import { PART_SLOWDOWN, PART_SUMMARY, PART_TOOLS } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { SlowdownNotice } from './lazy-components.ts';

type Props = {
  readonly board: Board;
  /** The whole board, for the counts. */
  readonly environments: readonly BoardEnvironment[];
  /** Number of environments that pass the filters. */
  readonly shown: number;
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

/** Renders the controls of view and filters, and the counts of the whole board. */
export function BoardToolbar({ board, environments, shown, onChange }: Props) {
  return (
    <>
      <div className="flex items-center justify-between gap-x-4 pt-4">
        <PartBoundary name={PART_TOOLS} of={board}>
          <Toolbar board={board} onChange={onChange} />
        </PartBoundary>
        <PartBoundary name={PART_SLOWDOWN} isQuiet>
          <SlowdownNotice />
        </PartBoundary>
      </div>
      <PartBoundary name={PART_SUMMARY} of={environments}>
        <SummaryBar summary={summarize(environments)} filter={board} shown={shown} onChange={onChange} />
      </PartBoundary>
    </>
  );
}
