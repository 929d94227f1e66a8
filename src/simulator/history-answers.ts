import type { DeploymentHistoryActionStatus, DeploymentHistoryEnvironmentV2 } from 'qovery-typescript-axios';
import { toneOf } from '#domain/environment/tone.ts';
import type { DemoEnvironment } from './account.ts';
import { type Run, runIndexAt, runOf, stateAt } from './deployment-timeline.ts';
import { type DemoStage, historyStages } from './history-stages.ts';
import { type AnyState, isFinished, iso, latestRun } from './status-answers.ts';

type DemoHistoryItem = Omit<AnyState<DeploymentHistoryEnvironmentV2, 'status'>, 'stages'> & {
  readonly stages: readonly DemoStage[];
};

/** The last deployments, which cards and details show, are all in the history. */
const RECENT = 20;
const HOUR_MS = 3_600_000;
/**
 * Beyond them, the history contains a deployment of each five hours, so that 100 deployments cover more than 14 days.
 */
const KEPT_EVERY_MS = 5 * HOUR_MS;

/** Milliseconds that a deployment has run so far; at most its final duration. */
const elapsed = (run: Run, now: number): number =>
  isFinished(run, now) ? run.duration : Math.max(0, Math.min(now - run.start, run.duration));

/** Formats milliseconds as Qovery formats durations: `PT3M42S`. */
function isoDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return `PT${minutes > 0 ? `${minutes}M` : ''}${minutes === 0 || seconds % 60 > 0 ? `${seconds % 60}S` : ''}`;
}

/** Derives the status of a deployment's action from its state. */
export function actionStatusOf(state: string): DeploymentHistoryActionStatus {
  if (state.startsWith('CANCEL')) return state === 'CANCELED' ? 'CANCELED' : 'CANCELING';
  const tone = toneOf(state);
  if (tone === 'failing') return 'ERROR';
  if (tone === 'queued') return 'QUEUED';
  return tone === 'ok' || tone === 'idle' ? 'SUCCESS' : 'ONGOING';
}

/** The first page of an environment's deployments. */
export const historyPageOf = (environment: DemoEnvironment, now: number, size: number) => ({
  page: 1,
  page_size: size,
  results: historyOf(environment, now, size),
});

/**
 * Returns the indexes of the deployments in a history, newest first. A failure in the list is followed by its
 * successor: the recovery.
 */
function indexesOf(environment: DemoEnvironment, newest: number, size: number): readonly number[] {
  const recent = Array.from({ length: Math.min(size, RECENT) }, (_, age) => newest - age);
  const step = Math.max(1, Math.round(KEPT_EVERY_MS / environment.period));
  const older: number[] = [];
  for (let index = Math.floor((newest - RECENT) / step) * step; older.length < size - recent.length; index -= step) {
    const hasFailed = runOf(environment, index).final.endsWith('_ERROR');
    if (hasFailed && step > 1 && index + 1 <= newest - RECENT) older.push(index + 1);
    older.push(index);
  }
  return [...recent, ...older].slice(0, size);
}

/** The deployments of an environment, newest first. They have the same timeline as its status, so the two agree. */
function historyOf(environment: DemoEnvironment, now: number, size: number): readonly DemoHistoryItem[] {
  if (environment.neverDeployed) return [];
  const newest = runIndexAt(environment, now);
  return indexesOf(environment, newest, size).map((index) => {
    const run = index === newest ? latestRun(environment, now) : runOf(environment, index);
    const status = stateAt(run, now);
    const duration = isoDuration(elapsed(run, now));
    return {
      identifier: { execution_id: run.id, environment_id: environment.id },
      auditing_data: {
        created_at: iso(run.start),
        updated_at: iso(run.start + elapsed(run, now)),
        triggered_by: run.triggeredBy,
        origin: run.origin,
      },
      status,
      trigger_action: run.action,
      total_duration: duration,
      stages: historyStages(environment, { run, index, now, duration }),
      action_status: actionStatusOf(status),
    };
  });
}
