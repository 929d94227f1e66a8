import { serverNow, toServerTime } from '#browser/server-now.ts';
import type { Session } from '#data/session.ts';
import {
  type Freshness,
  freshnessOf,
  toneOfStatus,
  type WatchedEnvironment,
} from '#domain/environment/board-environment.ts';
import { isStuck } from '#domain/environment/deployment.ts';
import type { Directory } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { isMoving } from '#domain/environment/tone.ts';
import type { Pinned, Source } from '#domain/polling/poll-source.ts';
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
const answering = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>();

function answeringFor(sources: readonly Source[]): ReadonlyMap<string, Source> {
  const known = answering.get(sources);
  if (known) return known;
  const made = new Map<string, Source>();
  for (const source of sources) for (const id of source.environmentIds) made.set(id, source);
  answering.set(sources, made);
  return made;
}

/**
 * What is known of each environment of a board, as it is now. The same array as before, and the same members, for as long
 * as nothing that a card shows has changed.
 */
export function watch(
  { pinned, labels, directory, snoozes }: Board,
  { poller, book, histories }: Pick<Session, 'poller' | 'book' | 'histories'>,
  before: readonly WatchedEnvironment[],
): readonly WatchedEnvironment[] {
  const polling = poller.getSnapshot();
  const statuses = book.statuses();
  const sourceOf = answeringFor(polling.sources);
  const now = serverNow();
  const localNow = Date.now();
  const after = pinned.map(({ id, pinnedBy }): WatchedEnvironment => {
    const source = sourceOf.get(id);
    const moments = book.momentsOf(id);
    const status = statuses[id];
    const tone = toneOfStatus(status);
    const failure = source && failureOfOne(source, id, polling, { poller, book });
    const record = source && polling.records.get(source.key);
    const history = histories.historyOf(id, status);
    const plan = polling.plans?.get(source?.key ?? '') ?? polling.plan;
    const freshness: Freshness = freshnessOf({
      heardAt:
        moments?.heardAt ?? (failure || record?.heardAt === undefined ? undefined : toServerTime(record.heardAt)),
      via: moments?.via,
      isKept: moments?.isKept ?? false,
      failing: failure !== undefined,
      intervalMs: isMoving(tone) ? plan.movingMs : plan.calmMs,
      now,
    });
    return {
      id,
      label: labels.get(id),
      environment: directory.get(id),
      status,
      tone,
      freshness,
      failure,
      failingSince: failure && record?.failingSince !== undefined ? toServerTime(record.failingSince) : undefined,
      since: moments?.since,
      isSinceSeen: moments?.isSinceSeen,
      history,
      isStuck: isStuck(status, history, moments?.transitions ?? [], now),
      isSnoozed: isSnoozing(snoozes[id], book.snoozedReadingOf(id), localNow, now),
      pinnedBy,
    };
  });
  return keepUnchanged(before, after);
}

/** `missing` is said of one environment when its project answered without it. */
function failureOfOne(
  source: Source,
  id: string,
  polling: PollingState,
  { poller, book }: Pick<Session, 'poller' | 'book'>,
): Failure | undefined {
  const record = polling.records.get(source.key);
  if (record === undefined) return undefined;
  const failure = failureOf(record, polling.records);
  if (failure) return failure.kind === 'budgetSpent' ? undefined : failure;
  // A tab that does not poll may know that a project answered before it knows what: then nothing is missing.
  const members = source.kind === 'project' ? book.members()[source.id] : undefined;
  if (record.heardAt === undefined || members === undefined || members[id] === null) return undefined;
  // A list that was requested before the environment was pinned may be older than the environment.
  const wasListed = members[id] !== undefined;
  return wasListed || poller.hasListedSinceWanted(source.id, id) ? MISSING : undefined;
}

function isSame(a: WatchedEnvironment, b: WatchedEnvironment): boolean {
  let part: keyof WatchedEnvironment;
  // Both are made above, of the same parts: no list of them is made for each of thousands, many times a minute.
  for (part in b) if (!Object.is(a[part], b[part])) return false;
  return true;
}

function keepUnchanged(
  before: readonly WatchedEnvironment[],
  after: readonly WatchedEnvironment[],
): readonly WatchedEnvironment[] {
  let known: ReadonlyMap<string, WatchedEnvironment> | undefined;
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
