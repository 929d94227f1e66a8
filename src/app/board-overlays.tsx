import { Suspense } from 'react';
import type { BoardAddress } from '#domain/board-address.ts';
import type { AppConfig } from '#domain/config.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { BoardKeys } from './board-keys.tsx';
import { KeysDialog, Palette, PinDialog, SettingsDialog, ShareDialog, TokenDialog } from './lazy-overlays.ts';
import type { Overlay } from './use-overlay.ts';

type Props = {
  readonly overlay: Overlay | undefined;
  readonly config: AppConfig;
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
  readonly onChange: (part: Partial<BoardAddress>) => void;
  readonly onOpen: (overlay: Overlay) => void;
  readonly onClose: () => void;
};

/** What opens over the board, fetched when first used, and the keys. */
export function BoardOverlays({ overlay, config, board, watched, onChange, onOpen, onClose }: Props) {
  return (
    <>
      <BoardKeys board={board} isResting={overlay !== undefined} onChange={onChange} onOpen={onOpen} />
      {/* Of its own: the palette is gone at once when what it opens has yet to be fetched. */}
      <Suspense>
        {overlay === 'palette' && (
          <Palette board={board} watched={watched} onChange={onChange} onOpen={onOpen} onClose={onClose} />
        )}
        {overlay === 'keys' && <KeysDialog onClose={onClose} />}
      </Suspense>
      <Suspense>
        {overlay === 'pins' && (
          <PinDialog
            pins={board.pins}
            hidden={board.hidden}
            onPin={(added) => onChange({ pins: [...board.pins, ...added] })}
            onClose={onClose}
          />
        )}
        {overlay === 'share' && <ShareDialog needs={config.auth} board={board} watched={watched} onClose={onClose} />}
        {overlay === 'token' && <TokenDialog api={config.api} onClose={onClose} />}
        {overlay === 'settings' && <SettingsDialog onClose={onClose} />}
      </Suspense>
    </>
  );
}
