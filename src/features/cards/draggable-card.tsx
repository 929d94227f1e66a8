import { memo } from 'react';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cannotBeShown } from '#messages/errors.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { useTurn } from '#ui/use-turn.ts';
import type { ViewProps } from '#ui/view-props.ts';
import { DRAGGED_MEDIA_TYPE, EnvironmentCard } from './environment-card.tsx';

type CardActions = Pick<ViewProps, 'onOpen' | 'onMenu'> & {
  /** Opens the activity of an environment. */
  readonly onActivity: (id: string) => void;
  readonly onUnpin: (environment: BoardEnvironment) => void;
  readonly onMove: (id: string, target: string) => void;
};

/** The props of a board of cards. */
export type BoardProps = ViewProps & CardActions;

type CardLook = {
  readonly isTight: boolean;
  /** True when the card itself names organization and project; false when its group does. */
  readonly hasProject: boolean;
  readonly isFirstInRow: boolean;
};

type Props = CardActions & CardLook & { readonly environment: BoardEnvironment };

/**
 * Renders a card in a column of the board's grid. The user can drop another card on it. Re-renders only when a value that it
 * shows has changed.
 */
export const DraggableCard = memo(function DraggableCard({ environment, onMove, isFirstInRow, ...card }: Props) {
  const isTurn = useTurn(`card ${environment.id}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging needs a mouse; the menu offers the same moves by keyboard.
    <div
      className={`grid min-w-0 grid-cols-1 border-line border-t border-l [content-visibility:auto] print:break-inside-avoid ${
        card.isTight ? '[contain-intrinsic-size:auto_101px]' : '[contain-intrinsic-size:auto_169px]'
      } ${isFirstInRow ? '[--edge:6px]' : '[--edge:0px]'}`}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED_MEDIA_TYPE) && event.preventDefault()}
      onDrop={({ dataTransfer }) => onMove(dataTransfer.getData(DRAGGED_MEDIA_TYPE), environment.id)}
    >
      <ErrorBoundary
        of={environment}
        fallback={() => <article data-environment-id={environment.id}>{cannotBeShown(nameOf(environment))}</article>}
      >
        <EnvironmentCard environment={environment} isTurn={isTurn} {...card} />
      </ErrorBoundary>
    </div>
  );
});
