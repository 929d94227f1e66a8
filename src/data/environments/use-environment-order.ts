import { useMemo } from 'react';
import { useHasElapsed } from '#browser/use-has-elapsed.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import {
  areLoaded,
  type InitialOrder,
  initialRank,
  type LoadingPhase,
  loadingPhaseOf,
} from '#domain/view/loading-phase.ts';
import { sortEnvironments } from '#domain/view/sort.ts';

/** Milliseconds until a board is shown as it is, without readings. A usual board has its first readings by then. */
const WAIT_MS = 500;
/** Milliseconds until a board is sorted although readings are missing. Failing environments must not wait longer. */
const FILL_MS = 3_000;

/**
 * Returns a board's environments in the board's order. While first readings arrive, it returns the initial order, because
 * every response would move the cards.
 */
export function useEnvironmentOrder(
  environments: readonly BoardEnvironment[],
  initialOrder: InitialOrder,
  { sort, isReversed }: Pick<Board, 'sort' | 'isReversed'>,
): { readonly all: readonly BoardEnvironment[]; readonly loadingPhase: LoadingPhase } {
  const isLive = usePollingSelector(({ phase }) => phase === 'live');
  const isPolling = usePollingSelector(({ phase, sources }) => phase === 'live' && sources.length > 0);
  const isWaitOver = useHasElapsed(WAIT_MS) || !isLive;
  // A loaded board starts no timer, because its end would render the page again without a change.
  const isFillOver = useHasElapsed(FILL_MS, isPolling && !areLoaded(environments), initialOrder);
  const loadingPhase = loadingPhaseOf(environments, { isWaitOver, isFillOver });
  const isComplete = loadingPhase === 'complete';
  const all = useMemo(
    () =>
      isComplete
        ? sortEnvironments(environments, sort, isReversed)
        : environments.toSorted((a, b) => initialRank(initialOrder, a.id) - initialRank(initialOrder, b.id)),
    [environments, initialOrder, sort, isReversed, isComplete],
  );
  return { all, loadingPhase };
}
