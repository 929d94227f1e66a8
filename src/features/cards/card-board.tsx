import { useMemo } from 'react';
import { lazyComponent, preloadedComponent } from '#browser/lazy-component.tsx';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { mayFillGaps, packGroups } from '#domain/view/group-columns.ts';
import { isFolded } from '#domain/view/grouping.ts';
import { PART_VIEW } from '#messages/errors.ts';
import { groupTitle } from '#messages/titles.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { useCardColumns } from './card-columns.ts';
import { type BoardProps, DraggableCard } from './draggable-card.tsx';
import { CardCells, columnsStyle, FRAMES, FrameHeading, GRID } from './group-frame.tsx';

/** `total` is the number of environments on the board, including filtered-out environments. */
type Props = BoardProps & { readonly total: number };

/**
 * Up to this number of cards, the board renders all of them, so that find-in-page includes them. A larger board renders only
 * the cards near the window, except on paper. The number counts the whole board: if it counted matches, one typed
 * letter could switch modes and render two hundred cards at once.
 */
const MANY = 200;
/** As many as fit a page of A4 or Letter, whose width the page does not know. On the columns of a screen, cards would be cut off. */
const PAPER_COLUMNS = 2;
/** Length of the address of a board with more than `MANY` pins: each takes 22 characters and a separator. */
const LONG_ADDRESS = MANY * 23;

/**
 * Fetched at once only where the address has so many pins: most boards are small, and the file has the virtualiser. A first
 * render without the file costs a third of a second, by which React delays what replaces a message of waiting.
 */
const VirtualCardBoard = (
  `${location.search}${location.hash}`.length > LONG_ADDRESS ? preloadedComponent : lazyComponent
)(() => import('./virtual-card-board.tsx').then((part) => part.VirtualCardBoard));

/** Returns the groups in the order and width in which the board renders them. */
function useFrames({ board, groups }: Pick<BoardProps, 'board' | 'groups'>, columns: number) {
  const fillsGaps = mayFillGaps(board);
  return useMemo(() => packGroups(groups, { columns, fillsGaps }), [groups, columns, fillsGaps]);
}

/** Renders the cards in the given order, in frames side by side. The browser skips the layout of cards far away. */
export function CardBoard({ total, board, groups, onChange, ...actions }: Props) {
  const { isTight, grid, columns: measured } = useCardColumns(total);
  const isPrinting = usePrintedAt() !== undefined;
  const columns = isPrinting ? PAPER_COLUMNS : (measured ?? 1);
  const frames = useFrames({ board, groups }, columns);
  if (total > MANY && !isPrinting) {
    return (
      <PartBoundary name={PART_VIEW} of={groups}>
        {/* Without `groups`: each of its changes would re-render every card. */}
        <VirtualCardBoard
          {...{ board, onChange, isTight, grid, columns, frames, ...actions }}
          isMeasured={measured !== undefined}
        />
      </PartBoundary>
    );
  }
  const hasProject = board.group !== 'project';
  return (
    <div ref={grid} className={`mt-4 ${GRID} ${isTight ? 'gap-y-3' : 'gap-y-4'}`} style={columnsStyle(columns)}>
      {frames.map(({ group, span }) => (
        <section
          key={group.key}
          aria-label={groupTitle(board.group, group.title)}
          className={`${FRAMES.whole} ${isFolded(group, board) ? 'self-start' : ''}`}
          style={{ gridColumn: `span ${span}` }}
        >
          <FrameHeading {...{ board, group, onChange }} />
          {!isFolded(group, board) && (
            <CardCells columns={span}>
              {group.members.map((environment, index) => (
                <DraggableCard
                  key={environment.id}
                  environment={environment}
                  isFirstInRow={index % span === 0}
                  {...{ isTight, hasProject, ...actions }}
                />
              ))}
            </CardCells>
          )}
        </section>
      ))}
    </div>
  );
}
