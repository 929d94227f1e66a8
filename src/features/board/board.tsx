import type { WatchedEnvironment } from '#domain/reading.ts';
import { type Grouping, grouped } from '#domain/view.ts';
import { plural } from '#ui/text.ts';
import { EnvironmentCard } from './environment-card.tsx';

type Props = {
  readonly watched: readonly WatchedEnvironment[];
  readonly group: Grouping;
  readonly onEdit: (id: string) => void;
  readonly onMove: (id: string, target: string) => void;
  readonly onUnpin: (id: string) => void;
};

/** A type of our own, so that nothing dragged in from elsewhere counts. */
const DRAGGED = 'application/x-envboard-id';

/** The cards, in the order given. Those out of sight are laid out only when they come near. */
export function Board({ watched, group, onEdit, onMove, onUnpin }: Props) {
  return grouped(watched, group).map(({ key, title, members }) => (
    <section key={key} aria-label={title || 'Environments'} className="mt-5">
      {group !== 'none' && (
        <h2 className="mb-2.5 font-semibold text-[13px]">
          {title || 'Unknown project'}{' '}
          <small className="ml-2 font-normal text-[13px] text-mute">{plural(members.length, 'environment')}</small>
        </h2>
      )}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(300px,100%),1fr))] gap-3.5">
        {members.map((one) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the mouse's way; "Edit" moves by keyboard.
          <div
            key={one.id}
            draggable
            className="grid [contain-intrinsic-size:auto_230px] [content-visibility:auto]"
            onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED, one.id)}
            onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
            onDrop={({ dataTransfer }) => onMove(dataTransfer.getData(DRAGGED), one.id)}
          >
            <EnvironmentCard watched={one} onEdit={onEdit} onUnpin={onUnpin} />
          </div>
        ))}
      </div>
    </section>
  ));
}
