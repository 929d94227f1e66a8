import type { EnvironmentStatus } from './status.ts';

export type Statuses = Readonly<Record<string, EnvironmentStatus>>;

const same = (a: EnvironmentStatus, b: EnvironmentStatus): boolean =>
  a.state === b.state &&
  a.lastDeploymentState === b.lastDeploymentState &&
  a.lastDeploymentAt === b.lastDeploymentAt &&
  a.lastDeploymentId === b.lastDeploymentId &&
  a.durationSeconds === b.durationSeconds &&
  a.origin === b.origin &&
  a.triggeredBy === b.triggeredBy &&
  a.configuration === b.configuration;

/**
 * The statuses after an answer that was asked for at `askedAt` (epoch ms). An older answer never replaces a newer one:
 * `askedAtOf` says when the present status was asked for. What did not change keeps its identity, and when nothing did
 * the very same object comes back, so nothing paints.
 */
export function mergeStatuses(
  before: Statuses,
  answer: readonly EnvironmentStatus[],
  requestedAt: number,
  requestedAtOf: (id: string) => number | undefined,
): Statuses {
  const news = answer.filter((status) => {
    const known = before[status.id];
    return requestedAt >= (requestedAtOf(status.id) ?? Number.NEGATIVE_INFINITY) && !(known && same(known, status));
  });
  return news.length === 0 ? before : { ...before, ...Object.fromEntries(news.map((status) => [status.id, status])) };
}
