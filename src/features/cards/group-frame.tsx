import type { ReactNode } from 'react';
import type { Board } from '#domain/board/board.ts';
import { toggle } from '#domain/toggle.ts';
import { type Group, isFolded } from '#domain/view/grouping.ts';
import { groupTitle } from '#messages/titles.ts';
import { GroupHeading } from '#ui/group-heading.tsx';

/**
 * The grid of the board. Its columns have no gaps; each column holds a card and half a gap on both sides, so that cards
 * line up down the page, whether a frame begins beside them or not.
 */
export const GRID = '-mx-1.5 grid';

export const columnsStyle = (columns: number) => ({ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` });

/** The frame is drawn above the cards, so that the colour of a card does not cover it. */
const FRAME =
  'relative mx-1.5 overflow-clip bg-surface after:pointer-events-none after:absolute after:inset-0 after:border-line';
/** A whole frame, and the parts of a frame that is rendered row by row. */
export const FRAMES = {
  whole: `${FRAME} rounded-xl after:rounded-xl after:border`,
  top: `${FRAME} rounded-t-xl after:rounded-t-xl after:border after:border-b-0`,
  middle: `${FRAME} after:border-x`,
  bottom: `${FRAME} rounded-b-xl after:rounded-b-xl after:border after:border-t-0`,
} as const;

type HeadingProps = {
  readonly board: Board;
  readonly group: Group;
  readonly onChange: (part: Partial<Board>) => void;
};

/** Renders the heading of a group as a strip over its cards; without grouping, for screen readers only. */
export function FrameHeading({ board, group, onChange }: HeadingProps) {
  const { group: by, collapsed } = board;
  const { key, title, members, worst, organization } = group;
  if (by === 'none') return <h2 className="sr-only">{groupTitle(by, title)}</h2>;
  return (
    <div className="h-9 touch:h-11 bg-strip px-3">
      <GroupHeading
        title={groupTitle(by, title)}
        parent={organization}
        count={members.length}
        worst={worst}
        isCollapsed={isFolded(group, board)}
        onToggle={() => onChange({ collapsed: toggle(collapsed, key) })}
      />
    </div>
  );
}

/** Renders cards in a row or more. The first row's upper line is the lower line of the heading. */
export function CardCells({ columns, children }: { readonly columns: number; readonly children: ReactNode }) {
  return (
    <div className={GRID} style={columnsStyle(columns)}>
      {children}
    </div>
  );
}
