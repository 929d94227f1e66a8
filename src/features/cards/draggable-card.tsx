import { memo } from 'react';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { EnvironmentCard } from './environment-card.tsx';

export type CardActions = {
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
  readonly onMove: (id: string, target: string) => void;
};

type Props = CardActions & { readonly environment: BoardEnvironment };

/** A private media type, so that other dragged objects are ignored. */
const DRAGGED = 'application/x-envboard-id';

/** Renders a card that the user can drag to another card's position. */
export const DraggableCard = memo(function DraggableCard({ environment, onOpen, onMenu, onMove }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging needs a mouse; the menu offers the same moves by keyboard.
    <div
      draggable
      className="grid min-w-0 grid-cols-1 [contain-intrinsic-size:auto_234px] [content-visibility:auto]"
      onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED, environment.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={({ dataTransfer }) => onMove(dataTransfer.getData(DRAGGED), environment.id)}
    >
      <ErrorBoundary
        of={environment}
        fallback={() => <article data-environment-id={environment.id}>{cannotBeShown(nameOf(environment))}</article>}
      >
        <EnvironmentCard environment={environment} onOpen={onOpen} onMenu={onMenu} />
      </ErrorBoundary>
    </div>
  );
});
