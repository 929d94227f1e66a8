import type { OrganizationEventTargetType, OrganizationEventType } from 'qovery-typescript-axios';
import { type DemoEnvironment, type DemoService, servicesOf } from './account.ts';
import { type Action, type Run, runIndexAt, runOf } from './deployment-timeline.ts';
import { statusesOf } from './service-answers.ts';
import { latestRun } from './status-answers.ts';

/** An entry of the audit log: the moment at which the statuses change, and what changes there. */
export type Moment = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly type: OrganizationEventType;
  readonly targetType: OrganizationEventTargetType;
  readonly targetId: string;
  readonly targetName: string;
  readonly environment: DemoEnvironment;
  readonly run: Run;
  /** Its index among the entries of its deployment, from 0 to 31: entries of the same millisecond stay in order. */
  readonly index: number;
};

type Target = Pick<Moment, 'targetType' | 'targetId' | 'targetName'>;

const REQUESTED = {
  DEPLOY: 'TRIGGER_DEPLOY',
  RESTART: 'TRIGGER_RESTART',
  STOP: 'TRIGGER_STOP',
  DELETE: 'TRIGGER_DELETE',
} as const satisfies Record<Action, OrganizationEventType>;

const QUEUED = {
  DEPLOY: 'DEPLOY_QUEUED',
  RESTART: 'RESTART_QUEUED',
  STOP: 'STOP_QUEUED',
  DELETE: 'DELETE_QUEUED',
} as const satisfies Record<Action, OrganizationEventType>;

/** Qovery's document has no event for a cancelled deployment: its request to cancel is the last event. */
const OUTCOME: Readonly<Record<string, OrganizationEventType>> = {
  DEPLOYED: 'DEPLOYED',
  RESTARTED: 'RESTARTED',
  STOPPED: 'STOPPED',
  DELETED: 'DELETED',
  BUILD_ERROR: 'DEPLOY_FAILED',
  DEPLOYMENT_ERROR: 'DEPLOY_FAILED',
  RESTART_ERROR: 'RESTART_FAILED',
  STOP_ERROR: 'STOP_FAILED',
  DELETE_ERROR: 'DELETE_FAILED',
};

const environmentTarget = ({ id, name }: DemoEnvironment): Target => ({
  targetType: 'ENVIRONMENT',
  targetId: id,
  targetName: name,
});

const serviceTarget = ({ id, name, type }: DemoService): Target => ({
  targetType: type,
  targetId: id,
  targetName: name,
});

/** The outcomes of the services that took part in a deployment which ended at `endAt`. */
function serviceOutcomes(environment: DemoEnvironment, endAt: number): readonly (readonly [string, Target])[] {
  const { environment: _, ...lists } = statusesOf(environment, endAt);
  const statusById = new Map(
    Object.values(lists)
      .flat()
      .map((status) => [status.id, status] as const),
  );
  return servicesOf(environment).flatMap((service) => {
    const status = statusById.get(service.id);
    return status?.is_part_last_deployment === true ? [[status.state, serviceTarget(service)] as const] : [];
  });
}

/** The entries of one deployment. In the gallery, whose states never change, all of them have the time of its start. */
function momentsOf(environment: DemoEnvironment, index: number, from: number): readonly Moment[] {
  const { start, duration, stages, outdatedAt } = runOf(environment, index);
  // Most deployments of a long account lie outside: their services need not be computed.
  if (Math.max(start + duration, Number.isFinite(outdatedAt) ? outdatedAt : start) < from - 1) return [];
  const isFixed = environment.fixedState !== undefined;
  const run = latestRun(environment, start);
  const endAt = isFixed ? start : start + duration;
  const entry = (at: number, type: OrganizationEventType, target: Target) => ({
    at: Math.ceil(at),
    type,
    ...target,
    environment,
    run,
  });
  const whole = environmentTarget(environment);
  const services = servicesOf(environment);
  const [firstService] = services;
  const canceling = isFixed ? -1 : stages.findIndex(({ state }) => state === 'CANCELING');
  const cancelAt = start + (stages[canceling - 1]?.until ?? 0);
  const outcomes = [...serviceOutcomes(environment, endAt), [run.final, whole] as const].flatMap(([state, target]) => {
    const type = OUTCOME[state];
    return type === undefined ? [] : [entry(endAt, type, target)];
  });
  return [
    entry(start, REQUESTED[run.action], whole),
    ...[...services.map(serviceTarget), whole].map((target) => entry(start, QUEUED[run.action], target)),
    ...(canceling > 0 ? [entry(cancelAt, 'TRIGGER_CANCEL', whole)] : []),
    ...outcomes,
    ...(Number.isFinite(outdatedAt) && firstService ? [entry(outdatedAt, 'UPDATE', serviceTarget(firstService))] : []),
  ].map((one, index) => ({ ...one, index }));
}

/** The audit log of an environment from `from` to `to`, both included, in epoch milliseconds; oldest first. */
export function momentsBetween(environment: DemoEnvironment, from: number, to: number): readonly Moment[] {
  if (environment.neverDeployed || to < from) return [];
  const first = runIndexAt(environment, from) - 1;
  const last = runIndexAt(environment, to);
  return Array.from({ length: last - first + 1 }, (_, offset) => momentsOf(environment, first + offset, from))
    .flat()
    .filter(({ at }) => at >= from && at <= to);
}
