import type { EnvironmentStatus } from './status.ts';

export type Statuses = Readonly<Record<string, EnvironmentStatus>>;

const isSameStatus = (a: EnvironmentStatus, b: EnvironmentStatus): boolean =>
  a.state === b.state &&
  a.lastDeploymentState === b.lastDeploymentState &&
  a.lastDeploymentAt === b.lastDeploymentAt &&
  a.lastDeploymentId === b.lastDeploymentId &&
  a.durationSeconds === b.durationSeconds &&
  a.origin === b.origin &&
  a.triggeredBy === b.triggeredBy &&
  a.configuration === b.configuration;

/**
 * Returns the statuses after an answer whose request was sent at `requestedAt`, in epoch milliseconds.
 *
 * An older answer never replaces a newer one: `requestedAtOf` returns the request time of an environment's present
 * status. An unchanged status keeps its identity. Without any change the result is `before` itself, so React does not
 * re-render.
 */
export function mergeStatuses(
  before: Statuses,
  answer: readonly EnvironmentStatus[],
  requestedAt: number,
  requestedAtOf: (id: string) => number | undefined,
): Statuses {
  const changed = answer.filter((status) => {
    const previous = before[status.id];
    const isNewer = requestedAt >= (requestedAtOf(status.id) ?? Number.NEGATIVE_INFINITY);
    return isNewer && !(previous && isSameStatus(previous, status));
  });
  if (changed.length === 0) return before;
  return { ...before, ...Object.fromEntries(changed.map((status) => [status.id, status])) };
}
