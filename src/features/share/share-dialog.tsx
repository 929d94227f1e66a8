import type { BoardAddress } from '#domain/board-address.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { Dialog } from '#ui/dialog.tsx';

type Props = {
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
  readonly onClose: () => void;
};

/** Ways to hand this board to someone else. */
export function ShareDialog({ onClose }: Props) {
  return (
    <Dialog title="Share this board" onClose={onClose}>
      <p />
    </Dialog>
  );
}
