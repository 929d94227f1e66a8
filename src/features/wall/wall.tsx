import { useMemo } from 'react';
import { isFullScreen, setFullScreen } from '#browser/use-fullscreen.ts';
import { usePointerRest } from '#browser/use-idle.ts';
import { useWakeLock } from '#browser/use-wake-lock.ts';
import { useCurrentBoard, useOpenBoard } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import type { AppConfig } from '#domain/app-config.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import { boardOf } from '#domain/board/saved-board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { isFiltering } from '#domain/view/filter.ts';
import type { Opening } from '#domain/view/loading-phase.ts';
import { noneMatchesText, WORDS } from '#messages/wall.ts';
import { Rotation } from './rotation-status.tsx';
import { useSignOnReload } from './use-sign-on-reload.ts';
import { useWallKeys } from './use-wall-shortcuts.ts';
import { WallBar } from './wall-controls.tsx';
import { WallMessage } from './wall-empty-state.tsx';
import { WallGrid } from './wall-grid.tsx';
import { WallHeader } from './wall-header.tsx';

/** Without movement for so long, the pointer and the bar are out of the way. */
const REST_MS = 3_000;

type Props = {
  readonly board: BoardAddress;
  /** In the order shown, filters applied. */
  readonly shown: readonly WatchedEnvironment[];
  /** The whole board, for the figures. */
  readonly watched: readonly WatchedEnvironment[];
  /** What all boards in turn hold, where all of them are watched: the wall turns to one that turns failing. */
  readonly everywhere?: readonly WatchedEnvironment[] | undefined;
  /** Until it has been heard, nobody knows what a filter leaves. */
  readonly opening: Opening;
  /** How the API is reached: what a refusal means depends on it. */
  readonly access?: AppConfig['auth'];
  readonly onChange: (part: Partial<BoardAddress>) => void;
  readonly onLeave: () => void;
};

/** The board for a screen on a wall: no chrome, no scrolling, the screen kept awake, legible from afar. */
export function Wall({ board, shown, watched, everywhere, opening, access, onChange, onLeave }: Props) {
  const boards = useBoards();
  const mine = useCurrentBoard();
  const open = useOpenBoard();
  const isResting = usePointerRest(REST_MS);
  const hasScreenLapsed = useWakeLock();
  useSignOnReload(access);
  const leave = () => {
    void setFullScreen(false);
    // A board that the wall turned to was on no wall before: it is left as it is kept.
    if (board.rotateSeconds !== undefined && mine && boardOf(mine).view !== 'wall') open(mine);
    else onLeave();
  };
  useWallKeys({ onFullScreen: () => void setFullScreen(!isFullScreen()), onLeave: leave });
  const current = useMemo(() => ({ board, id: mine?.id }), [board, mine]);

  return (
    <div
      className={`flex h-dvh flex-col overflow-hidden px-[0.6em] pb-[0.5em] text-[clamp(16px,1.75vmin,64px)] leading-tight ${isResting ? 'cursor-none' : ''}`}
    >
      <WallBar
        isShown={!isResting}
        rotateSeconds={board.rotateSeconds}
        canRotate={boards.length > 1}
        onRotate={(rotateSeconds) => onChange({ rotateSeconds })}
        onLeave={leave}
      />
      <WallHeader {...{ current, boards, shown, watched, access, hasScreenLapsed }} />
      <main className="flex min-h-0 grow flex-col">
        {opening === 'waiting' ? null : shown.length > 0 ? (
          <WallGrid shown={shown} />
        ) : opening === 'filling' ? null : isFiltering(board) && watched.length > 0 ? (
          <WallMessage
            title={WORDS.nothingMatches}
            action={WORDS.clear}
            onAction={() => onChange({ tones: [], outOfDate: false, query: '' })}
          >
            {noneMatchesText(watched.length)}
          </WallMessage>
        ) : board.pins.length > 0 ? (
          <WallMessage title={WORDS.noneYet} action={WORDS.leaveToPin} onAction={leave}>
            {WORDS.noneYetNext}
          </WallMessage>
        ) : (
          <WallMessage title={WORDS.nothingPinned} action={WORDS.leaveToPin} onAction={leave}>
            {WORDS.nothingPinnedNext}
          </WallMessage>
        )}
      </main>
      <Rotation current={current} boards={boards} watched={watched} everywhere={everywhere} />
    </div>
  );
}
