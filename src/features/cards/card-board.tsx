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

/** `total` is how many the board holds, those too that a filter hides. */
type Props = BoardProps & { readonly total: number };

/**
 * On a board of more than so many cards only those near the window are drawn at all; up to it find-in-page and printing
 * see them all. What a filter leaves of a large board is no exception: a letter would draw two hundred at once.
 */
const MANY = 200;

/** The cards, in the order given. Those out of sight are laid out only when they come near. */
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
            {members.map((one) => (
              <DraggableCard key={one.id} environment={one} {...actions} />
            ))}
          </div>
        )}
      </section>
    );
  });
}
