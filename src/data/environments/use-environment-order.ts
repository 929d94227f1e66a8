import { useMemo } from 'react';
import { usePassed } from '#browser/use-has-elapsed.ts';
import { usePolled } from '#data/polling/use-polling.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { areHeard, type Opening, openingOf, type Places, placeIn } from '#domain/view/loading-phase.ts';
import { sorted } from '#domain/view/sort.ts';

/** A usual board was heard by then. One that was not is shown as it is: pinned, and without readings. */
const WAIT_MS = 500;
/** A large board was heard by then, or its API is slow: what fails must not stand among the rest for longer. */
const FILL_MS = 3_000;

/**
 * A board's environments in the order asked for. While first readings come, each stays in its place of before: all of them
 * would move with every answer.
 */
export function useOrder(
  watched: readonly WatchedEnvironment[],
  places: Places,
  { sort, isReversed }: Pick<BoardAddress, 'sort' | 'isReversed'>,
): { readonly all: readonly WatchedEnvironment[]; readonly opening: Opening } {
  const isLive = usePolled(({ phase }) => phase === 'live');
  const isAsked = usePolled(({ phase, sources }) => phase === 'live' && sources.length > 0);
  const isWaitOver = usePassed(WAIT_MS) || !isLive;
  // Where all were heard the end of the time would draw the page for nothing.
  const isFillOver = usePassed(FILL_MS, isAsked && !areHeard(watched), places);
  const opening = openingOf(watched, { isWaitOver, isFillOver });
  const isComplete = opening === 'complete';
  const all = useMemo(
    () =>
      isComplete
        ? sorted(watched, sort, isReversed)
        : watched.toSorted((a, b) => placeIn(places, a.id) - placeIn(places, b.id)),
    [watched, places, sort, isReversed, isComplete],
  );
  return { all, opening };
}
