import type { BoardAddress } from '#domain/board-address.ts';
import { type Group, toggled } from '#domain/view.ts';
import { GroupHeading } from '#ui/group-heading.tsx';
import { groupTitle } from '#ui/text.ts';
import { EnvironmentCard } from './environment-card.tsx';

type Props = {
  readonly board: BoardAddress;
  readonly groups: readonly Group[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
  readonly onMove: (id: string, target: string) => void;
};

/** A type of our own, so that nothing dragged in from elsewhere counts. */
const DRAGGED = 'application/x-envboard-id';

/** The cards, in the order given. Those out of sight are laid out only when they come near. */
export function Board({ board, groups, onChange, onOpen, onMenu, onMove }: Props) {
  const { group: by, collapsed } = board;
  return groups.map(({ key, title, members, failing }) => (
    <section key={key} aria-label={groupTitle(by, title)} className="mt-5">
      {by !== 'none' && (
        <GroupHeading
          title={groupTitle(by, title)}
          count={members.length}
          failing={failing}
          isCollapsed={collapsed.includes(key)}
          onToggle={() => onChange({ collapsed: toggled(collapsed, key) })}
        />
      )}
      {(by === 'none' || !collapsed.includes(key)) && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(300px,100%),1fr))] gap-3.5">
          {members.map((one) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the mouse's way; the menu moves by keyboard.
            <div
              key={one.id}
              draggable
              className="grid [contain-intrinsic-size:auto_230px] [content-visibility:auto]"
              onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED, one.id)}
              onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
              onDrop={({ dataTransfer }) => onMove(dataTransfer.getData(DRAGGED), one.id)}
            >
              <EnvironmentCard watched={one} onOpen={onOpen} onMenu={onMenu} />
            </div>
          ))}
        </div>
      )}
    </section>
  ));
}
