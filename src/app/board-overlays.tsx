import type { AppConfig } from '#domain/app-config.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { KeyboardShortcuts } from '#features/keyboard/keyboard-shortcuts.tsx';
import {
  PART_KEYS,
  PART_LABEL,
  PART_PALETTE,
  PART_PINS,
  PART_SETTINGS,
  PART_SHARE,
  PART_TOKEN,
} from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { selectBoardName } from './board-name.tsx';
import {
  CommandPalette,
  LabelsDialog,
  PinDialog,
  prefetchPalette,
  SettingsDialog,
  ShareDialog,
  ShortcutsDialog,
  TokenDialog,
} from './lazy-overlays.ts';
import type { Overlay } from './use-overlay.ts';

type Props = {
  readonly overlay: Overlay | undefined;
  /** Ids of the environments that the overlay is about; undefined for the whole board. */
  readonly only: readonly string[] | undefined;
  readonly config: AppConfig;
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (overlay: Overlay, only?: readonly string[]) => void;
  readonly onClose: () => void;
};

const NAMES = {
  pins: PART_PINS,
  labels: PART_LABEL,
  share: PART_SHARE,
  settings: PART_SETTINGS,
  token: PART_TOKEN,
  palette: PART_PALETTE,
  keys: PART_KEYS,
} as const satisfies Record<Overlay, string>;

/** Renders the open overlay, whose file is fetched on first use, and handles the shortcuts. */
export function BoardOverlays({ overlay, only, config, board, environments, onChange, onOpen, onClose }: Props) {
  return (
    <>
      <PartBoundary name={PART_KEYS}>
        <KeyboardShortcuts
          {...{ board, environments }}
          isBlocked={overlay !== undefined}
          onChange={onChange}
          onOpen={onOpen}
          prefetchPalette={prefetchPalette}
        />
      </PartBoundary>
      {/* A boundary for each overlay: the palette closes at once, even while the next overlay's file is fetched. */}
      {overlay !== undefined && (
        <PartBoundary key={overlay} name={NAMES[overlay]} onClose={onClose}>
          {overlay === 'palette' && (
            <CommandPalette
              board={board}
              environments={environments}
              onChange={onChange}
              onOpen={onOpen}
              onRename={selectBoardName}
              onClose={onClose}
            />
          )}
          {overlay === 'keys' && <ShortcutsDialog onClose={onClose} />}
          {overlay === 'pins' && (
            <PinDialog
              pins={board.pins}
              hidden={board.hidden}
              onPin={(added) => onChange({ pins: [...board.pins, ...added] })}
              onLabel={(ids) => onOpen('labels', ids)}
              onClose={onClose}
            />
          )}
          {overlay === 'labels' && <LabelsDialog {...{ environments, only, onChange, onClose }} pins={board.pins} />}
          {overlay === 'share' && (
            <ShareDialog needs={config.auth} board={board} environments={environments} onClose={onClose} />
          )}
          {overlay === 'token' && <TokenDialog api={config.api} onClose={onClose} />}
          {overlay === 'settings' && <SettingsDialog onClose={onClose} />}
        </PartBoundary>
      )}
    </>
  );
}
