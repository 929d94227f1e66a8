import { Suspense, useMemo } from 'react';
import { useMyBoard } from '#data/use-my-board.ts';
import { useOrder } from '#data/use-order.ts';
import { useWatchedInTurn } from '#data/use-watched-in-turn.ts';
import type { AppConfig } from '#domain/config.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { isFiltering, matches, summarize } from '#domain/view.ts';
import { SummaryBar } from '#features/filters/summary-bar.tsx';
import { Tools } from '#features/filters/tools.tsx';
import { BoardSection } from './board-section.tsx';
import { Header } from './header.tsx';
import {
  Attention,
  BoardNotices,
  BoardOverlays,
  DetailsPanel,
  NothingMatches,
  NothingPinned,
  StretchReason,
  Wall,
} from './lazy-features.ts';
import { useOverlay } from './use-overlay.ts';

type Props = {
  /** How the API is reached, and where: what trouble says, and what a link's reader needs, depends on it. */
  readonly config: AppConfig;
  readonly onForget: (() => void) | undefined;
};

const NOBODY: readonly WatchedEnvironment[] = [];

/** The board in the address: what is pinned, filtered, sorted and grouped as it says. */
export function BoardPage({ config, onForget }: Props) {
  const { board, problems, change, received } = useMyBoard(config.auth === 'demo');
  const { watched, places, everywhere } = useWatchedInTurn(board);
  const overlay = useOverlay();
  const { pins, view, details, tones, outOfDate, query } = board;

  const { all, opening } = useOrder(watched, places, board);
  const shown = useMemo(
    () => all.filter((one) => matches(one, { tones, outOfDate, query })),
    [all, tones, outOfDate, query],
  );
  const around = (
    <Suspense>
      <Attention board={board} watched={watched} />
      <BoardOverlays
        overlay={overlay.which}
        {...{ config, board, watched }}
        onChange={change}
        onOpen={overlay.open}
        onClose={overlay.close}
      />
    </Suspense>
  );

  if (view === 'wall') {
    return (
      <>
        {around}
        <Suspense>
          <Wall
            board={board}
            shown={shown}
            watched={watched}
            everywhere={everywhere}
            opening={opening}
            access={config.auth}
            onChange={change}
            onLeave={() => change({ view: 'cards', rotateSeconds: undefined })}
          />
        </Suspense>
      </>
    );
  }
  return (
    <div className="mx-auto max-w-[1760px] px-4 pb-7 sm:px-7">
      {around}
      <Header
        board={board}
        isDemo={config.auth === 'demo'}
        onForget={onForget}
        onRename={(name) => change({ name })}
        onOpen={overlay.open}
      />
      <main>
        {/* They come with a chunk of their own, and must not push the board down then. */}
        <Suspense fallback={received && <div className="mt-4 h-15 max-sm:h-28" />}>
          <BoardNotices
            access={config.auth}
            {...{ problems, received, watched }}
            onNewToken={() => overlay.open('token')}
          />
        </Suspense>
        {pins.length === 0 ? (
          <Suspense>
            <NothingPinned onPin={() => overlay.open('pins')} />
          </Suspense>
        ) : (
          <>
            <div className="flex items-center justify-between gap-x-4 pt-4">
              <Tools board={board} onChange={change} />
              <Suspense>
                <StretchReason />
              </Suspense>
            </div>
            <SummaryBar
              summary={summarize(watched)}
              tones={board.tones}
              outOfDate={board.outOfDate}
              onTones={(tones) => change({ tones })}
              onOutOfDate={(outOfDate) => change({ outOfDate })}
            />
            {shown.length === 0 && isFiltering(board) && opening === 'complete' ? (
              <Suspense>
                <NothingMatches
                  all={watched.length}
                  onClear={() => change({ tones: [], outOfDate: false, query: '' })}
                />
              </Suspense>
            ) : (
              // Out of sight it is there meanwhile, so that the file of its view is fetched.
              <div hidden={opening === 'waiting'}>
                <BoardSection
                  board={board}
                  all={all}
                  shown={opening === 'waiting' ? NOBODY : shown}
                  onChange={change}
                />
              </div>
            )}
          </>
        )}
      </main>
      {details !== undefined && (
        <Suspense>
          <DetailsPanel
            id={details}
            watched={watched.find(({ id }) => id === details)}
            onClose={() => change({ details: undefined })}
          />
        </Suspense>
      )}
    </div>
  );
}
