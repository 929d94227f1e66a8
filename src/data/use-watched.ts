import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Statuses } from '#domain/answer.ts';
import { sorted } from '#domain/attention.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import { isStuck } from '#domain/deployment.ts';
import type { Directory } from '#domain/directory.ts';
import type { Failure } from '#domain/failure.ts';
import type { Wanted } from '#domain/history.ts';
import { type Freshness, freshnessOf, toneOfStatus, type WatchedEnvironment } from '#domain/reading.ts';
import { isSnoozing, type Snoozes } from '#domain/snooze.ts';
import { type Pinned, pinnedEnvironments, type Source, sourcesOf } from '#domain/source.ts';
import { failureOf } from '#domain/source-record.ts';
import { isInProgress, isMoving } from '#domain/tone.ts';
import { type Asked, useAsked } from './api-context.tsx';
import type { Polling } from './poller.ts';
import type { ReadingBook } from './reading-book.ts';
import { useSnoozes } from './snoozes.ts';
import { useDirectory, useNames } from './use-directory.ts';
import { subscribeToClock } from './use-now.ts';

/** One object, so that what is missing stays the same from look to look. */
const MISSING: Failure = { kind: 'missing' };

function shallowEqual<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
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

type Board = {
  readonly pinned: readonly Pinned[];
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly directory: Directory;
  readonly snoozes: Snoozes;
};

function watch({ pinned, labels, directory, snoozes }: Board, statuses: Statuses, { poller, book, histories }: Asked) {
  const polling = poller.getSnapshot();
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

const wantedOf = ({ id, status, tone }: WatchedEnvironment): Wanted => ({
  id,
  deploymentId: status?.lastDeploymentId,
  isFinished: !isInProgress(tone),
});

/** The same array, and the same members, for as long as nothing that a card shows has changed. */
function keepUnchanged(
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

/**
 * Something made of what was heard, some answers at a time: many that come together are painted together. `make` is
 * another function once anything else has changed that it looks at.
 */
function useGathered<T>(make: () => T): T {
  const { poller, book, histories } = useAsked();
  const last = useRef<{ readonly make: () => T; readonly made: T }>(undefined);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          last.current = undefined;
          listener();
        }, book.gatherMs());
      };
      // What was heard between drawing and listening is looked at now.
      last.current = undefined;
      const stopPoller = poller.subscribe(soon);
      const stopKeeper = histories.subscribe(soon);
      const stopClock = subscribeToClock(soon);
      return () => {
        clearTimeout(timer);
        stopPoller();
        stopKeeper();
        stopClock();
      };
    },
    [poller, book, histories],
  );
  return useSyncExternalStore(subscribe, () => {
    if (last.current?.make !== make) last.current = { make, made: make() };
    return last.current.made;
  });
}

/** A board's environments with all that we know of them; asks Qovery for as long as the caller is mounted. */
export function useWatched({ pins, hidden, view }: BoardAddress): readonly WatchedEnvironment[] {
  const asked = useAsked();
  const { poller, book, histories } = asked;
  const { directory: known, isPending } = useNames(pins.length > 0);
  const members = useGathered(book.members);
  const pinned = useMemo(
    () => pinnedEnvironments(pins, hidden, { directory: known, members }),
    [pins, hidden, known, members],
  );
  const lacking = useMemo(
    () => (isPending ? [] : pinned.map(({ id }) => id).filter((id) => !known.has(id))),
    [pinned, known, isPending],
  );
  const directory = useDirectory(known, lacking);

  const sources = useMemo(() => {
    const projects = pins.filter(({ kind }) => kind === 'project').map(({ id }) => id);
    return sourcesOf(pinned, projects, directory);
  }, [pins, pinned, directory]);
  // Many pins without known projects would be asked one by one: wait for the names, they are a few requests.
  const isReady = !isPending || pins.length < 2;
  useEffect(() => poller.watch(isReady ? sources : []), [poller, sources, isReady]);
  useEffect(() => poller.setWall(view === 'wall'), [poller, view]);

  const labels = useMemo(() => new Map(pins.map(({ id, label }) => [id, label])), [pins]);
  const snoozes = useSnoozes();
  const shown = useRef<readonly WatchedEnvironment[]>([]);
  const look = useCallback(() => {
    const all = watch({ pinned, labels, directory, snoozes }, asked.book.statuses(), asked);
    shown.current = keepUnchanged(shown.current, all);
    return shown.current;
  }, [pinned, labels, directory, snoozes, asked]);
  const watched = useGathered(look);
  // The worst first: theirs are looked at soonest, and the hour may not have room for all.
  useEffect(() => {
    const read = sorted(watched, 'attention').filter(({ status }) => status !== undefined);
    histories.want(read.map(wantedOf));
  }, [histories, watched]);
  return watched;
}
