import type { WatchedEnvironment } from './board-environment.ts';
import type { Moments } from './observation.ts';

/**
 * What can be said of when an environment was last heard: `checked` as planned, `old` when an answer is overdue, `kept`
 * from before this page was opened, `unreached` since asking failed, `undated` when the age of the answer cannot be told,
 * `never` before the first answer.
 */
export type HeardKind = 'checked' | 'old' | 'kept' | 'unreached' | 'undated' | 'never';

export type LastHeard = {
  readonly kind: HeardKind;
  /** Epoch milliseconds: of the answer, or for `unreached` of the first try that brought none. */
  readonly at: number | undefined;
  /** True when a cache between Qovery and this page handed the answer out. */
  readonly isCached?: boolean;
};

/** `moments` say when the last answer was given; undefined when this browser knows of no answer. */
export function lastHeard(
  { freshness, failingSince, status }: Pick<WatchedEnvironment, 'freshness' | 'failingSince' | 'status'>,
  moments: Pick<Moments, 'heardAt' | 'via'> | undefined,
): LastHeard {
  const { heardAt, via } = moments ?? {};
  if (freshness === 'unreachable' && failingSince !== undefined) return { kind: 'unreached', at: failingSince };
  if (freshness === 'kept') return { kind: 'kept', at: heardAt };
  if (heardAt === undefined) return { kind: status === undefined ? 'never' : 'kept', at: undefined };
  if (via === 'undated') return { kind: 'undated', at: undefined };
  return { kind: freshness === 'fresh' ? 'checked' : 'old', at: heardAt, ...(via === 'cache' && { isCached: true }) };
}
