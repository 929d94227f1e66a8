import { type Ref, useMemo } from 'react';
import { WindowVirtualizer } from 'virtua';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { GroupFrame } from '#domain/view/group-columns.ts';
import { type Group, isFolded } from '#domain/view/grouping.ts';
import { type BoardProps, DraggableCard } from './draggable-card.tsx';
import { CardCells, columnsStyle, FRAMES, FrameHeading } from './group-frame.tsx';

/** A row of the virtual list: several frames side by side, or a part of a frame with several rows. */
type Row =
  | { readonly kind: 'frames'; readonly key: string; readonly frames: readonly GroupFrame[] }
  | {
      readonly kind: 'part';
      readonly key: string;
      readonly part: keyof typeof FRAMES;
      /** Set in the first part, which has the heading. */
      readonly group: Group | undefined;
      readonly cards: readonly BoardEnvironment[];
    };

/** Heights in CSS pixels of a row of cards, and of the heading and the gap that a frame adds; until they are measured. */
const CARD_PX = { comfortable: 168, tight: 100 } as const;
const FRAME_PX = 52;

type LayoutProps = Pick<BoardProps, 'board'> & { readonly frames: readonly GroupFrame[]; readonly columns: number };

/** Returns the rows of one frame that is as wide as the board. */
function partsOf({ group }: GroupFrame, columns: number): readonly Row[] {
  const { key, members } = group;
  const starts = Array.from({ length: Math.ceil(members.length / columns) }, (_, row) => row * columns);
  return starts.map((start, row) => ({
    kind: 'part' as const,
    key: `${key} ${start}`,
    part: row === 0 ? 'top' : row === starts.length - 1 ? 'bottom' : 'middle',
    group: row === 0 ? group : undefined,
    cards: members.slice(start, start + columns),
  }));
}

function rowsOf({ board, frames, columns }: LayoutProps): readonly Row[] {
  const rows: Row[] = [];
  let side: GroupFrame[] = [];
  let room = 0;
  const flush = () => {
    const [first] = side;
    if (first) rows.push({ kind: 'frames', key: first.group.key, frames: side });
    side = [];
  };
  for (const frame of frames) {
    if (frame.span > room) {
      flush();
      room = columns;
    }
    room -= frame.span;
    if (frame.group.members.length <= columns || isFolded(frame.group, board)) side.push(frame);
    else rows.push(...partsOf(frame, columns));
  }
  flush();
  return rows;
}

type Props = Omit<BoardProps, 'groups'> &
  LayoutProps & { readonly isTight: boolean; readonly isMeasured: boolean; readonly grid: Ref<HTMLDivElement> };

/** Renders a board of hundreds of cards: only rows near the window are in the document. */
export function VirtualCardBoard({ board, frames, columns, isTight, isMeasured, grid, onChange, ...actions }: Props) {
  const rows = useMemo(
    () => (isMeasured ? rowsOf({ board, frames, columns }) : []),
    [board, frames, columns, isMeasured],
  );
  const cellsOf = (cards: readonly BoardEnvironment[], span: number) => (
    <CardCells columns={span}>
      {cards.map((environment, index) => (
        <DraggableCard
          key={environment.id}
          environment={environment}
          isFirstInRow={index === 0}
          hasProject={board.group !== 'project'}
          isTight={isTight}
          {...actions}
        />
      ))}
    </CardCells>
  );
  const gap = isTight ? 'pb-3' : 'pb-4';
  const renderRow = (row: Row) =>
    row.kind === 'frames' ? (
      <div key={row.key} className={`grid ${gap}`} style={columnsStyle(columns)}>
        {row.frames.map(({ group, span }) => (
          <div
            key={group.key}
            className={`${FRAMES.whole} ${isFolded(group, board) ? 'self-start' : ''}`}
            style={{ gridColumn: `span ${span}` }}
          >
            <FrameHeading {...{ board, group, onChange }} />
            {!isFolded(group, board) && cellsOf(group.members, span)}
          </div>
        ))}
      </div>
    ) : (
      <div key={row.key} className={row.part === 'bottom' ? gap : ''}>
        <div className={FRAMES[row.part]}>
          {row.group && <FrameHeading {...{ board, group: row.group, onChange }} />}
          {cellsOf(row.cards, columns)}
        </div>
      </div>
    );
  return (
    <div ref={grid} className="-mx-1.5 mt-4">
      {isMeasured && (
        <WindowVirtualizer
          data={rows}
          itemSize={CARD_PX[isTight ? 'tight' : 'comfortable'] + FRAME_PX}
          bufferSize={400}
        >
          {renderRow}
        </WindowVirtualizer>
      )}
    </div>
  );
}
