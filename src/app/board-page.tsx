import { type ReactNode, useEffect, useMemo } from 'react';
import { setUnattended } from '#browser/reload-after-deploy.ts';
import { useBoard } from '#data/boards/use-board.ts';
import { useEnvironmentOrder } from '#data/environments/use-environment-order.ts';
import { useRotatingEnvironments } from '#data/environments/use-rotating-environments.ts';
import { type AppConfig, hasDemoData } from '#domain/app-config.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { isFiltering, matches, NO_FILTER } from '#domain/view/filter.ts';
import type { LoadingPhase } from '#domain/view/loading-phase.ts';
import { PART_DETAILS, PART_HEADER, PART_OVERLAYS, PART_VIEW, PART_WALL } from '#messages/errors.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { BoardContent } from './board-content.tsx';
import { BoardFrame } from './board-frame.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { Header } from './header.tsx';
import { BoardNotices, DetailsPanel, NothingMatches, NothingPinned, Wall } from './lazy-components.ts';
import { PageContent } from './page-content.tsx';
import { searchWords } from './search-words.ts';
import { useOverlay } from './use-overlay.ts';

type Props = {
  /** How the page reaches the API: messages about failures and share links depend on it. */
  readonly config: AppConfig;
  readonly onForget: (() => void) | undefined;
};

const NO_ENVIRONMENTS: readonly BoardEnvironment[] = [];

/** The wall is unattended, so it may reload itself when only a reload helps. */
function useUnattended(isUnattended: boolean): void {
  useEffect(() => {
    setUnattended(isUnattended);
    return () => setUnattended(false);
  }, [isUnattended]);
}

type BodyProps = Pick<ReturnType<typeof useBoard>, 'problems' | 'received' | 'change' | 'slug'> & {
  readonly board: Board;
  readonly access: AppConfig['auth'];
  readonly environments: readonly BoardEnvironment[];
  /** `all` is the whole board, `shown` the part that passes the filters; both in display order. */
  readonly all: readonly BoardEnvironment[];
  readonly shown: readonly BoardEnvironment[];
  readonly loadingPhase: LoadingPhase;
  readonly onOpen: ReturnType<typeof useOverlay>['open'];
};

/** Renders notices, toolbar and environments, or explains why there are none. */
function BoardBody({
  board,
  access,
  problems,
  received,
  slug,
  environments,
  all,
  shown,
  loadingPhase,
  change,
  onOpen,
}: BodyProps) {
  return (
    <>
      {/* The notices arrive in a chunk of their own and must not push the board down. */}
      <PartBoundary name={PART_OVERLAYS} waiting={received ? <div className="mt-4 h-15 max-sm:h-28" /> : null}>
        <BoardNotices
          pins={board.pins}
          {...{ access, found: problems, received, slug, environments }}
          onNewToken={() => onOpen('token')}
        />
      </PartBoundary>
      {board.pins.length === 0 ? (
        slug === undefined && (
          <PartBoundary name={PART_VIEW} waiting={null}>
            <NothingPinned onPin={() => onOpen('pins')} />
          </PartBoundary>
        )
      ) : board.page !== 'board' ? (
        <PageContent board={board} shown={shown} onChange={change} />
      ) : (
        <>
          <BoardToolbar board={board} environments={environments} shown={shown.length} onChange={change} />
          {shown.length === 0 && isFiltering(board) && loadingPhase === 'complete' ? (
            <PartBoundary name={PART_VIEW} waiting={null}>
              <NothingMatches all={environments.length} onClear={() => change(NO_FILTER)} />
            </PartBoundary>
          ) : (
            // Render the view hidden while the board loads, so that its chunk is fetched and its size is measured.
            <div style={loadingPhase === 'waiting' ? { visibility: 'hidden' } : undefined}>
              <BoardContent
                board={board}
                all={all}
                shown={loadingPhase === 'waiting' ? NO_ENVIRONMENTS : shown}
                onChange={change}
                onLabel={(id) => onOpen('labels', [id])}
              />
            </div>
          )}
        </>
      )}
    </>
  );
}

/** Renders the board of the address: its pins, filters, sorting and grouping. */
export function BoardPage({ config, onForget }: Props) {
  const { board, problems, change, received, slug } = useBoard(config.auth === 'demo');
  const { environments, initialOrder, allBoards } = useRotatingEnvironments(board);
  const overlay = useOverlay();
  const { view, details, tones, outOfDate, snoozed, query } = board;
  const { auth: access } = config;
  const isDemo = hasDemoData(config);
  // The page of versions applies the text to services too.
  const filterText = board.page === 'versions' ? '' : query;

  const { all, loadingPhase } = useEnvironmentOrder(environments, initialOrder, board);
  const shown = useMemo(
    () => all.filter((one) => matches(one, { tones, outOfDate, snoozed, query: filterText }, searchWords)),
    [all, tones, outOfDate, snoozed, filterText],
  );
  const closeDetails = () => change({ details: undefined });
  const openActivity = (only: string) => change({ page: 'activity', details: undefined, only });
  const leaveWall = () => change({ view: 'cards', rotateSeconds: undefined });
  useUnattended(view === 'wall');
  const page = (message?: ReactNode) => (
    <div className="px-4 pb-7 sm:px-6">
      <PartBoundary name={PART_HEADER} of={board}>
        <Header {...{ board, access, isDemo, onForget }} onChange={change} onOpen={overlay.open} />
      </PartBoundary>
      <main>
        {message}
        <BoardBody
          {...{ board, access, problems, received, slug, environments, all, shown, loadingPhase, change }}
          onOpen={overlay.open}
        />
      </main>
      {details !== undefined && (
        <PartBoundary name={PART_DETAILS} of={details} onClose={closeDetails}>
          <DetailsPanel
            id={details}
            environment={environments.find(({ id }) => id === details)}
            onClose={closeDetails}
            onActivity={openActivity}
            onLabel={() => overlay.open('labels', [details])}
          />
        </PartBoundary>
      )}
    </div>
  );
  return (
    <>
      <BoardFrame {...{ config, board, environments, overlay }} onChange={change} />
      {view === 'wall' ? (
        <PartBoundary name={PART_WALL} of={shown} instead={page}>
          <Wall
            {...{ board, shown, environments, allBoards, loadingPhase, isDemo }}
            onChange={change}
            onLeave={leaveWall}
            content={board.page === 'versions' && <PageContent board={board} shown={shown} onChange={change} />}
          />
        </PartBoundary>
      ) : (
        page()
      )}
    </>
  );
}
