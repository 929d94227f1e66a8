import type { Deployment } from '#domain/environment/deployment.ts';
import { isRunning } from '#domain/environment/deployment.ts';
import type { ActivityEntry } from './activity-entry.ts';

/** Returns the key of a deployment's entry. */
const deploymentKey = (environmentId: string, deploymentId: string): string => `${environmentId} ${deploymentId}`;

/** Returns an entry for each deployment of a history whose start is known. */
export const historyEntries = (environmentId: string, history: readonly Deployment[]): readonly ActivityEntry[] =>
  history.flatMap((deployment) => {
    const {
      id,
      startedAt: at,
      durationSeconds,
      state,
      action,
      origin,
      triggeredBy,
      services,
      hasUnreadServices,
    } = deployment;
    if (at === undefined) return [];
    const endAt = isRunning(deployment) || durationSeconds === undefined ? undefined : at + durationSeconds * 1_000;
    const key = deploymentKey(environmentId, id);
    const facts = { state, action, origin, triggeredBy, durationSeconds, services, hasUnreadServices };
    return [{ key, environmentId, deploymentId: id, at, endAt, ...facts, sources: ['history'] as const }];
  });

/** Returns the deployments of entries that a history contained, oldest first: the inverse of `historyEntries`. */
export const deploymentsOf = (entries: readonly ActivityEntry[]): readonly Deployment[] =>
  entries
    .flatMap(({ deploymentId: id, at: startedAt, ...entry }) => {
      const { durationSeconds, state, action, origin, triggeredBy, services, hasUnreadServices } = entry;
      const facts = { durationSeconds, state, action, origin, triggeredBy, services, hasUnreadServices };
      return id === undefined ? [] : [{ id, startedAt, ...facts }];
    })
    .toSorted((a, b) => a.startedAt - b.startedAt);
