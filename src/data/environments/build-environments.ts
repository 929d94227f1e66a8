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
import type { Failure } from '#domain/environment/failure.ts';
import { isMoving } from '#domain/environment/tone.ts';
import type { Pinned, PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf } from '#domain/polling/source-health.ts';
import { isSnoozing, type Snoozes } from '#domain/view/snooze.ts';

/** One object, so that what is missing stays the same from look to look. */
const MISSING: Failure = { kind: 'missing' };

type Board = {
  readonly pinned: readonly Pinned[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly directory: Directory;
  readonly snoozes: Snoozes;
};

/** Who answers for each environment, by the sources: with one token, and none that tells too little, they stay the same. */
const sourceMaps = new WeakMap<readonly PollSource[], ReadonlyMap<string, PollSource>>();

function sourceByEnvironment(sources: readonly PollSource[]): ReadonlyMap<string, PollSource> {
  const known = sourceMaps.get(sources);
  if (known) return known;
  const made = new Map<string, PollSource>();
  for (const source of sources) for (const id of source.environmentIds) made.set(id, source);
  sourceMaps.set(sources, made);
  return made;
}

/**
 * What is known of each environment of a board, as it is now. The same array as before, and the same members, for as long
 * as nothing that a card shows has changed.
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
      failing: failure !== undefined,
      intervalMs: isMoving(tone) ? plan.movingMs : plan.calmMs,
      now,
    });
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
      isSnoozed: isSnoozing(snoozes[id], readings.snoozedReadingOf(id), localNow, now),
      pinnedBy,
    };
  });
  return reuseUnchanged(before, after);
}

/** `missing` is said of one environment when its project answered without it. */
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
  // A tab that does not poll may know that a project answered before it knows what: then nothing is missing.
  const members = source.kind === 'project' ? readings.members()[source.id] : undefined;
  if (record.observedAt === undefined || members === undefined || members[id] === null) return undefined;
  // A list that was requested before the environment was pinned may be older than the environment.
  const wasListed = members[id] !== undefined;
  return wasListed || poller.hasListedSinceWanted(source.id, id) ? MISSING : undefined;
}

function isSame(a: BoardEnvironment, b: BoardEnvironment): boolean {
  let part: keyof BoardEnvironment;
  // Both are made above, of the same parts: no list of them is made for each of thousands, many times a minute.
  for (part in b) if (!Object.is(a[part], b[part])) return false;
  return true;
}

function reuseUnchanged(
  before: readonly BoardEnvironment[],
  after: readonly BoardEnvironment[],
): readonly BoardEnvironment[] {
  let known: ReadonlyMap<string, BoardEnvironment> | undefined;
  // Unless a pin came, went or moved, each is where it was.
  const beforeOf = (id: string, at: number) => {
    const there = before[at];
    if (there?.id === id) return there;
    known ??= new Map(before.map((one) => [one.id, one]));
    return known.get(id);
  };
  let isUnchanged = before.length === after.length;
  const merged = after.map((one, at) => {
    const old = beforeOf(one.id, at);
    const kept = old && isSame(old, one) ? old : one;
    if (kept !== before[at]) isUnchanged = false;
    return kept;
  });
  return isUnchanged ? before : merged;
}
