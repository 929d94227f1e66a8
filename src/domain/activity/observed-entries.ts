import { isRunning } from '#domain/environment/deployment.ts';
import type { Transition } from '#domain/environment/observation.ts';
import type { ActivityEntry } from './activity-entry.ts';

/** Returns the key of an entry without a deployment's id. */
export const observedKey = (environmentId: string, at: number): string => `${environmentId} @${at}`;

/**
 * Returns an entry for each run of observed transitions: from the first state in progress to the state in which the
 * environment rests. A change from rest to rest, between two polls, is an entry of its own.
 *
 * `transitions` are oldest first, as `observe` returns them.
 */
export function observedEntries(environmentId: string, transitions: readonly Transition[]): readonly ActivityEntry[] {
  const entries: ActivityEntry[] = [];
  let startedAt: number | undefined;
  for (const [index, { at, to }] of transitions.entries()) {
    const begunAt = startedAt ?? at;
    const isOver = !isRunning({ state: to });
    const isLast = index === transitions.length - 1;
    startedAt = isOver ? undefined : begunAt;
    if (!isOver && !isLast) continue;
    // A run whose start was missed has no duration.
    const durationSeconds = isOver && begunAt < at ? Math.round((at - begunAt) / 1_000) : undefined;
    entries.push({
      key: observedKey(environmentId, begunAt),
      environmentId,
      at: begunAt,
      endAt: isOver ? at : undefined,
      state: to,
      durationSeconds,
      sources: ['seen'],
    });
  }
  return entries;
}
