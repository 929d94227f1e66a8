import type { AppConfig } from '#domain/app-config.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { BoardKeys } from '#features/keyboard/keyboard-shortcuts.tsx';
import { PART_KEYS, PART_PALETTE, PART_PINS, PART_SETTINGS, PART_SHARE, PART_TOKEN } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import {
  KeysDialog,
  Palette,
  PinDialog,
  prefetchPalette,
  SettingsDialog,
  ShareDialog,
  TokenDialog,
} from './lazy-overlays.ts';
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

const NAMES = {
  pins: PART_PINS,
  share: PART_SHARE,
  settings: PART_SETTINGS,
  token: PART_TOKEN,
  palette: PART_PALETTE,
  keys: PART_KEYS,
} as const satisfies Record<Overlay, string>;

/** What opens over the board, fetched when first used, and the keys. */
export function BoardOverlays({ overlay, config, board, watched, onChange, onOpen, onClose }: Props) {
  return (
    <>
      <PartBoundary name={PART_KEYS}>
        <BoardKeys
          board={board}
          isResting={overlay !== undefined}
          onChange={onChange}
          onOpen={onOpen}
          prefetchPalette={prefetchPalette}
        />
      </PartBoundary>
      {/* A new boundary for each overlay: the palette is gone at once when the file of what it opens is not here yet. */}
      {overlay !== undefined && (
        <PartBoundary key={overlay} name={NAMES[overlay]} onClose={onClose}>
          {overlay === 'palette' && (
            <Palette board={board} watched={watched} onChange={onChange} onOpen={onOpen} onClose={onClose} />
          )}
          {overlay === 'keys' && <KeysDialog onClose={onClose} />}
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
        </PartBoundary>
      )}
    </>
  );
}
