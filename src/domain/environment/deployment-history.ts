import { type Deployment, isRunning } from './deployment.ts';
import type { EnvironmentStatus } from './status.ts';
import { isInProgress, toneOf } from './tone.ts';

/** The requested action that a running or waiting state implies. */
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

/** Actions of a history that deploy nothing. */
const NO_DEPLOYMENT: ReadonlySet<string> = new Set([
  'DEPLOY_DRY_RUN',
  'TERRAFORM_FORCE_UNLOCK',
  'TERRAFORM_MIGRATE_STATE',
  'DELETE_RESOURCES_ONLY',
]);

const isDeployment = ({ action }: Deployment): boolean => action === undefined || !NO_DEPLOYMENT.has(action);

/**
 * Returns the deployments of a history, with the newest updated, or added, from the status. Dry runs and repairs of
 * Terraform's state are left out. Returns the very same array when nothing changes.
 */
export function withStatus(
  history: readonly Deployment[],
  status: EnvironmentStatus | undefined,
): readonly Deployment[] {
  const merged = mergeStatus(history, status);
  return merged.every(isDeployment) ? merged : merged.filter(isDeployment);
}

/**
 * Returns the history with the newest deployment updated, or added, from the status.
 *
 * Separate requests fetch the two, so the status may be newer: it gives a running deployment its present or final
 * state, and adds a deployment that started since. A finished deployment never changes: for it, the status is older.
 */
function mergeStatus(history: readonly Deployment[], status: EnvironmentStatus | undefined): readonly Deployment[] {
  const { lastDeploymentId: id, lastDeploymentState: state } = status ?? {};
  if (!status || id === undefined || state === undefined) return history;
  const index = history.findIndex((past) => past.id === id);
  const listed = history[index];
  if (listed) {
    if (!isRunning(listed) || listed.state === state) return history;
    return history.with(index, {
      ...listed,
      state,
      durationSeconds: isRunning({ state }) ? undefined : status.durationSeconds,
    });
  }
  if (!isRunning({ state }) || history.some(isRunning)) return history;
  const { origin, triggeredBy } = status;
  const started = { id, startedAt: undefined, durationSeconds: undefined, state, action: ACTION_OF_STATE[state] };
  return [...history, { ...started, origin, triggeredBy }];
}

/** True when the history contains the status's last deployment with the same state, so no fetch is needed. */
export const isCurrent = (history: readonly Deployment[], status: EnvironmentStatus | undefined): boolean =>
  status?.lastDeploymentId === undefined
    ? status?.configuration === 'NEVER_DEPLOYED' && history.length === 0
    : history.some((past) => past.id === status.lastDeploymentId && past.state === status.lastDeploymentState);

/** An environment whose history is requested, with the last deployment that its status names. */
export type HistoryRequest = {
  readonly id: string;
  readonly deploymentId?: string | undefined;
  /** False while the deployment runs or waits to run. */
  readonly isFinished: boolean;
  /** True when another page than the board is open: its own requests come first. */
  readonly isOffScreen?: boolean;
};

/** Returns the request for an environment's history. `status` decides whether a later deployment has ended. */
export const historyRequestOf = (id: string, status: EnvironmentStatus | undefined): HistoryRequest => ({
  id,
  deploymentId: status?.lastDeploymentId,
  isFinished: !isInProgress(toneOf(status?.state)),
});

/** True when a deployment must have finished between two statuses. */
export function hasEndedSince(before: HistoryRequest, after: HistoryRequest): boolean {
  const isAnother = before.deploymentId !== after.deploymentId;
  return before.isFinished ? after.isFinished && isAnother : after.isFinished || isAnother;
}

/**
 * True when a history contains the deployment, and its end when the deployment is finished. An empty history covers an
 * environment whose status names no deployment.
 */
export const covers = (
  history: readonly Deployment[] | undefined,
  { deploymentId, isFinished }: HistoryRequest,
): boolean =>
  (deploymentId === undefined && history?.length === 0) ||
  history?.some((past) => past.id === deploymentId && !(isFinished && isRunning(past))) === true;
