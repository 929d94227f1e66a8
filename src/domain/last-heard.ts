import type { WatchedEnvironment } from './reading.ts';

/**
 * What can be said of when an environment was last heard: `checked` as planned, `old` when an answer is overdue, `kept`
 * from before this page was opened, `unreached` since asking failed, `never` before the first answer.
 */
export type HeardKind = 'checked' | 'old' | 'kept' | 'unreached' | 'never';

export type LastHeard = {
  readonly kind: HeardKind;
  /** Epoch milliseconds: of the answer, or for `unreached` of the first try that brought none. */
  readonly at: number | undefined;
};

/** `heardAt` is in epoch milliseconds; undefined when this browser knows of no answer. */
export function lastHeard(
  { freshness, failingSince, status }: Pick<WatchedEnvironment, 'freshness' | 'failingSince' | 'status'>,
  heardAt: number | undefined,
): LastHeard {
  if (freshness === 'unreachable' && failingSince !== undefined) return { kind: 'unreached', at: failingSince };
  if (freshness === 'kept') return { kind: 'kept', at: heardAt };
  if (heardAt === undefined) return { kind: status === undefined ? 'never' : 'kept', at: undefined };
  return { kind: freshness === 'fresh' ? 'checked' : 'old', at: heardAt };
}
