import type { Board } from '#domain/board/board.ts';
import type { Group } from '#domain/view/grouping.ts';

/** The props of each view of a board's environments: cards, table and tiles. */
export type ViewProps = {
  readonly board: Board;
  /** In display order, after the filters. */
  readonly groups: readonly Group[];
  readonly onChange: (part: Partial<Board>) => void;
  /** Opens the details of an environment. */
  readonly onOpen: (id: string) => void;
  /** Opens the menu of an environment beside `anchor`. */
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};
