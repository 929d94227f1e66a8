import { preloadedComponent } from '#browser/lazy-component.tsx';
import type { Board } from '#domain/board/board.ts';
import { toggle } from '#domain/toggle.ts';
import { type Group, isFolded } from '#domain/view/grouping.ts';
import { PART_VIEW } from '#messages/errors.ts';
import { groupTitle } from '#messages/titles.ts';
import { GroupHeading } from '#ui/group-heading.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { type CardActions, DraggableCard } from './draggable-card.tsx';

const VirtualCardBoard = preloadedComponent(() =>
  import('./virtual-card-board.tsx').then((part) => part.VirtualCardBoard),
);

export type BoardProps = CardActions & {
  readonly board: Board;
  readonly groups: readonly Group[];
  readonly onChange: (part: Partial<Board>) => void;
};

/** `total` is the number of environments on the board, including filtered-out environments. */
type Props = BoardProps & { readonly total: number };

/**
 * Up to this number of cards, the board renders all of them, so that find-in-page and printing include them. A larger
 * board renders only the cards near the window. The number counts the whole board: if it counted matches, one typed
 * letter could switch modes and render two hundred cards at once.
 */
const MANY = 200;

/** Renders the cards in the given order. The browser skips the layout of cards far from the window. */
export function CardBoard({ total, ...props }: Props) {
  const { board, groups, onChange, ...actions } = props;
  const { group: by, collapsed } = board;
  if (total > MANY) {
    return (
      <PartBoundary name={PART_VIEW} of={groups}>
        <VirtualCardBoard {...props} />
      </PartBoundary>
    );
  }
  return groups.map((group) => {
    const { key, title, members, failing } = group;
    const isCollapsed = isFolded(group, board);
    return (
      <section key={key} aria-label={groupTitle(by, title)} className="mt-5">
        {by === 'none' ? (
          <h2 className="sr-only">{groupTitle(by, title)}</h2>
        ) : (
          <GroupHeading
            title={groupTitle(by, title)}
            count={members.length}
            failing={failing}
            isCollapsed={isCollapsed}
            onToggle={() => onChange({ collapsed: toggle(collapsed, key) })}
          />
        )}
        {!isCollapsed && (
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(300px,100%),1fr))] gap-3.5">
            {members.map((environment) => (
              <DraggableCard key={environment.id} environment={environment} {...actions} />
            ))}
          </div>
        )}
      </section>
    );
  });
}
