import { useMemo } from 'react';
import { WindowVirtualizer } from 'virtua';
import { useElementSize } from '#browser/use-element-size.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { toggle } from '#domain/toggle.ts';
import { type Group, isFolded } from '#domain/view/grouping.ts';
import { groupTitle } from '#messages/titles.ts';
import { GroupHeading } from '#ui/group-heading.tsx';
import type { BoardProps } from './card-board.tsx';
import { DraggableCard } from './draggable-card.tsx';

type Row =
  | { readonly kind: 'heading'; readonly key: string; readonly group: Group }
  | { readonly kind: 'cards'; readonly key: string; readonly cards: readonly BoardEnvironment[] };

const MIN_CARD_PX = 300;
const GAP_PX = 14;
/** Estimated height of a row of cards with its gap, in CSS pixels, until the row has been measured. */
const ROW_PX = 248;

/** Returns the number of columns that the small board's grid has at the same width. */
const columnsIn = ({ widthPx }: { readonly widthPx: number }): number =>
  Math.max(1, Math.floor((widthPx + GAP_PX) / (MIN_CARD_PX + GAP_PX)));

function rowsOf({ board, groups }: Pick<BoardProps, 'board' | 'groups'>, columns: number): readonly Row[] {
  return groups.flatMap((group): readonly Row[] => {
    const { key, members } = group;
    const heading: readonly Row[] = board.group === 'none' ? [] : [{ kind: 'heading', key, group }];
    if (isFolded(group, board)) return heading;
    const starts = Array.from({ length: Math.ceil(members.length / columns) }, (_, row) => row * columns);
    return [
      ...heading,
      ...starts.map((start) => ({
        kind: 'cards' as const,
        key: `${key} ${start}`,
        cards: members.slice(start, start + columns),
      })),
    ];
  });
}

/** Renders a board of hundreds of cards: only rows near the window are in the document. */
export function VirtualCardBoard({ board, groups, onChange, ...actions }: BoardProps) {
  // Ignores the height, which grows with every measured row and does not affect the columns.
  const [box, columns = 0] = useElementSize(columnsIn);
  const rows = useMemo(() => (columns > 0 ? rowsOf({ board, groups }, columns) : []), [board, groups, columns]);
  return (
    <div ref={box} className="mt-5">
      {board.group === 'none' && <h2 className="sr-only">{groupTitle('none', '')}</h2>}
      {columns > 0 && (
        <WindowVirtualizer data={rows} itemSize={ROW_PX} bufferSize={400}>
          {(row) =>
            row.kind === 'heading' ? (
              <div key={row.key} className="pt-1.5">
                <GroupHeading
                  title={groupTitle(board.group, row.group.title)}
                  count={row.group.members.length}
                  failing={row.group.failing}
                  isCollapsed={isFolded(row.group, board)}
                  onToggle={() => onChange({ collapsed: toggle(board.collapsed, row.key) })}
                />
              </div>
            ) : (
              <div
                key={row.key}
                className="grid gap-3.5 pb-3.5"
                style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
              >
                {row.cards.map((environment) => (
                  <DraggableCard key={environment.id} environment={environment} {...actions} />
                ))}
              </div>
            )
          }
        </WindowVirtualizer>
      )}
    </div>
  );
}
