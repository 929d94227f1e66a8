import type { BoardAddress } from '#domain/board-address.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';

type Props = {
  readonly board: BoardAddress;
  /** In the order shown, filters applied. */
  readonly shown: readonly WatchedEnvironment[];
  /** The whole board, for the figures. */
  readonly watched: readonly WatchedEnvironment[];
  readonly onLeave: () => void;
};

/** The board for a screen on a wall: no chrome, no scrolling, legible from afar. */
export function Wall({ board, shown, onLeave }: Props) {
  return (
    <main>
      <h1>{board.name}</h1>
      <p>{shown.length}</p>
      <button type="button" onClick={onLeave}>
        Leave
      </button>
    </main>
  );
}
