import type { BoardAddress } from '#domain/board-address.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';

type Props = {
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
};

/** Says elsewhere what the board says: title, favicon, notifications, and a polite live region. */
export function Attention(_: Props) {
  return null;
}
