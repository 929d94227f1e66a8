import type { Sort } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { sortEnvironments } from './sort.ts';

/**
 * Only boards up to this size wait for all readings. On a larger board they take too long to keep the user waiting, so it waits
 * for the first: its cards would otherwise render without a name or a state, and then again with each.
 */
const MAX_WAITING = 200;

type ElapsedWaits = {
  /** True when cards without readings may be shown: the wait has ended, or no answer is expected soon. */
  readonly isWaitOver: boolean;
  /** True when the board may be sorted by its present readings, although some environments have none yet. */
  readonly isFillOver: boolean;
};

/** True when this page has received an answer, or a failure, for each environment. */
export const areLoaded = (environments: readonly BoardEnvironment[]): boolean =>
  environments.every(
    ({ freshness, status }) => freshness === 'unreachable' || (freshness !== 'kept' && status !== undefined),
  );

/**
 * The loading phase of a board. `waiting`: too few readings yet, and more are expected soon. `filling`: readings
 * arrive. `complete`: each environment has an answer or a failure, or the time for filling has ended.
 */
export type LoadingPhase = 'waiting' | 'filling' | 'complete';

/** Returns the loading phase. Persisted readings, and the first ones of more than 200 environments, are shown at once (`filling`). */
export function loadingPhaseOf(
  environments: readonly BoardEnvironment[],
  { isWaitOver, isFillOver }: ElapsedWaits,
): LoadingPhase {
  if (isFillOver || areLoaded(environments)) return 'complete';
  const isLarge = environments.length > MAX_WAITING;
  const isShown =
    isWaitOver ||
    environments.some(({ freshness, status }) => freshness === 'kept' || (isLarge && status !== undefined));
  return isShown ? 'filling' : 'waiting';
}

/** The position of each environment while the board loads, by id. */
export type InitialOrder = ReadonlyMap<string, number>;

/** Returns the positions of environments in a sort order. */
export const initialOrderOf = (
  environments: readonly BoardEnvironment[],
  sort: Sort,
  isReversed: boolean,
): InitialOrder => new Map(sortEnvironments(environments, sort, isReversed).map(({ id }, index) => [id, index]));

const LAST = Number.MAX_SAFE_INTEGER;
/** Returns the position of an environment; an unknown one comes last. */
export const initialRank = (order: InitialOrder, id: string): number => order.get(id) ?? LAST;
