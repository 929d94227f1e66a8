import type { WatchedEnvironment } from './reading.ts';

/** Up to this many environments are asked about in a moment, and drawing them twice takes longer. */
const FEW = 200;

type Passed = {
  /** Whether the board was opened long enough ago to show cards without readings. */
  readonly isWaitOver: boolean;
  /** The same to have them in their true order, whoever was not heard yet. */
  readonly isFillOver: boolean;
};

const isHeard = ({ freshness, status }: WatchedEnvironment): boolean =>
  freshness === 'fresh' || freshness === 'unreachable' || (freshness === 'late' && status !== undefined);

/**
 * How far the first look at a board is. `waiting`: nothing is known yet, and soon all will be. `filling`: readings come
 * one after the other. `complete`: each environment was heard or could not be, or nobody should wait for it any longer.
 */
export type Opening = 'waiting' | 'filling' | 'complete';

export function openingOf(watched: readonly WatchedEnvironment[], { isWaitOver, isFillOver }: Passed): Opening {
  if (isFillOver || watched.every(isHeard)) return 'complete';
  const isShown = isWaitOver || watched.length > FEW || watched.some(({ freshness }) => freshness === 'kept');
  return isShown ? 'filling' : 'waiting';
}

/** By environment id. */
export type Places = ReadonlyMap<string, number>;

const LAST = Number.MAX_SAFE_INTEGER;
export const placeIn = (places: Places, id: string): number => places.get(id) ?? LAST;
