import { isStuck } from '#domain/deployment.ts';
import type { Directory } from '#domain/directory.ts';
import type { Failure } from '#domain/failure.ts';
import { type Freshness, freshnessOf, toneOfStatus, type WatchedEnvironment } from '#domain/reading.ts';
import { isSnoozing, type Snoozes } from '#domain/snooze.ts';
import type { Pinned, Source } from '#domain/source.ts';
import { failureOf } from '#domain/source-record.ts';
import { isMoving } from '#domain/tone.ts';
import type { Asked } from './api-context.tsx';
import type { Polling } from './poller.ts';
import type { ReadingBook } from './reading-book.ts';

/** One object, so that what is missing stays the same from look to look. */
const MISSING: Failure = { kind: 'missing' };

type Board = {
  readonly pinned: readonly Pinned[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly directory: Directory;
  readonly snoozes: Snoozes;
};

/** What is known of each environment of a board, as it is now. */
export function watch(
  { pinned, labels, directory, snoozes }: Board,
  { poller, book, histories }: Asked,
): readonly WatchedEnvironment[] {
  const polling = poller.getSnapshot();
  const statuses = book.statuses();
  const bySource = new Map(
    polling.sources.flatMap((source) => source.environmentIds.map((id) => [id, source] as const)),
  );
  const now = Date.now();
  return pinned.map(({ id, pinnedBy }): WatchedEnvironment => {
    const source = bySource.get(id);
    const moments = book.momentsOf(id);
    const status = statuses[id];
    const tone = toneOfStatus(status);
    const failure = source && failureOfOne(source, id, polling, book);
    const record = source && polling.records.get(source.key);
    const history = histories.historyOf(id, status);
    const plan = polling.plans?.get(source?.key ?? '') ?? polling.plan;
    const freshness: Freshness = freshnessOf({
      heardAt: moments?.heardAt ?? (failure ? undefined : record?.heardAt),
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
      failingSince: failure && record?.failingSince,
      since: moments?.since,
      isSinceSeen: moments?.isSinceSeen,
      history,
      isStuck: isStuck(status, history, moments?.transitions ?? [], now),
      isSnoozed: isSnoozing(snoozes[id], status?.state, now),
      pinnedBy,
    };
  });
}

/** `missing` is said of one environment when its project answered without it. */
function failureOfOne(source: Source, id: string, polling: Polling, book: ReadingBook): Failure | undefined {
  const record = polling.records.get(source.key);
  if (record === undefined) return undefined;
  const failure = failureOf(record, polling.records);
  if (failure) return failure.kind === 'budgetSpent' ? undefined : failure;
  // A tab that does not poll may know that a project answered before it knows what: then nothing is missing.
  const members = source.kind === 'project' ? book.members()[source.id] : undefined;
  const isAbsent = members !== undefined && members[id] !== null;
  return record.heardAt !== undefined && isAbsent ? MISSING : undefined;
}

function shallowEqual<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** The same array, and the same members, for as long as nothing that a card shows has changed. */
export function keepUnchanged(
  before: readonly WatchedEnvironment[],
  after: readonly WatchedEnvironment[],
): readonly WatchedEnvironment[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const merged = after.map((one) => {
    const old = known.get(one.id);
    return old && shallowEqual(old, one) ? old : one;
  });
  return merged.length === before.length && merged.every((one, index) => one === before[index]) ? before : merged;
}
