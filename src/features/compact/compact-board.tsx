import type { BoardAddress } from '#domain/board-address.ts';
import type { Group } from '#domain/view.ts';

type Props = {
  readonly board: BoardAddress;
  readonly groups: readonly Group[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

/** Small tiles: name, state, configuration, age. */
export function CompactBoard({ groups }: Props) {
  return <p>{groups.length}</p>;
}
