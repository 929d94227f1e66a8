import type { DeployedService } from '#domain/environment/deployment.ts';
import { resultOf } from '#domain/environment/deployment-result.ts';
import { canMove } from '#domain/versions/can-move.ts';
import type { ActivityEntry } from './activity-entry.ts';

/**
 * The services that an entry deployed. `all`: it acted on all services and deployed no new version of them. `same`: it
 * deployed the versions that ran before. `sameTag`: the tags are those that ran before, and one of them can move.
 */
export type Change =
  | { readonly kind: 'services'; readonly first: DeployedService; readonly more: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'same' | 'sameTag'; readonly first: DeployedService }
  | { readonly kind: 'unknown' };

/** The last version of each service that an environment ran, by service id. */
type Running = Map<string, string>;

const UNKNOWN: Change = { kind: 'unknown' };
const ALL: Change = { kind: 'all' };

function changeOf({ action, services = [], hasUnreadServices }: ActivityEntry, running: Running): Change {
  if (action === 'RESTART' || action === 'STOP' || action === 'DELETE') return ALL;
  const versioned = services.filter(({ version }) => version !== undefined);
  const [first, ...more] = versioned.filter(({ id, version }) => running.get(id) !== version);
  if (first) return { kind: 'services', first, more: more.length };
  // A service that could not be read may have changed, and so may one whose version is not named this time.
  if (hasUnreadServices || services.some(({ id, version }) => version === undefined && running.has(id))) return UNKNOWN;
  const movable = versioned.find(canMove);
  if (movable) return { kind: 'sameTag', first: movable };
  const [same] = versioned;
  return same ? { kind: 'same', first: same } : UNKNOWN;
}

function note(running: Running, id: string, version: string | undefined): void {
  if (version === undefined) running.delete(id);
  else running.set(id, version);
}

/**
 * Returns what each entry deployed, by its key: the services whose version differs from the last one that was deployed
 * successfully. A deployment that failed, or that names some services only, changes nothing of the others. After one whose
 * services could not all be read, the versions of the others are not known.
 */
export function changesOf(entries: readonly ActivityEntry[]): ReadonlyMap<string, Change> {
  const byEnvironment = new Map<string, Running>();
  const oldestFirst = entries.toSorted((a, b) => a.at - b.at);
  return new Map(
    oldestFirst.map((entry) => {
      const { environmentId, services, hasUnreadServices, action, state } = entry;
      const running: Running = byEnvironment.get(environmentId) ?? new Map();
      byEnvironment.set(environmentId, running);
      const change = changeOf(entry, running);
      const hasDeployed = action === 'DEPLOY' && resultOf(state) === 'well';
      // It may have deployed new versions of services that are not known.
      if (hasDeployed && (!services || hasUnreadServices)) running.clear();
      if (hasDeployed) for (const { id, version } of services ?? []) note(running, id, version);
      return [entry.key, change] as const;
    }),
  );
}
