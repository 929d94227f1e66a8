import { type ReactNode, useMemo } from 'react';
import { isFullScreen, setFullScreen } from '#browser/use-fullscreen.ts';
import { usePointerIdle } from '#browser/use-idle.ts';
import { useWakeLock } from '#browser/use-wake-lock.ts';
import { useCurrentBoard, useOpenBoard } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import type { Board } from '#domain/board/board.ts';
import { boardOf } from '#domain/board/saved-board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { isFiltering, NO_FILTER } from '#domain/view/filter.ts';
import type { LoadingPhase } from '#domain/view/loading-phase.ts';
import { noneMatchesText, WORDS } from '#messages/wall.ts';
import { Rotation } from './rotation-status.tsx';
import { useSignOnReload } from './use-sign-on-reload.ts';
import { useWallShortcuts } from './use-wall-shortcuts.ts';
import { WallControls } from './wall-controls.tsx';
import { WallEmptyState } from './wall-empty-state.tsx';
import { WallGrid } from './wall-grid.tsx';
import { WallHeader } from './wall-header.tsx';

/** Milliseconds without movement until the pointer and the bar disappear. */
const IDLE_MS = 3_000;

type Props = {
  readonly board: Board;
  /** In display order, after the filters. */
  readonly shown: readonly BoardEnvironment[];
  /** The whole board, for the counts. */
  readonly environments: readonly BoardEnvironment[];
  /** The environments of all boards in the rotation: the wall switches to a board that starts to fail. */
  readonly allBoards?: readonly BoardEnvironment[] | undefined;
  /** Before `complete`, the result of the filters is not known. */
  readonly loadingPhase: LoadingPhase;
  /** True when the environments are those of a simulated account. */
  readonly isDemo: boolean;
  /** Rendered in place of the tiles. */
  readonly content?: ReactNode;
  readonly onChange: (part: Partial<Board>) => void;
  readonly onLeave: () => void;
};

/**
 * Renders the board for an unattended screen: no controls, no scrolling, a wake lock, and text that is legible from
 * afar.
 */
export function Wall({
  board,
  shown,
  environments,
  allBoards,
  loadingPhase,
  isDemo,
  content,
  onChange,
  onLeave,
}: Props) {
  const boards = useBoards();
  const mine = useCurrentBoard();
  const open = useOpenBoard();
  const isIdle = usePointerIdle(IDLE_MS);
  const hasScreenLapsed = useWakeLock();
  useSignOnReload();
  const leave = () => {
    void setFullScreen(false);
    // The rotation opened this board, so its saved view was not the wall: leave it in its saved view.
    if (board.rotateSeconds !== undefined && mine && boardOf(mine).view !== 'wall') open(mine);
    else onLeave();
  };
  useWallShortcuts({ onFullScreen: () => void setFullScreen(!isFullScreen()), onLeave: leave });
  const hasPins = board.pins.length > 0;
  const current = useMemo(() => ({ board, id: mine?.id }), [board, mine]);

  return (
    <div
      className={`flex h-(--window-height) flex-col overflow-hidden px-[0.6em] pb-[0.5em] text-[clamp(16px,1.75vmin,64px)] leading-tight ${isIdle ? 'cursor-none' : ''}`}
    >
      <WallControls
        isShown={!isIdle}
        rotateSeconds={board.rotateSeconds}
        canRotate={boards.length > 1}
        onRotate={(rotateSeconds) => onChange({ rotateSeconds })}
        onLeave={leave}
      />
      <WallHeader {...{ current, boards, shown, environments, isDemo, hasScreenLapsed }} />
      <main className="flex min-h-0 grow flex-col">
        {loadingPhase === 'waiting' ? null : shown.length > 0 ? (
          content || <WallGrid shown={shown} />
        ) : loadingPhase === 'filling' ? null : isFiltering(board) && environments.length > 0 ? (
          <WallEmptyState title={WORDS.nothingMatches} action={WORDS.clear} onAction={() => onChange(NO_FILTER)}>
            {noneMatchesText(environments.length)}
          </WallEmptyState>
        ) : (
          <WallEmptyState title={hasPins ? WORDS.noneYet : WORDS.nothingPinned} action={WORDS.leave} onAction={leave}>
            {hasPins ? WORDS.noneYetNext : WORDS.nothingPinnedNext}
          </WallEmptyState>
        )}
      </main>
      <Rotation current={current} boards={boards} environments={environments} allBoards={allBoards} />
    </div>
  );
}
