import { useState } from 'react';
import { useLocalNow } from '#browser/use-now.ts';
import type { AppConfig } from '#domain/app-config.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { PART_ATTENTION, PART_NOTICE, PART_SOON } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { Attention, BoardOverlays, NewVersionNotice } from './lazy-components.ts';
import type { useOverlay } from './use-overlay.ts';

type Props = {
  readonly config: AppConfig;
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
  readonly overlay: ReturnType<typeof useOverlay>;
  readonly onChange: (part: Partial<BoardAddress>) => void;
};

const OPENING_MS = 60_000;

/**
 * Title, icon, notifications, keys and dialogs, in every view. When their file could not be fetched, the notices or the
 * wall, which need the same file, say so; a dialog that was asked for says so itself.
 */
export function AroundBoard({ config, board, watched, overlay, onChange }: Props) {
  const { which, open, close } = overlay;
  // Its file is of no use to a page that has just come from the server.
  const [openedAt] = useState(Date.now);
  const isPastOpening = useLocalNow((now) => Math.abs(now - openedAt) > OPENING_MS);
  return (
    <>
      <PartBoundary name={PART_ATTENTION} isQuiet>
        <Attention board={board} watched={watched} />
      </PartBoundary>
      {isPastOpening && (
        <PartBoundary name={PART_NOTICE} isQuiet>
          <NewVersionNotice config={config} isUnattended={board.view === 'wall'} />
        </PartBoundary>
      )}
      <PartBoundary name={PART_SOON} isQuiet={!which} onClose={which && close}>
        <BoardOverlays overlay={which} {...{ config, board, watched, onChange }} onOpen={open} onClose={close} />
      </PartBoundary>
    </>
  );
}
