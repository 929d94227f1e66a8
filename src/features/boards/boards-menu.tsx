import type { BoardAddress } from '#domain/board-address.ts';

type Props = {
  readonly board: BoardAddress;
  /** What opened it, to stand beside. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
};

/** My boards: open, new, rename, duplicate, delete, order, export and import. */
export function BoardsMenu(_: Props) {
  return null;
}
