import type { DeploymentHistoryActionStatus, DeploymentHistoryEnvironmentV2 } from 'qovery-typescript-axios';
import { toneOf } from '#domain/environment/tone.ts';
import type { DemoEnvironment } from './account.ts';
import { type Run, runIndexAt, runOf, stateAt } from './deployment-timeline.ts';
import { type AnyState, isFinished, iso, latestRun } from './status-answers.ts';

type DemoHistoryItem = AnyState<DeploymentHistoryEnvironmentV2, 'status'>;

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

/** The deployments of an environment, newest first. They come from the same timeline as its status, so the two agree. */
function historyOf(environment: DemoEnvironment, now: number, size: number): readonly DemoHistoryItem[] {
  if (environment.neverDeployed) return [];
  const newest = runIndexAt(environment, now);
  return Array.from({ length: size }, (_, age) => {
    const run = age === 0 ? latestRun(environment, now) : runOf(environment, newest - age);
    const status = stateAt(run, now);
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
      total_duration: isoDuration(elapsed(run, now)),
      stages: [],
      action_status: actionStatusOf(status),
    };
  });
}
