import { useMemo } from 'react';
import { sorted } from '#domain/attention.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import type { Directory } from '#domain/directory.ts';
import { type Opening, openingOf, type Places, placeIn } from '#domain/opening.ts';
import { toneOfStatus, type WatchedEnvironment } from '#domain/reading.ts';
import type { Pinned } from '#domain/source.ts';
import { useAsked } from './api-context.tsx';
import { usePassed } from './use-passed.ts';

/** A usual board was heard by then. One that was not is shown as it is: pinned, and without readings. */
const WAIT_MS = 500;
/** A large board was heard by then, or its API is slow: what fails must not stand among the rest for longer. */
const FILL_MS = 3_000;

type Sorting = Pick<BoardAddress, 'sort' | 'isReversed'>;
type Pins = {
  readonly pinned: readonly Pinned[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly directory: Directory;
};

/** Where each environment stands by what was known when the page was opened: names, and readings from before. */
export function useOpeningPlaces({ pinned, labels, directory }: Pins, { sort, isReversed }: Sorting): Places {
  const { book } = useAsked();
  return useMemo(() => {
    const opened = pinned.map(({ id }): WatchedEnvironment => {
      const status = book.keptStatusOf(id);
      const environment = directory.get(id);
      return { id, label: labels.get(id), environment, status, tone: toneOfStatus(status), freshness: 'kept' };
    });
    return new Map(sorted(opened, sort, isReversed).map(({ id }, place) => [id, place]));
  }, [book, pinned, labels, directory, sort, isReversed]);
}

/**
 * A board's environments in the order asked for. While its first readings come, each stays where it was when the page was
 * opened: all of them would move with every answer.
 */
export function useOrder(
  watched: readonly WatchedEnvironment[],
  places: Places,
  { sort, isReversed }: Sorting,
): { readonly all: readonly WatchedEnvironment[]; readonly opening: Opening } {
  const passed = { isWaitOver: usePassed(WAIT_MS), isFillOver: usePassed(FILL_MS) };
  const opening = openingOf(watched, passed);
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
