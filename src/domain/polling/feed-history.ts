import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { FeedEvent } from './change-feed.ts';

/**
 * A deployment's date may be its start or its end, and its events lie around it: so far from each other, in milliseconds,
 * an event and a date may belong together.
 */
const NEAR_MS = 3_600_000;

/**
 * True when past events include the last deployments that polls have found: at least one environment's, and each that
 * lies within the history. A feed that hides some environments from this token does not pass.
 *
 * `events` are those of one source, `oldestAt` is the oldest event of the whole answer, in epoch milliseconds.
 */
export function matchesHistory(
  events: readonly FeedEvent[],
  oldestAt: number | undefined,
  statuses: readonly EnvironmentStatus[],
): boolean {
  if (oldestAt === undefined) return false;
  const deployed = statuses.flatMap(({ id, lastDeploymentAt: at }) =>
    at !== undefined && at - NEAR_MS >= oldestAt ? [{ id, at }] : [],
  );
  return deployed.length > 0 && deployed.every((one) => events.some((event) => isAbout(event, one)));
}

const isAbout = (event: FeedEvent, { id, at }: { readonly id: string; readonly at: number }): boolean =>
  (event.environmentId === id || event.targetId === id) && event.at !== undefined && Math.abs(event.at - at) <= NEAR_MS;
