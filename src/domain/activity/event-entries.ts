import { groupBy } from '#domain/group-by.ts';
import type { FeedEvent } from '#domain/polling/change-feed.ts';
import type { ActivityEntry } from './activity-entry.ts';
import { observedKey } from './observed-entries.ts';

type Meaning = { readonly action: string; readonly state: string; readonly phase: 'begin' | 'end' };

const begin = (action: string, state: string): Meaning => ({ action, state, phase: 'begin' });
const end = (action: string, state: string): Meaning => ({ action, state, phase: 'end' });

/** The types of events that report a deployment. The others are no entries. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  TRIGGER_DEPLOY: begin('DEPLOY', 'DEPLOYMENT_QUEUED'),
  TRIGGER_REDEPLOY: begin('DEPLOY', 'DEPLOYMENT_QUEUED'),
  TRIGGER_RESTART: begin('RESTART', 'RESTART_QUEUED'),
  TRIGGER_STOP: begin('STOP', 'STOP_QUEUED'),
  TRIGGER_DELETE: begin('DELETE', 'DELETE_QUEUED'),
  DEPLOY_QUEUED: begin('DEPLOY', 'DEPLOYMENT_QUEUED'),
  RESTART_QUEUED: begin('RESTART', 'RESTART_QUEUED'),
  STOP_QUEUED: begin('STOP', 'STOP_QUEUED'),
  DELETE_QUEUED: begin('DELETE', 'DELETE_QUEUED'),
  DEPLOYED: end('DEPLOY', 'DEPLOYED'),
  DEPLOY_FAILED: end('DEPLOY', 'DEPLOYMENT_ERROR'),
  RESTARTED: end('RESTART', 'RESTARTED'),
  RESTART_FAILED: end('RESTART', 'RESTART_ERROR'),
  STOPPED: end('STOP', 'STOPPED'),
  STOP_FAILED: end('STOP', 'STOP_ERROR'),
  DELETED: end('DELETE', 'DELETED'),
  DELETE_FAILED: end('DELETE', 'DELETE_ERROR'),
  TRIGGER_CANCEL: end('DEPLOY', 'CANCELED'),
};

/** The events of the services of one deployment lie this close together, in milliseconds. */
const TOGETHER_MS = 90_000;
/** A deployment without a reported end within this time, in milliseconds, is over. */
const MAX_RUN_MS = 6 * 3_600_000;

type Run = ActivityEntry & { readonly lastAt: number };

type Report = { readonly event: FeedEvent; readonly meaning: Meaning; readonly at: number };

function continues(run: Run, { at, meaning }: Report): boolean {
  if (meaning.phase === 'begin') return run.endAt === undefined && at - run.lastAt <= TOGETHER_MS;
  if (run.endAt !== undefined) return at - run.endAt <= TOGETHER_MS;
  return at - run.at <= MAX_RUN_MS && (run.action === meaning.action || meaning.state === 'CANCELED');
}

/** A failed service makes the deployment a failure, and a cancelled deployment stays cancelled. */
function stateAfter(run: Run, { state, phase }: Meaning): string {
  if (phase === 'begin' || run.state === 'CANCELED') return run.state;
  return run.endAt !== undefined && run.state.endsWith('_ERROR') ? run.state : state;
}

function extend(run: Run, report: Report): Run {
  const { at, event, meaning } = report;
  const endAt = meaning.phase === 'end' ? at : run.endAt;
  return {
    ...run,
    lastAt: at,
    endAt,
    state: stateAfter(run, meaning),
    durationSeconds: endAt === undefined || endAt === run.at ? undefined : Math.round((endAt - run.at) / 1_000),
    origin: run.origin ?? event.origin,
    triggeredBy: run.triggeredBy ?? event.triggeredBy,
  };
}

function start(environmentId: string, { at, event, meaning }: Report): Run {
  const { origin, triggeredBy } = event;
  const { action, state, phase } = meaning;
  return {
    key: observedKey(environmentId, at),
    environmentId,
    at,
    lastAt: at,
    endAt: phase === 'end' ? at : undefined,
    state,
    action,
    origin,
    triggeredBy,
    sources: ['feed'],
  };
}

const environmentOf = ({ environmentId, targetType, targetId }: FeedEvent): string | undefined =>
  environmentId ?? (targetType === 'ENVIRONMENT' ? targetId : undefined);

/**
 * Returns an entry for each deployment that events report, by environment. The events of a deployment and of its services
 * are one entry. An event without a time or an environment is left out.
 */
export function eventEntries(events: readonly FeedEvent[]): ReadonlyMap<string, readonly ActivityEntry[]> {
  const reports = events.flatMap((event) => {
    const meaning = MEANINGS[event.type ?? ''];
    const environmentId = environmentOf(event);
    return meaning && environmentId !== undefined && event.at !== undefined
      ? [{ environmentId, event, meaning, at: event.at }]
      : [];
  });
  const byEnvironment = groupBy(reports, ({ environmentId }) => environmentId);
  return new Map([...byEnvironment].map(([id, list]) => [id, entriesOf(id, list)] as const));
}

function entriesOf(environmentId: string, list: readonly Report[]): readonly ActivityEntry[] {
  const runs: Run[] = [];
  // Events of one millisecond: the begin goes before the end.
  const sorted = list.toSorted((a, b) => a.at - b.at || a.meaning.phase.localeCompare(b.meaning.phase));
  for (const report of sorted) {
    const last = runs.at(-1);
    if (last && continues(last, report)) runs[runs.length - 1] = extend(last, report);
    else runs.push(start(environmentId, report));
  }
  return runs.map(({ lastAt: _, ...entry }) => entry);
}
