import { type ComponentProps, useRef, useState } from 'react';
import { nameOf } from '#domain/environment/board-environment.ts';
import { toggle } from '#domain/toggle.ts';
import { isFolded } from '#domain/view/grouping.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { groupTitle } from '#messages/titles.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { GroupHeading } from '#ui/group-heading.tsx';
import { useVisibleRows, visibleIndexes } from '#ui/use-visible-rows.ts';
import type { ViewProps } from '#ui/view-props.ts';
import { EnvironmentTile } from './environment-tile.tsx';

/**
 * Up to this number all tiles are rendered, so that find-in-page finds them; beyond it, only tiles near the screen are.
 */
const MAX_DRAWN = 400;
/** Sizes that the classes of the grid and of a tile produce, in CSS pixels. */
const TILE_PX = { width: 152, height: 56, gap: 6 } as const;

type GridProps = Pick<ViewProps, 'onOpen' | 'onMenu'> & { readonly members: ViewProps['groups'][number]['members'] };

const GRID = 'grid auto-rows-[56px] gap-1.5';

/** Confines a tile's error to that tile. */
function SafeTile(props: ComponentProps<typeof EnvironmentTile>) {
  const { environment } = props;
  return (
    <ErrorBoundary
      of={environment}
      fallback={() => <li data-environment-id={environment.id}>{cannotBeShown(nameOf(environment))}</li>}
    >
      <EnvironmentTile {...props} />
    </ErrorBoundary>
  );
}

function AllTiles({ members, onOpen, onMenu }: GridProps) {
  return (
    <ul className={`${GRID} grid-cols-[repeat(auto-fill,minmax(152px,1fr))]`}>
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
function NearTiles({ members, onOpen, onMenu }: GridProps) {
  const list = useRef<HTMLUListElement>(null);
  const { width, height, gap } = TILE_PX;
  const { first, end, widthPx } = useVisibleRows(list, height + gap);
  const [focusedId, setFocusedId] = useState<string>();
  const columns = Math.max(1, Math.floor((widthPx + gap) / (width + gap)));
  const focusedIndex = focusedId ? members.findIndex(({ id }) => id === focusedId) : -1;
  const keepFocused = ({ target }: { readonly target: Element }) =>
    setFocusedId(target.closest('li')?.getAttribute('data-environment-id') ?? undefined);
  return (
    <ul
      ref={list}
      onFocus={keepFocused}
      className={GRID}
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
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

/** Renders small tiles: name, state, configuration, age. */
export function CompactBoard({ board, groups, onChange, onOpen, onMenu }: ViewProps) {
  const { group: by, collapsed } = board;
  const total = groups.reduce((sum, { members }) => sum + members.length, 0);
  const Tiles = total > MAX_DRAWN ? NearTiles : AllTiles;
  return groups.map((group) => {
    const { key, title, members, worst, organization } = group;
    const isCollapsed = isFolded(group, board);
    return (
      <section key={key} aria-label={groupTitle(by, title)} className="mt-4">
        {by !== 'none' && (
          <div className="h-8 touch:h-11">
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
        {!isCollapsed && <Tiles members={members} onOpen={onOpen} onMenu={onMenu} />}
      </section>
    );
  });
}
