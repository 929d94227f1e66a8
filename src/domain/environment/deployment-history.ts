import { type Deployment, isRunning } from './deployment.ts';
import type { EnvironmentStatus } from './status.ts';

/** What a state that runs or waits says of what was asked for. */
const ACTION_OF_STATE: Readonly<Record<string, string>> = {
  DEPLOYMENT_QUEUED: 'DEPLOY',
  WAITING_RUNNING: 'DEPLOY',
  BUILDING: 'DEPLOY',
  DEPLOYING: 'DEPLOY',
  RESTART_QUEUED: 'RESTART',
  WAITING_RESTARTING: 'RESTART',
  RESTARTING: 'RESTART',
  STOP_QUEUED: 'STOP',
  WAITING_STOPPING: 'STOP',
  STOPPING: 'STOP',
  DELETE_QUEUED: 'DELETE',
  WAITING_DELETING: 'DELETE',
  DELETING: 'DELETE',
};

/**
 * The history as the status completes it. They come by different requests: a deployment that the status says has ended
 * or moved on is shown so, and one that began since is added. One that has ended never runs again.
 */
export function withStatus(
  history: readonly Deployment[],
  status: EnvironmentStatus | undefined,
): readonly Deployment[] {
  const { lastDeploymentId: id, lastDeploymentState: state } = status ?? {};
  if (!status || id === undefined || state === undefined) return history;
  const at = history.findIndex((one) => one.id === id);
  const known = history[at];
  if (known) {
    if (!isRunning(known) || known.state === state) return history;
    return history.with(at, {
      ...known,
      state,
      durationSeconds: isRunning({ state }) ? undefined : status.durationSeconds,
    });
  }
  if (!isRunning({ state }) || history.some(isRunning)) return history;
  const { origin, triggeredBy } = status;
  const begun = { id, startedAt: undefined, durationSeconds: undefined, state, action: ACTION_OF_STATE[state] };
  return [...history, { ...begun, origin, triggeredBy }];
}

/** True when the history already tells all that the status says of the last deployment. */
export const isCurrent = (history: readonly Deployment[], status: EnvironmentStatus | undefined): boolean =>
  status?.lastDeploymentId === undefined
    ? status?.configuration === 'NEVER_DEPLOYED' && history.length === 0
    : history.some((one) => one.id === status.lastDeploymentId && one.state === status.lastDeploymentState);

/** An environment whose history is wanted, and what its status says of the last deployment. */
export type HistoryRequest = {
  readonly id: string;
  readonly deploymentId?: string | undefined;
  /** False while the deployment runs or waits to run. */
  readonly isFinished: boolean;
};

/** True when a deployment must have ended between two statuses. */
export function hasEndedSince(before: HistoryRequest, after: HistoryRequest): boolean {
  const isAnother = before.deploymentId !== after.deploymentId;
  return before.isFinished ? after.isFinished && isAnother : after.isFinished || isAnother;
}

/** True when a history holds the deployment, and its end where it has ended. */
export const covers = (
  history: readonly Deployment[] | undefined,
  { deploymentId, isFinished }: HistoryRequest,
): boolean => history?.some((one) => one.id === deploymentId && !(isFinished && isRunning(one))) === true;
