import type { Sort } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { sortEnvironments } from './sort.ts';

/** Up to this many environments are asked about in a moment, and drawing them twice takes longer. */
const FEW = 200;

type Passed = {
  /** Whether the page was opened long enough ago to show cards without readings, or will hear nothing soon. */
  readonly isWaitOver: boolean;
  /** Whether the board has been asked about for long enough to be in its true order, whoever was not heard yet. */
  readonly isFillOver: boolean;
};

/** True when each was heard since the page was opened, or could not be. */
export const areLoaded = (environments: readonly BoardEnvironment[]): boolean =>
  environments.every(
    ({ freshness, status }) => freshness === 'unreachable' || (freshness !== 'kept' && status !== undefined),
  );

/**
 * How far the first look at a board is. `waiting`: nothing is known yet, and soon all will be. `filling`: readings come
 * one after the other. `complete`: each environment was heard or could not be, or nobody should wait for it any longer.
 */
export type LoadingPhase = 'waiting' | 'filling' | 'complete';

export function loadingPhaseOf(
  environments: readonly BoardEnvironment[],
  { isWaitOver, isFillOver }: Passed,
): LoadingPhase {
  if (isFillOver || areLoaded(environments)) return 'complete';
  const isShown = isWaitOver || environments.length > FEW || environments.some(({ freshness }) => freshness === 'kept');
  return isShown ? 'filling' : 'waiting';
}

/** Where each environment stands, by id. */
export type InitialOrder = ReadonlyMap<string, number>;

export const initialOrderOf = (
  environments: readonly BoardEnvironment[],
  sort: Sort,
  isReversed: boolean,
): InitialOrder => new Map(sortEnvironments(environments, sort, isReversed).map(({ id }, place) => [id, place]));

const LAST = Number.MAX_SAFE_INTEGER;
export const initialRank = (places: InitialOrder, id: string): number => places.get(id) ?? LAST;
