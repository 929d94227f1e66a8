import { serverNow, toServerTime } from '#browser/server-now.ts';
import type { Session } from '#data/session.ts';
import {
  type BoardEnvironment,
  type Freshness,
  freshnessOf,
  toneOfStatus,
} from '#domain/environment/board-environment.ts';
import { isStuck } from '#domain/environment/deployment.ts';
import type { Directory } from '#domain/environment/directory.ts';
import { type Failure, isDenial } from '#domain/environment/failure.ts';
import { isMoving } from '#domain/environment/tone.ts';
import type { Pinned, PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf } from '#domain/polling/source-health.ts';
import { isSnoozing, type Snoozes } from '#domain/view/snooze.ts';

/** A shared object, so that a missing environment stays equal between two builds. */
const MISSING: Failure = { kind: 'missing' };

type Board = {
  readonly pinned: readonly Pinned[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly directory: Directory;
  readonly snoozes: Snoozes;
};

/** Caches the source of each environment, by the array of sources, which rarely changes between two builds. */
const sourceMaps = new WeakMap<readonly PollSource[], ReadonlyMap<string, PollSource>>();

function sourceByEnvironment(sources: readonly PollSource[]): ReadonlyMap<string, PollSource> {
  const cached = sourceMaps.get(sources);
  if (cached) return cached;
  const sourceById = new Map<string, PollSource>();
  for (const source of sources) for (const id of source.environmentIds) sourceById.set(id, source);
  sourceMaps.set(sources, sourceById);
  return sourceById;
}

/**
 * Builds a board's environments from the current readings, health and histories. It returns the array `before`, or its
 * members, where no value that a card shows has changed, so that React skips them.
 */
export function buildEnvironments(
  { pinned, labels, directory, snoozes }: Board,
  { poller, readings, histories }: Pick<Session, 'poller' | 'readings' | 'histories'>,
  before: readonly BoardEnvironment[],
): readonly BoardEnvironment[] {
  const polling = poller.getSnapshot();
  const statuses = readings.statuses();
  const sourceOf = sourceByEnvironment(polling.sources);
  const now = serverNow();
  const localNow = Date.now();
  const after = pinned.map(({ id, pinnedBy }): BoardEnvironment => {
    const source = sourceOf.get(id);
    const observation = readings.observationOf(id);
    const status = statuses[id];
    const tone = toneOfStatus(status);
    const failure = source && environmentFailure(source, id, polling, { poller, readings });
    const record = source && polling.health.get(source.key);
    const history = histories.historyOf(id, status);
    const plan = polling.plans?.get(source?.key ?? '') ?? polling.plan;
    const freshness: Freshness = freshnessOf({
      observedAt:
        observation?.observedAt ??
        (failure || record?.observedAt === undefined ? undefined : toServerTime(record.observedAt)),
      via: observation?.via,
      isPersisted: observation?.isPersisted ?? false,
      // An id that Qovery never answered is unknown, which is no fault of the connection.
      failing: failure !== undefined && (status !== undefined || !isDenial(failure)),
      intervalMs: isMoving(tone) ? plan.movingMs : plan.calmMs,
      now,
    });
    const isSnoozed = isSnoozing(snoozes[id], readings.snoozedReadingOf(id), localNow, now);
    return {
      id,
      label: labels.get(id),
      info: directory.get(id),
      status,
      tone,
      freshness,
      failure,
      failingSince: failure && record?.failingSince !== undefined ? toServerTime(record.failingSince) : undefined,
      since: observation?.since,
      isSinceSeen: observation?.isSinceSeen,
      history,
      isStuck: isStuck(status, history, observation?.transitions ?? [], now),
      isSnoozed,
      snoozedUntil: isSnoozed ? snoozes[id]?.until : undefined,
      pinnedBy,
    };
  });
  return reuseUnchanged(before, after);
}

/** Returns the failure of one environment; `missing` if its project answered without it. */
function environmentFailure(
  source: PollSource,
  id: string,
  polling: PollingState,
  { poller, readings }: Pick<Session, 'poller' | 'readings'>,
): Failure | undefined {
  const record = polling.health.get(source.key);
  if (record === undefined) return undefined;
  const failure = failureOf(record, polling.health);
  if (failure) return failure.kind === 'budgetSpent' ? undefined : failure;
  // A follower may receive a project's health before its members: until then no environment is missing.
  const members = source.kind === 'project' ? readings.members()[source.id] : undefined;
  if (record.observedAt === undefined || members === undefined || members[id] === null) return undefined;
  // A list that was requested before the environment was pinned may be older than the environment.
  const wasListed = members[id] !== undefined;
  return wasListed || poller.isListedSinceShown(source.id, id) ? MISSING : undefined;
}

function isSame(a: BoardEnvironment, b: BoardEnvironment): boolean {
  let part: keyof BoardEnvironment;
  // Both have the same keys, so `for in` needs no array of keys for each of thousands of environments.
  for (part in b) if (!Object.is(a[part], b[part])) return false;
  return true;
}

function reuseUnchanged(
  before: readonly BoardEnvironment[],
  after: readonly BoardEnvironment[],
): readonly BoardEnvironment[] {
  let beforeById: ReadonlyMap<string, BoardEnvironment> | undefined;
  // An environment keeps its index unless the user adds, removes or moves a pin.
  const beforeOf = (id: string, index: number) => {
    const candidate = before[index];
    if (candidate?.id === id) return candidate;
    beforeById ??= new Map(before.map((environment) => [environment.id, environment]));
    return beforeById.get(id);
  };
  let isUnchanged = before.length === after.length;
  const merged = after.map((environment, index) => {
    const previous = beforeOf(environment.id, index);
    const result = previous && isSame(previous, environment) ? previous : environment;
    if (result !== before[index]) isUnchanged = false;
    return result;
  });
  return isUnchanged ? before : merged;
}
