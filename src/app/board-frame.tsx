import { useHasElapsed } from '#browser/use-has-elapsed.ts';
import type { AppConfig } from '#domain/app-config.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { PART_ATTENTION, PART_NOTICE, PART_OVERLAYS } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { BoardOverlays, LateParts, Notifications } from './lazy-components.ts';
import type { useOverlay } from './use-overlay.ts';

type Props = {
  readonly config: AppConfig;
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
  readonly overlay: ReturnType<typeof useOverlay>;
  readonly onChange: (part: Partial<Board>) => void;
};

const OPENING_MS = 10_000;

type LateProps = Pick<Props, 'config'> & { readonly isUnattended: boolean; readonly hasPins: boolean };

/** Renders the parts that a page does not need in its first ten seconds, after these. */
function PartsAfterOpening(props: LateProps) {
  return useHasElapsed(OPENING_MS) && <LateParts {...props} />;
}

/**
 * Renders title, icon, notifications, shortcuts and dialogs, in every view. When their file cannot be fetched, the
 * notices or the wall, which need the same file, report it; a dialog that the user opened reports it itself.
 */
export function BoardFrame({ config, board, environments, overlay, onChange }: Props) {
  const { which, only, open, close } = overlay;
  return (
    <>
      <PartBoundary name={PART_ATTENTION} isQuiet>
        <Notifications board={board} environments={environments} />
      </PartBoundary>
      <PartBoundary name={PART_NOTICE} isQuiet>
        <PartsAfterOpening config={config} isUnattended={board.view === 'wall'} hasPins={board.pins.length > 0} />
      </PartBoundary>
      <PartBoundary name={PART_OVERLAYS} isQuiet={!which} onClose={which && close}>
        <BoardOverlays
          overlay={which}
          {...{ only, config, board, environments, onChange }}
          onOpen={open}
          onClose={close}
        />
      </PartBoundary>
    </>
  );
}
