import type { Sort } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { sorted } from './sort.ts';

/** Up to this many environments are asked about in a moment, and drawing them twice takes longer. */
const FEW = 200;

type Passed = {
  /** Whether the page was opened long enough ago to show cards without readings, or will hear nothing soon. */
  readonly isWaitOver: boolean;
  /** Whether the board has been asked about for long enough to be in its true order, whoever was not heard yet. */
  readonly isFillOver: boolean;
};

/** True when each was heard since the page was opened, or could not be. */
export const areHeard = (watched: readonly WatchedEnvironment[]): boolean =>
  watched.every(
    ({ freshness, status }) => freshness === 'unreachable' || (freshness !== 'kept' && status !== undefined),
  );

/**
 * How far the first look at a board is. `waiting`: nothing is known yet, and soon all will be. `filling`: readings come
 * one after the other. `complete`: each environment was heard or could not be, or nobody should wait for it any longer.
 */
export type Opening = 'waiting' | 'filling' | 'complete';

export function openingOf(watched: readonly WatchedEnvironment[], { isWaitOver, isFillOver }: Passed): Opening {
  if (isFillOver || areHeard(watched)) return 'complete';
  const isShown = isWaitOver || watched.length > FEW || watched.some(({ freshness }) => freshness === 'kept');
  return isShown ? 'filling' : 'waiting';
}

/** Where each environment stands, by id. */
export type Places = ReadonlyMap<string, number>;

export const placesIn = (watched: readonly WatchedEnvironment[], sort: Sort, isReversed: boolean): Places =>
  new Map(sorted(watched, sort, isReversed).map(({ id }, place) => [id, place]));

const LAST = Number.MAX_SAFE_INTEGER;
export const placeIn = (places: Places, id: string): number => places.get(id) ?? LAST;
