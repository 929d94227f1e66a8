import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { PAGE_WORDS } from '#messages/choices.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { ActivityPage, DeliveryPage, VersionsPage } from './lazy-components.ts';

type Props = {
  readonly board: Board;
  /** The environments that pass the board's filters, in display order. */
  readonly shown: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

/** Renders the chosen page, whose file is fetched on first use. The page `board` is rendered elsewhere. */
export function PageContent(props: Props) {
  const { page } = props.board;
  return (
    <PartBoundary key={page} name={PAGE_WORDS[page]} of={props.shown}>
      {page === 'versions' && <VersionsPage {...props} />}
      {page === 'activity' && <ActivityPage {...props} />}
      {page === 'delivery' && <DeliveryPage {...props} />}
    </PartBoundary>
  );
}
