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

/** A usual board was heard by then. One that was not is shown as it is: pinned, and without readings. */
const WAIT_MS = 500;
/** A large board was heard by then, or its API is slow: what fails must not stand among the rest for longer. */
const FILL_MS = 3_000;

/**
 * A board's environments in the order asked for. While first readings come, each stays in its place of before: all of them
 * would move with every answer.
 */
export function useEnvironmentOrder(
  environments: readonly BoardEnvironment[],
  initialOrder: InitialOrder,
  { sort, isReversed }: Pick<Board, 'sort' | 'isReversed'>,
): { readonly all: readonly BoardEnvironment[]; readonly loadingPhase: LoadingPhase } {
  const isLive = usePollingSelector(({ phase }) => phase === 'live');
  const isPolling = usePollingSelector(({ phase, sources }) => phase === 'live' && sources.length > 0);
  const isWaitOver = useHasElapsed(WAIT_MS) || !isLive;
  // Where all were heard the end of the time would draw the page for nothing.
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
