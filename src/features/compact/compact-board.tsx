import { type ComponentProps, useMemo, useRef, useState } from 'react';
import { useElementSize } from '#browser/use-element-size.ts';
import { usePrintedAt } from '#browser/use-printed-at.ts';
import { nameOf } from '#domain/environment/board-environment.ts';
import { toggle } from '#domain/toggle.ts';
import { mayFillGaps, packGroups } from '#domain/view/group-columns.ts';
import { isFolded } from '#domain/view/grouping.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { groupTitle } from '#messages/titles.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { GroupHeading } from '#ui/group-heading.tsx';
import { useTurn } from '#ui/use-turn.ts';
import { useVisibleRows, visibleIndexes } from '#ui/use-visible-rows.ts';
import type { ViewProps } from '#ui/view-props.ts';
import { EnvironmentTile } from './environment-tile.tsx';

/**
 * Up to this number all tiles are rendered, so that find-in-page finds them; beyond it, only tiles near the screen are, except
 * on paper.
 */
const MAX_DRAWN = 400;
/** Sizes that the classes of the grid and of a tile produce, in CSS pixels. The width is the least. */
const TILE_PX = { width: 152, height: 56, gap: 6 } as const;
/** The longest usual state. */
const SAMPLE = stateText('DEPLOYMENT_QUEUED');
/** Width that a tile needs beside its state: the icon, the gap and the padding. */
const BESIDE_STATE_PX = 34;
/** A heading needs the width of two tiles. */
const HEADING_COLUMNS = 2;
/** The width of an upright page between its margins, in CSS pixels. The page cannot measure it. */
const PAPER_PX = 660;
const widthOf = ({ widthPx }: { readonly widthPx: number }): number => widthPx;

type GridProps = Pick<ViewProps, 'onOpen' | 'onMenu'> & {
  readonly members: ViewProps['groups'][number]['members'];
  /** The least width of a tile, in CSS pixels. */
  readonly width: number;
};

const columnsOf = (widthPx: number, tilePx: number): number =>
  Math.max(1, Math.floor((widthPx + TILE_PX.gap) / (tilePx + TILE_PX.gap)));
const columnsStyle = (columns: number) => ({ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` });

const GRID = 'grid auto-rows-[56px] gap-1.5';

/** Confines a tile's error to that tile. */
function SafeTile(props: Omit<ComponentProps<typeof EnvironmentTile>, 'isTurn'>) {
  const { environment } = props;
  const isTurn = useTurn(`tile ${environment.id}`);
  return (
    <ErrorBoundary
      of={environment}
      fallback={() => <li data-environment-id={environment.id}>{cannotBeShown(nameOf(environment))}</li>}
    >
      <EnvironmentTile {...props} isTurn={isTurn} />
    </ErrorBoundary>
  );
}

function AllTiles({ members, width, onOpen, onMenu }: GridProps) {
  return (
    <ul className={GRID} style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${width}px, 1fr))` }}>
      {members.map((environment) => (
        <SafeTile
          key={environment.id}
          environment={environment}
          index={undefined}
          count={undefined}
          columns={0}
          {...{ onOpen, onMenu }}
        />
      ))}
    </ul>
  );
}

/** Renders the tiles near the screen and the focused tile, each at its position in the whole grid. */
function NearTiles({ members, width, onOpen, onMenu }: GridProps) {
  const list = useRef<HTMLUListElement>(null);
  const { height, gap } = TILE_PX;
  const { first, end, widthPx } = useVisibleRows(list, height + gap);
  const [focusedId, setFocusedId] = useState<string>();
  const columns = columnsOf(widthPx, width);
  const focusedIndex = focusedId ? members.findIndex(({ id }) => id === focusedId) : -1;
  const keepFocused = ({ target }: { readonly target: Element }) =>
    setFocusedId(target.closest('li')?.getAttribute('data-environment-id') ?? undefined);
  return (
    <ul
      ref={list}
      onFocus={keepFocused}
      className={GRID}
      style={{
        ...columnsStyle(columns),
        gridTemplateRows: `repeat(${Math.ceil(members.length / columns)}, ${height}px)`,
      }}
    >
      {visibleIndexes(first * columns, end * columns, members.length, focusedIndex).map((index) => {
        const environment = members[index];
        return (
          environment && (
            <SafeTile
              key={environment.id}
              environment={environment}
              count={members.length}
              {...{ index, columns, onOpen, onMenu }}
            />
          )
        );
      })}
    </ul>
  );
}

/** Returns the groups in the order and width in which the board renders them: side by side, as those of cards. */
function useFrames({ board, groups }: Pick<ViewProps, 'board' | 'groups'>, columns: number) {
  const fillsGaps = mayFillGaps(board);
  const minSpan = board.group === 'none' ? columns : HEADING_COLUMNS;
  return useMemo(() => packGroups(groups, { columns, fillsGaps, minSpan }), [groups, columns, fillsGaps, minSpan]);
}

/** Renders small tiles: name, state, configuration, age. */
export function CompactBoard({ board, groups, onChange, onOpen, onMenu }: ViewProps) {
  const { group: by, collapsed } = board;
  const total = groups.reduce((sum, { members }) => sum + members.length, 0);
  const isPrinting = usePrintedAt() !== undefined;
  const Tiles = total > MAX_DRAWN && !isPrinting ? NearTiles : AllTiles;
  // The user's own styles may widen letters: a state must still fit.
  const [sample, samplePx = 0] = useElementSize(widthOf);
  const width = Math.max(TILE_PX.width, Math.ceil(samplePx) + BESIDE_STATE_PX);
  const [grid, measuredPx = 0] = useElementSize(widthOf);
  const columns = columnsOf(isPrinting ? PAPER_PX : measuredPx, width);
  const sections = useFrames({ board, groups }, columns).map(({ group, span }) => {
    const { key, title, members, worst, organization } = group;
    const isCollapsed = isFolded(group, board);
    return (
      <section key={key} aria-label={groupTitle(by, title)} className="min-w-0" style={{ gridColumn: `span ${span}` }}>
        {by !== 'none' && (
          <div className="mb-1.5 box-content h-8 touch:h-11 rounded-md border border-line bg-strip px-1.5">
            <GroupHeading
              title={groupTitle(by, title)}
              count={members.length}
              worst={worst}
              parent={organization}
              isCollapsed={isCollapsed}
              onToggle={() => onChange({ collapsed: toggle(collapsed, key) })}
            />
          </div>
        )}
        {!isCollapsed && <Tiles members={members} width={width} onOpen={onOpen} onMenu={onMenu} />}
      </section>
    );
  });
  return (
    <div className="relative mt-4">
      <span ref={sample} aria-hidden="true" className="invisible absolute whitespace-nowrap text-xs">
        {SAMPLE}
      </span>
      <div ref={grid} className="grid gap-x-1.5 gap-y-4" style={columnsStyle(columns)}>
        {sections}
      </div>
    </div>
  );
}
