import type { BoardEnvironment } from './board-environment.ts';
import type { Observation } from './observation.ts';

/**
 * What can be said of when an environment was last heard: `checked` as planned, `old` when an answer is overdue, `kept`
 * from before this page was opened, `unreached` since asking failed, `undated` when the age of the answer cannot be told,
 * `never` before the first answer.
 */
export type CheckedKind = 'checked' | 'old' | 'kept' | 'unreached' | 'undated' | 'never';

export type LastChecked = {
  readonly kind: CheckedKind;
  /** Epoch milliseconds: of the answer, or for `unreached` of the first try that brought none. */
  readonly at: number | undefined;
  /** True when a cache between Qovery and this page handed the answer out. */
  readonly isCached?: boolean;
};

/** `moments` say when the last answer was given; undefined when this browser knows of no answer. */
export function lastChecked(
  { freshness, failingSince, status }: Pick<BoardEnvironment, 'freshness' | 'failingSince' | 'status'>,
  moments: Pick<Observation, 'observedAt' | 'via'> | undefined,
): LastChecked {
  const { observedAt, via } = moments ?? {};
  if (freshness === 'unreachable' && failingSince !== undefined) return { kind: 'unreached', at: failingSince };
  if (freshness === 'kept') return { kind: 'kept', at: observedAt };
  if (observedAt === undefined) return { kind: status === undefined ? 'never' : 'kept', at: undefined };
  if (via === 'undated') return { kind: 'undated', at: undefined };
  return {
    kind: freshness === 'fresh' ? 'checked' : 'old',
    at: observedAt,
    ...(via === 'cache' && { isCached: true }),
  };
}
