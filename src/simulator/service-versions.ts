import { argoCdAppOf, type DemoEnvironment, type DemoService, servicesOf } from './account.ts';
import { commitKeyOf, commitOf, commitOfRun, type DemoCommit, releaseOf } from './commit-timeline.ts';
import { type Run, runIndexAt, runOf, stateAt } from './deployment-timeline.ts';
import { hash } from './seeded-random.ts';
import { latestRun } from './status-answers.ts';

/** Deployments that are searched for the last one that succeeded. */
const MAX_SEARCHED = 60;

/** The last successful deployment of an environment, and its index. */
export type Success = { readonly run: Run; readonly index: number };

/** Returns the last deployment that has succeeded at a time; undefined for an environment that was never deployed. */
export function lastSuccess(environment: DemoEnvironment, now: number): Success | undefined {
  if (environment.neverDeployed) return undefined;
  const newest = runIndexAt(environment, now);
  for (let index = newest; index > newest - MAX_SEARCHED; index -= 1) {
    const run = index === newest ? latestRun(environment, now) : runOf(environment, index);
    if (run.action === 'DEPLOY' && stateAt(run, now) === 'DEPLOYED') return { run, index };
  }
  return undefined;
}

/** Returns the commit that a service of an environment runs; undefined before the first successful deployment. */
export function deployedCommit(environment: DemoEnvironment, serviceName: string, now: number): DemoCommit | undefined {
  const success = lastSuccess(environment, now);
  return success && commitOfRun(environment, serviceName, success.index);
}

/**
 * Returns the service whose configuration was edited after the last deployment; undefined when nothing was edited.
 * Services with an image or a chart come first, because their edit is a version that is configured and not deployed.
 */
export function editedServiceOf(environment: DemoEnvironment, now: number): DemoService | undefined {
  const { id, outdatedAt } = latestRun(environment, now);
  if (environment.neverDeployed || now < outdatedAt) return undefined;
  const services = servicesOf(environment);
  const tagged = services.filter(({ name }) => TAGGED.has(name));
  const candidates = tagged.length > 0 ? tagged : services;
  return candidates[hash(Number.parseInt(id.slice(0, 8), 16), 41) % candidates.length];
}
const TAGGED: ReadonlySet<string> = new Set(['api-gateway', 'migrations', 'metrics', 'search-index']);

/** Returns the tag or chart version that is configured: that of the deployed commit, or a later one after an edit. */
export function configuredRelease(environment: DemoEnvironment, service: DemoService, now: number): string {
  const commit = deployedCommit(environment, service.name, now) ?? commitOf(commitKeyOf(environment, service.name), 0);
  const isEdited = editedServiceOf(environment, now)?.id === service.id;
  return releaseOf(isEdited ? { ...commit, index: commit.index + 1 } : commit);
}

/** Finds a service by its id, with its environment; undefined for an unknown id. */
export function findService(
  environments: Iterable<DemoEnvironment>,
  id: string,
): { readonly environment: DemoEnvironment; readonly service: DemoService } | undefined {
  for (const environment of environments) {
    const service = servicesOf(environment).find((one) => one.id === id);
    if (service) return { environment, service };
  }
  return undefined;
}

/** The Argo CD app's commit; undefined for half of the apps, for which Qovery names no revision. */
export const argoCdCommit = (environment: DemoEnvironment, now: number): DemoCommit | undefined => {
  const app = argoCdAppOf(environment);
  return app && hash(environment.key, 14) % 2 === 0 ? deployedCommit(environment, app.name, now) : undefined;
};
