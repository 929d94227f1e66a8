import type { DeployedService } from '#domain/environment/deployment.ts';
import type { ActivityEntry } from './activity-entry.ts';

/** The services that an entry deployed. `all`: it acted on all services and deployed no new version of them. */
export type Change =
  | { readonly kind: 'services'; readonly first: DeployedService; readonly more: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'same'; readonly first: DeployedService }
  | { readonly kind: 'unknown' };

const UNKNOWN: Change = { kind: 'unknown' };
const ALL: Change = { kind: 'all' };

function changeOf({ action, services = [] }: ActivityEntry, before: readonly DeployedService[] | undefined): Change {
  if (action === 'RESTART' || action === 'STOP' || action === 'DELETE') return ALL;
  const versioned = services.filter(({ version }) => version !== undefined);
  const old = new Map(before?.map(({ id, version }) => [id, version]));
  const changed = before === undefined ? versioned : versioned.filter(({ id, version }) => old.get(id) !== version);
  const [first] = changed;
  if (first) return { kind: 'services', first, more: changed.length - 1 };
  const [same] = versioned;
  return same ? { kind: 'same', first: same } : UNKNOWN;
}

/** Returns what each entry deployed, by its key: the services whose version differs from the deployment before. */
export function changesOf(entries: readonly ActivityEntry[]): ReadonlyMap<string, Change> {
  const last = new Map<string, readonly DeployedService[]>();
  const oldestFirst = entries.toSorted((a, b) => a.at - b.at);
  return new Map(
    oldestFirst.map((entry) => {
      const { environmentId, services, action } = entry;
      const change = changeOf(entry, last.get(environmentId));
      if (services && action === 'DEPLOY') last.set(environmentId, services);
      return [entry.key, change] as const;
    }),
  );
}
