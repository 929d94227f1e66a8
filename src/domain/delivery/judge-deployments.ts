import type { DeployedService, Deployment } from '#domain/environment/deployment.ts';
import { resultOf } from '#domain/environment/deployment-result.ts';
import { canMove } from '#domain/versions/can-move.ts';

/**
 * How a deployment counts. `change`: it brought something new, or tried to. `repeat`: it deployed the very versions that
 * the environment ran. `other`: a restart, a stop or a deletion. `cancelled`, `running` and `unknown` have no outcome.
 */
type Kind = 'change' | 'repeat' | 'other' | 'cancelled' | 'running' | 'unknown';

/** A deployment, judged by those before it. Times are epoch milliseconds. */
export type Judged = {
  readonly environmentId: string;
  readonly id: string;
  readonly kind: Kind;
  readonly hasSucceeded: boolean;
  readonly startedAt: number;
  /** The start, where Qovery gives no duration. */
  readonly endedAt: number;
  readonly durationSeconds: number | undefined;
  /** Milliseconds from the oldest new commit to the end of the deployment; undefined where no commit is known. */
  readonly leadMs: number | undefined;
};

const ACTION_OF_STATE: Readonly<Record<string, string>> = {
  DEPLOYED: 'DEPLOY',
  DEPLOYMENT_ERROR: 'DEPLOY',
  BUILD_ERROR: 'DEPLOY',
};

/** Dry runs and repairs of Terraform's state deploy nothing. The history of a card leaves them out too. */
const NO_DEPLOYMENT: ReadonlySet<string> = new Set([
  'DEPLOY_DRY_RUN',
  'TERRAFORM_FORCE_UNLOCK',
  'TERRAFORM_MIGRATE_STATE',
  'DELETE_RESOURCES_ONLY',
]);

/** The versions that an environment runs, and that it ever ran, by service. */
type Versions = {
  readonly present: Map<string, Pick<DeployedService, 'committedAt'> & { readonly version: string }>;
  readonly everDeployed: Map<string, Set<string>>;
};

const versionedOf = ({ services = [] }: Deployment): readonly (DeployedService & { readonly version: string })[] =>
  services.flatMap((service) => (service.version === undefined ? [] : [{ ...service, version: service.version }]));

/** True when a service of the deployment could not be read, or its version is not named although it was before. */
const isPartlyKnown = ({ services = [], hasUnreadServices }: Deployment, present: Versions['present']): boolean =>
  hasUnreadServices === true || services.some(({ id, version }) => version === undefined && present.has(id));

function kindOf(deployment: Deployment, { present }: Versions): Kind {
  const { state, action = ACTION_OF_STATE[state] ?? 'OTHER' } = deployment;
  const result = resultOf(state);
  if (result === 'running' || result === 'cancelled') return result;
  if (action !== 'DEPLOY') return 'other';
  if (result === 'other' || (result === 'well' && state !== 'DEPLOYED')) return 'unknown';
  const services = versionedOf(deployment);
  const isSame =
    !isPartlyKnown(deployment, present) &&
    services.length > 0 &&
    services.every((one) => present.get(one.id)?.version === one.version && !canMove(one));
  return isSame ? 'repeat' : 'change';
}

/**
 * A commit that is younger than the deployment comes from a wrong clock. A commit that was deployed before is not new, and
 * neither is one that is older than the commit that it replaces: it brings back a state from before the known history.
 */
function leadMsOf(deployment: Deployment, endedAt: number, { present, everDeployed }: Versions): number | undefined {
  const { startedAt = 0 } = deployment;
  // The oldest new commit may be that of a service that could not be read.
  if (isPartlyKnown(deployment, present)) return undefined;
  const commits = versionedOf(deployment).flatMap(({ id, kind, version, committedAt }) => {
    const replaced = present.get(id);
    const isOlder = (committedAt ?? 0) < (replaced?.committedAt ?? 0);
    const isNew = replaced !== undefined && !isOlder && !everDeployed.get(id)?.has(version);
    return kind === 'commit' && isNew && committedAt !== undefined && committedAt <= startedAt ? [committedAt] : [];
  });
  return commits.length === 0 ? undefined : endedAt - commits.reduce((oldest, at) => Math.min(oldest, at), endedAt);
}

function noteVersions(deployment: Deployment, { present, everDeployed }: Versions): void {
  // It may have deployed new versions of services that are not known.
  if (!deployment.services || deployment.hasUnreadServices) present.clear();
  for (const { id, version } of deployment.services ?? []) if (version === undefined) present.delete(id);
  for (const { id, version, committedAt } of versionedOf(deployment)) {
    present.set(id, { version, committedAt });
    everDeployed.set(id, (everDeployed.get(id) ?? new Set()).add(version));
  }
}

/**
 * Returns the deployments of one environment, judged, oldest first. Their order has no influence. A deployment without a
 * start cannot be placed and is left out, and so is what deploys nothing, such as a dry run.
 */
export function judgeDeployments(environmentId: string, deployments: readonly Deployment[]): readonly Judged[] {
  const versions: Versions = { present: new Map(), everDeployed: new Map() };
  return deployments
    .flatMap((deployment) => {
      const { startedAt, action } = deployment;
      return startedAt === undefined || NO_DEPLOYMENT.has(action ?? '') ? [] : [{ ...deployment, startedAt }];
    })
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
    .map((deployment): Judged => {
      const { id, startedAt, durationSeconds, state } = deployment;
      const endedAt = startedAt + (durationSeconds ?? 0) * 1_000;
      const kind = kindOf(deployment, versions);
      const hasSucceeded = (kind === 'change' || kind === 'repeat') && state === 'DEPLOYED';
      const leadMs = kind === 'change' && hasSucceeded ? leadMsOf(deployment, endedAt, versions) : undefined;
      if (hasSucceeded) noteVersions(deployment, versions);
      return { environmentId, id, kind, hasSucceeded, startedAt, endedAt, durationSeconds, leadMs };
    });
}
