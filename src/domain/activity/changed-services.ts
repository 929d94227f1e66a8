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
type Running = Map<string, string | undefined>;

const UNKNOWN: Change = { kind: 'unknown' };
const ALL: Change = { kind: 'all' };

function changeOf({ action, services = [] }: ActivityEntry, running: Running): Change {
  if (action === 'RESTART' || action === 'STOP' || action === 'DELETE') return ALL;
  const versioned = services.filter(({ version }) => version !== undefined);
  const [first, ...more] = versioned.filter(({ id, version }) => running.get(id) !== version);
  if (first) return { kind: 'services', first, more: more.length };
  const movable = versioned.find(canMove);
  if (movable) return { kind: 'sameTag', first: movable };
  const [same] = versioned;
  return same ? { kind: 'same', first: same } : UNKNOWN;
}

/**
 * Returns what each entry deployed, by its key: the services whose version differs from the last one that was deployed
 * successfully. A deployment that failed, or that names some services only, changes nothing of the others.
 */
export function changesOf(entries: readonly ActivityEntry[]): ReadonlyMap<string, Change> {
  const byEnvironment = new Map<string, Running>();
  const oldestFirst = entries.toSorted((a, b) => a.at - b.at);
  return new Map(
    oldestFirst.map((entry) => {
      const { environmentId, services = [], action, state } = entry;
      const running: Running = byEnvironment.get(environmentId) ?? new Map();
      byEnvironment.set(environmentId, running);
      const change = changeOf(entry, running);
      const hasDeployed = action === 'DEPLOY' && resultOf(state) === 'well';
      if (hasDeployed) for (const { id, version } of services) if (version !== undefined) running.set(id, version);
      return [entry.key, change] as const;
    }),
  );
}
