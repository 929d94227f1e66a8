import type {
  Environment,
  EnvironmentOverviewResponse,
  EnvironmentStatus,
  Organization,
  OrganizationEnvironmentResponse,
  Project,
  ServicesOverviewResponse,
} from 'qovery-typescript-axios';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { argoCdAppOf, type DemoEnvironment, type DemoOrganization, type DemoProject, servicesOf } from './account.ts';
import { type Action, type Run, runIndexAt, runOf, stateAt } from './deployment-timeline.ts';
import { fraction } from './seeded-random.ts';

/** The official type with any text as state, because the simulation also sends a state that Qovery does not have. */
export type AnyState<T, K extends keyof T> = Omit<T, K> & Readonly<Record<K, string>>;

export type DemoStatus = AnyState<EnvironmentStatus, 'state' | 'last_deployment_state'>;
type DemoOverview = Omit<EnvironmentOverviewResponse, 'deployment_status'> & {
  readonly deployment_status: DemoStatus;
};

/** Formats epoch milliseconds as Qovery formats dates. */
export const iso = (time: number): string => new Date(time).toISOString();

const ACTIONS = ['RESTART', 'STOP', 'DELET'] as const;
const ACTION_OF = { RESTART: 'RESTART', STOP: 'STOP', DELET: 'DELETE' } as const satisfies Record<string, Action>;

/** The newest deployment at a time. In the gallery it has a fixed state; earlier deployments are as usual. */
export function latestRun(environment: DemoEnvironment, now: number): Run {
  const run = runOf(environment, runIndexAt(environment, now));
  const { fixedState } = environment;
  if (fixedState === undefined) return run;
  const named = ACTIONS.find((word) => fixedState.includes(word));
  const action = named === undefined ? 'DEPLOY' : ACTION_OF[named];
  // An earlier start, so that a finished deployment does not end in the future.
  return { ...run, action, start: run.start - run.duration, stages: [], final: fixedState };
}

/**
 * The deployment that decides the state of the environment as a whole. Usually it is the latest one.
 *
 * After a failure, a successful deployment of a few services does not decide it, because the failed service still fails.
 */
export function decisiveRun(environment: DemoEnvironment, latest: Run, now: number): Run {
  const index = runIndexAt(environment, now);
  const isPartial = latest.action === 'DEPLOY' && fraction(environment.key, 30, index) < 0.5;
  if (environment.fixedState !== undefined || !isPartial || stateAt(latest, now) !== 'DEPLOYED') return latest;
  const before = runOf(environment, index - 1);
  return before.final === 'DEPLOYMENT_ERROR' ? before : latest;
}

/** True once a deployment has ended and its duration is final. */
export const isFinished = (run: Run, now: number): boolean => !isInProgress(toneOf(stateAt(run, now)));

/** The status of an environment. Its date is the start of the deployment, as in the history. */
export function statusOf(environment: DemoEnvironment, now: number): DemoStatus {
  if (environment.neverDeployed) {
    return {
      id: environment.id,
      state: 'READY',
      last_deployment_state: 'READY',
      last_deployment_date: null,
      last_deployment_id: null,
      total_deployment_duration_in_seconds: null,
      origin: null,
      triggered_by: null,
      deployment_status: 'NEVER_DEPLOYED',
    };
  }
  const run = latestRun(environment, now);
  return {
    id: environment.id,
    state: stateAt(decisiveRun(environment, run, now), now),
    last_deployment_state: stateAt(run, now),
    last_deployment_date: iso(run.start),
    last_deployment_id: run.id,
    total_deployment_duration_in_seconds: isFinished(run, now) ? Math.round(run.duration / 1000) : null,
    origin: run.origin,
    triggered_by: run.triggeredBy,
    deployment_status: now >= run.outdatedAt ? 'OUT_OF_DATE' : 'UP_TO_DATE',
  };
}

export const organizationOf = ({ id, name, createdAt }: DemoOrganization): Organization => ({
  id,
  name,
  created_at: createdAt,
  plan: 'TEAM_2025',
});

export const projectOf = ({ id, name, createdAt, organization, environments }: DemoProject): Project => ({
  id,
  name,
  created_at: createdAt,
  associated_environments_count: environments.length,
  organization: { id: organization.id },
});

/** The entry of an organization's list, which names no cluster. */
export const listedEnvironmentOf = (environment: DemoEnvironment): OrganizationEnvironmentResponse => {
  const { id, name, mode, created_at, updated_at, organization, project } = environmentOf(environment);
  return { id, name, mode, created_at, ...(updated_at && { updated_at }), organization, project };
};

export const environmentOf = ({ id, name, mode, createdAt, project, cluster }: DemoEnvironment): Environment => ({
  id,
  name,
  mode,
  created_at: createdAt,
  updated_at: createdAt,
  organization: { id: project.organization.id },
  project: { id: project.id },
  cloud_provider: { provider: cluster.vendor, cluster: cluster.name },
  cluster_id: cluster.id,
  cluster_name: cluster.name,
  expires_at: null,
});

function servicesOverviewOf(environment: DemoEnvironment): ServicesOverviewResponse {
  const count = servicesOf(environment).length;
  return argoCdAppOf(environment) === undefined
    ? { service_count: count, managed_by: 'QOVERY' }
    : { service_count: count + 1, managed_by: 'MIXED' };
}

export const overviewOf = (environment: DemoEnvironment, now: number): DemoOverview => ({
  id: environment.id,
  name: environment.name,
  mode: environment.mode,
  created_at: environment.createdAt,
  updated_at: environment.createdAt,
  cluster: {
    id: environment.cluster.id,
    name: environment.cluster.name,
    cloud_provider: environment.cluster.vendor,
    is_demo: false,
  },
  services_overview: servicesOverviewOf(environment),
  deployment_status: statusOf(environment, now),
});
