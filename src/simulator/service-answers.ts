import type { Status } from 'qovery-typescript-axios';
import { type DemoEnvironment, type DemoService, servicesOf } from './account.ts';
import type { Action, Run } from './deployment-timeline.ts';
import { actionStatusOf } from './history-answers.ts';
import type { SERVICES } from './sample-names.ts';
import { hash } from './seeded-random.ts';
import { editedServiceOf } from './service-versions.ts';
import { type AnyState, type DemoStatus, decisiveRun, iso, latestRun, statusOf } from './status-answers.ts';

type Kind = (typeof SERVICES)[number]['kind'];
type DemoServiceStatus = AnyState<Status, 'state'>;
type DemoStatuses = Readonly<Record<Kind, readonly DemoServiceStatus[]>> & { readonly environment: DemoStatus };

const SUCCESS = {
  DEPLOY: 'DEPLOYED',
  RESTART: 'RESTARTED',
  STOP: 'STOPPED',
  DELETE: 'DELETED',
} as const satisfies Record<Action, string>;

/** The state of one service. Only one service fails at a time, and only applications are built. */
function serviceState(service: DemoService, index: number, run: Run, status: DemoStatus, count: number): string {
  const { state } = status;
  const isBuilt = service.type === 'APPLICATION';
  if (state === 'BUILDING') return isBuilt ? state : 'DEPLOYMENT_QUEUED';
  if (!state.endsWith('_ERROR')) return state;
  const culprit = state === 'BUILD_ERROR' ? 0 : hash(Math.floor(run.start / 1000), 40) % count;
  return index === culprit ? state : SUCCESS[run.action];
}

const STEP_SECONDS = 60;

/** The steps of a failed deployment: its last one failed. Qovery's console shows the same steps. */
function failedStepOf(state: string): Pick<Status, 'steps'> {
  if (!state.endsWith('_ERROR')) return {};
  const build = { step_name: 'BUILD', duration_sec: STEP_SECONDS } as const;
  const deployment = { step_name: 'DEPLOYMENT', duration_sec: STEP_SECONDS } as const;
  const details =
    state === 'BUILD_ERROR'
      ? [{ ...build, status: 'ERROR' as const }]
      : [
          { ...build, status: 'SUCCESS' as const },
          { ...deployment, status: 'ERROR' as const },
        ];
  const seconds = details.length * STEP_SECONDS;
  return { steps: { total_duration_sec: seconds, total_computing_duration_sec: seconds, details } };
}

/** The statuses of an environment and of each of its services. */
export function statusesOf(environment: DemoEnvironment, now: number): DemoStatuses {
  const status = statusOf(environment, now);
  const latest = latestRun(environment, now);
  const decisive = decisiveRun(environment, latest, now);
  const services = servicesOf(environment);
  const deployed = !environment.neverDeployed;
  const edited = editedServiceOf(environment, now);
  const statuses = services.map((service, index) => {
    const state = serviceState(service, index, decisive, status, services.length);
    const isPart = decisive.id === latest.id || !state.endsWith('_ERROR');
    const run = isPart ? latest : decisive;
    const value: DemoServiceStatus = {
      id: service.id,
      state,
      service_deployment_status: deployed
        ? service.id === edited?.id
          ? 'OUT_OF_DATE'
          : 'UP_TO_DATE'
        : 'NEVER_DEPLOYED',
      is_part_last_deployment: deployed && isPart,
      ...(deployed ? { last_deployment_date: iso(run.start), execution_id: run.id } : {}),
      status_details: {
        action: deployed ? run.action : 'UNKNOWN',
        status: deployed ? actionStatusOf(state) : 'NEVER',
        sub_action: 'NONE',
      },
      ...failedStepOf(state),
      deployment_request_id: null,
      deployment_requests_count: 0,
    };
    return { kind: service.kind, value };
  });
  const of = (kind: Kind) => statuses.filter((item) => item.kind === kind).map((item) => item.value);
  return {
    environment: status,
    applications: of('applications'),
    containers: of('containers'),
    jobs: of('jobs'),
    databases: of('databases'),
    helms: of('helms'),
    terraforms: of('terraforms'),
    agentic_workflows: of('agentic_workflows'),
  };
}
