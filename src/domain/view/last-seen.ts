import type { Pin } from '#domain/board/pin.ts';
import { toneOfStatus } from '#domain/environment/board-environment.ts';
import type { Members } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { type GroupCondition, groupConditionOf } from './attention.ts';

type Readings = {
  readonly statuses: Readonly<Record<string, EnvironmentStatus>>;
  readonly members: Readonly<Record<string, Members>>;
};

/** The most urgent condition of a board's environments as last seen, and the number of environments with a reading. */
export type LastSeen = { readonly worst: GroupCondition; readonly total: number };

/** Returns how a board was last seen by this browser; undefined when it has no reading of it. */
export function lastSeenOf(pins: readonly Pin[], { statuses, members }: Readings): LastSeen | undefined {
  const ids = new Set(pins.flatMap(({ kind, id }) => (kind === 'environment' ? id : Object.keys(members[id] ?? {}))));
  const seen = [...ids].flatMap((id) => {
    const status = statuses[id];
    return status ? [{ tone: toneOfStatus(status), freshness: 'kept' as const, status }] : [];
  });
  return seen.length === 0 ? undefined : { worst: groupConditionOf(seen), total: seen.length };
}
