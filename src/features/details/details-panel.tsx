import type { WatchedEnvironment } from '#domain/reading.ts';
import { nameOf } from '#domain/reading.ts';
import { Dialog } from '#ui/dialog.tsx';

type Props = {
  /** Undefined when the address names an environment that is not on this board. */
  readonly watched: WatchedEnvironment | undefined;
  readonly id: string;
  readonly onClose: () => void;
};

/** One environment, looked at closely. */
export function DetailsPanel({ watched, id, onClose }: Props) {
  return (
    <Dialog title={watched ? nameOf(watched) : id} look="side" onClose={onClose}>
      <p />
    </Dialog>
  );
}
