import { type ReactNode, useEffect, useMemo } from 'react';
import { setUnattended } from '#browser/reload-after-deploy.ts';
import { useMyBoard } from '#data/boards/use-board.ts';
import { useOrder } from '#data/environments/use-environment-order.ts';
import { useWatchedInTurn } from '#data/environments/use-rotating-environments.ts';
import type { AppConfig } from '#domain/app-config.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { isFiltering, matches } from '#domain/view/filter.ts';
import type { Opening } from '#domain/view/loading-phase.ts';
import { PART_DETAILS, PART_HEADER, PART_SOON, PART_VIEW, PART_WALL } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { BoardSection } from './board-content.tsx';
import { AroundBoard } from './board-frame.tsx';
import { BoardTools } from './board-toolbar.tsx';
import { Header } from './header.tsx';
import { BoardNotices, DetailsPanel, NothingMatches, NothingPinned, Wall } from './lazy-components.ts';
import { type Overlay, useOverlay } from './use-overlay.ts';

type Props = {
  /** How the API is reached, and where: what trouble says, and what a link's reader needs, depends on it. */
  readonly config: AppConfig;
  readonly onForget: (() => void) | undefined;
};

const NOBODY: readonly WatchedEnvironment[] = [];

/** Nobody operates the wall, so it may reload itself when only that helps. */
function useUnattended(isUnattended: boolean): void {
  useEffect(() => {
    setUnattended(isUnattended);
    return () => setUnattended(false);
  }, [isUnattended]);
}

type ContentProps = Pick<ReturnType<typeof useMyBoard>, 'problems' | 'received' | 'change'> & {
  readonly board: BoardAddress;
  readonly access: AppConfig['auth'];
  readonly watched: readonly WatchedEnvironment[];
  /** All of the board, and what the filters leave of it; both in the order shown. */
  readonly all: readonly WatchedEnvironment[];
  readonly shown: readonly WatchedEnvironment[];
  readonly opening: Opening;
  readonly onOpen: (overlay: Overlay) => void;
};

/** Notices, tools and environments, or why there are none. */
function BoardContent({
  board,
  access,
  problems,
  received,
  watched,
  all,
  shown,
  opening,
  change,
  onOpen,
}: ContentProps) {
  return (
    <>
      {/* They come with a chunk of their own, and must not push the board down then. */}
      <PartBoundary name={PART_SOON} waiting={received ? <div className="mt-4 h-15 max-sm:h-28" /> : null}>
        <BoardNotices {...{ access, problems, received, watched }} onNewToken={() => onOpen('token')} />
      </PartBoundary>
      {board.pins.length === 0 ? (
        <PartBoundary name={PART_VIEW} waiting={null}>
          <NothingPinned onPin={() => onOpen('pins')} />
        </PartBoundary>
      ) : (
        <>
          <BoardTools board={board} watched={watched} onChange={change} />
          {shown.length === 0 && isFiltering(board) && opening === 'complete' ? (
            <PartBoundary name={PART_VIEW} waiting={null}>
              <NothingMatches all={watched.length} onClear={() => change({ tones: [], outOfDate: false, query: '' })} />
            </PartBoundary>
          ) : (
            // Out of sight it is there meanwhile, so that the file of its view is fetched.
            <div hidden={opening === 'waiting'}>
              <BoardSection board={board} all={all} shown={opening === 'waiting' ? NOBODY : shown} onChange={change} />
            </div>
          )}
        </>
      )}
    </>
  );
}

/** The board in the address: what is pinned, filtered, sorted and grouped as it says. */
export function BoardPage({ config, onForget }: Props) {
  const { board, problems, change, received } = useMyBoard(config.auth === 'demo');
  const { watched, places, everywhere } = useWatchedInTurn(board);
  const overlay = useOverlay();
  const { view, details, tones, outOfDate, query } = board;
  const { auth: access } = config;

  const { all, opening } = useOrder(watched, places, board);
  const shown = useMemo(
    () => all.filter((one) => matches(one, { tones, outOfDate, query })),
    [all, tones, outOfDate, query],
  );
  const closeDetails = () => change({ details: undefined });
  const leaveWall = () => change({ view: 'cards', rotateSeconds: undefined });
  useUnattended(view === 'wall');
  const page = (message?: ReactNode) => (
    <div className="mx-auto max-w-[1760px] px-4 pb-7 sm:px-7">
      <PartBoundary name={PART_HEADER} of={board}>
        <Header
          board={board}
          isDemo={access === 'demo'}
          onForget={onForget}
          onRename={(name) => change({ name })}
          onOpen={overlay.open}
        />
      </PartBoundary>
      <main>
        {message}
        <BoardContent
          {...{ board, access, problems, received, watched, all, shown, opening, change }}
          onOpen={overlay.open}
        />
      </main>
      {details !== undefined && (
        <PartBoundary name={PART_DETAILS} of={details} onClose={closeDetails}>
          <DetailsPanel id={details} watched={watched.find(({ id }) => id === details)} onClose={closeDetails} />
        </PartBoundary>
      )}
    </div>
  );
  return (
    <>
      <AroundBoard {...{ config, board, watched, overlay }} onChange={change} />
      {view === 'wall' ? (
        <PartBoundary name={PART_WALL} of={shown} instead={page}>
          <Wall {...{ board, shown, watched, everywhere, opening, access }} onChange={change} onLeave={leaveWall} />
        </PartBoundary>
      ) : (
        page()
      )}
    </>
  );
}
