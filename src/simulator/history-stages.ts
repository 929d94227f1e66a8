import type {
  Commit,
  DeploymentHistoryService,
  DeploymentHistoryServiceDetails,
  DeploymentHistoryStage,
} from 'qovery-typescript-axios';
import { type DemoEnvironment, type DemoService, servicesOf } from './account.ts';
import { commitOfRun, releaseOf } from './commit-timeline.ts';
import { type Run, runOf, stateAt } from './deployment-timeline.ts';
import { type AnyState, iso } from './status-answers.ts';

type DemoPart = AnyState<DeploymentHistoryService, 'status'>;
export type DemoStage = Omit<DeploymentHistoryStage, 'services'> & { readonly services: readonly DemoPart[] };

/** A restart and a stop deploy nothing: they act on the last deployment, which is searched among this many. */
const MAX_LOOKED_BACK = 12;

/** Returns the index of the deployment whose commits an environment runs during the deployment of an index. */
function deployedIndex(environment: DemoEnvironment, index: number): number {
  if (runOf(environment, index).action === 'DEPLOY') return index;
  for (let back = 1; back <= MAX_LOOKED_BACK; back += 1) {
    const { action, final } = runOf(environment, index - back);
    if (action === 'DEPLOY' && final === 'DEPLOYED') return index - back;
  }
  return index;
}

type Details = ReadonlyMap<string, DeploymentHistoryServiceDetails>;

/** Caches the services of each deployment, by its index: each request of a history needs them, and they never change. */
const cache = new WeakMap<DemoEnvironment, Map<number, Details>>();
const MAX_CACHED = 200;

/** Returns the details of each service of a deployment, by the service's id. */
function allDetailsOf(environment: DemoEnvironment, services: readonly DemoService[], index: number): Details {
  const ofEnvironment = cache.get(environment) ?? new Map<number, Details>();
  const before = ofEnvironment.get(index);
  if (before) return before;
  if (ofEnvironment.size >= MAX_CACHED) ofEnvironment.clear();
  const deployed = deployedIndex(environment, index);
  const details = new Map(services.map((service) => [service.id, detailsOf(environment, service, deployed)] as const));
  cache.set(environment, ofEnvironment.set(index, details));
  return details;
}

function detailsOf(environment: DemoEnvironment, service: DemoService, index: number): DeploymentHistoryServiceDetails {
  const demo = commitOfRun(environment, service.name, index);
  const commit: Commit = {
    git_commit_id: demo.sha,
    created_at: iso(demo.createdAt),
    message: demo.message,
    author_name: demo.author,
    // Qovery's recorded answers hold this text instead of a tag.
    tag: 'TAGS_NOT_IMPLEMENTED',
  };
  const image_name = `${environment.project.name}/${service.name}`;
  switch (service.type) {
    case 'CONTAINER':
      return { image_name, tag: releaseOf(demo), arguments: [] };
    case 'JOB':
      return { image_name, tag: releaseOf(demo), commit: null, job_type: 'LIFECYCLE' };
    case 'HELM':
      return { commit: null, repository: { chart_name: service.name, chart_version: releaseOf(demo) } };
    case 'DATABASE':
      return { commit: null, build_pod_name: '' };
    default:
      return { commit, build_pod_name: '' };
  }
}

/** Returns the stages of a deployment at a time: one, with a part for each service of the environment. */
export function historyStages(
  environment: DemoEnvironment,
  {
    run,
    index,
    now,
    duration,
  }: { readonly run: Run; readonly index: number; readonly now: number; readonly duration: string },
): readonly DemoStage[] {
  const status = stateAt(run, now);
  const all = servicesOf(environment);
  const details = allDetailsOf(environment, all, index);
  const services = all.map((service) => ({
    identifier: { name: service.name, service_id: service.id, service_type: service.type, execution_id: run.id },
    status,
    auditing_data: {
      created_at: iso(run.start),
      updated_at: iso(run.start),
      triggered_by: run.triggeredBy,
      origin: run.origin,
    },
    details: details.get(service.id) ?? { commit: null, build_pod_name: '' },
    status_details: { action: run.action, status: 'SUCCESS', sub_action: 'NONE' } as const,
    icon_uri: `app://qovery-console/${service.type.toLowerCase()}`,
    total_duration: duration,
  }));
  return [{ name: 'all services', status: status.endsWith('_ERROR') ? 'ERROR' : 'DONE', duration, services }];
}
