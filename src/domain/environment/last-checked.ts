import { type BoardEnvironment, isUnknown } from './board-environment.ts';
import type { Observation } from './observation.ts';

/**
 * How the time of an environment's last answer is shown.
 *
 * `checked`: answered on schedule. `old`: an answer is overdue. `kept`: persisted by an earlier page. `unreached`: the
 * last request failed. `refused`: Qovery denies an environment that it never answered. `undated`: the age of the answer is
 * unknown. `never`: no answer yet.
 */
export type CheckedKind = 'checked' | 'old' | 'kept' | 'unreached' | 'refused' | 'undated' | 'never';

export type LastChecked = {
  readonly kind: CheckedKind;
  /** Epoch milliseconds of the answer; for `unreached` without an answer, of the first failed request. */
  readonly at: number | undefined;
  /** True when a cache between Qovery and this page served the answer. */
  readonly isCached?: boolean;
};

/** Returns how to show the last answer's time. `observation` is undefined when this browser received no answer. */
export function lastChecked(
  environment: Pick<BoardEnvironment, 'freshness' | 'unreachedSince' | 'status' | 'failure'>,
  observation: Pick<Observation, 'observedAt' | 'via'> | undefined,
): LastChecked {
  const { freshness, unreachedSince, status } = environment;
  const { observedAt, via } = observation ?? {};
  if (freshness === 'unreachable' && unreachedSince !== undefined) return { kind: 'unreached', at: unreachedSince };
  if (freshness === 'kept') return { kind: 'kept', at: observedAt };
  if (isUnknown(environment)) return { kind: 'refused', at: undefined };
  if (observedAt === undefined) return { kind: status === undefined ? 'never' : 'kept', at: undefined };
  if (via === 'undated') return { kind: 'undated', at: undefined };
  return {
    kind: freshness === 'fresh' ? 'checked' : 'old',
    at: observedAt,
    ...(via === 'cache' && { isCached: true }),
  };
}
