import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Statuses } from '#domain/answer.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import type { Directory } from '#domain/directory.ts';
import type { Failure } from '#domain/failure.ts';
import type { Pin } from '#domain/pin.ts';
import { freshnessOf, toneOfStatus, type WatchedEnvironment } from '#domain/reading.ts';
import { pinnedEnvironmentIds, type Source, sourcesOf } from '#domain/source.ts';
import { isMoving } from '#domain/tone.ts';
import { useAsked } from './api-context.tsx';
import type { Poller, Polling } from './poller.ts';
import { directoryQuery, NO_STATUSES, statusQueries } from './queries.ts';
import { subscribeToClock } from './use-now.ts';

const NO_DIRECTORY: Directory = new Map();
const DAY_MS = 86_400_000;
const LACKING_MS = 600_000;
/** Answers that come within this time are painted together. */
const GATHER_MS = 100;

function shallowEqual<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** `missing` is said of one environment when its project answered without it. */
function failureOf(source: Source, id: string, polling: Polling, heardAt: number | undefined): Failure | undefined {
  const record = polling.records.get(source.key);
  if (record?.failure) return record.failure.kind === 'budgetSpent' ? undefined : record.failure;
  const answered = record?.heardAt !== undefined;
  return answered && source.kind === 'project' && (heardAt ?? 0) < (record.heardAt ?? 0) - 2_000 && id !== ''
    ? { kind: 'missing' }
    : undefined;
}

function watch(
  pins: readonly Pin[],
  directory: Directory,
  statuses: Statuses,
  poller: Poller,
): readonly WatchedEnvironment[] {
  const polling = poller.getSnapshot();
  const labels = new Map(pins.map(({ id, label }) => [id, label]));
  const bySource = new Map(
    polling.sources.flatMap((source) => source.environmentIds.map((id) => [id, source] as const)),
  );
  const now = Date.now();
  return pinnedEnvironmentIds(pins, directory).map((id) => {
    const source = bySource.get(id);
    const heardAt = poller.heardAt(id);
    const status = statuses[id];
    const tone = toneOfStatus(status);
    const failure = source && failureOf(source, id, polling, heardAt);
    const intervalMs = isMoving(tone) ? polling.plan.movingMs : polling.plan.calmMs;
    return {
      id,
      label: labels.get(id),
      environment: directory.get(id),
      status,
      tone,
      freshness: freshnessOf({ heardAt, failing: failure !== undefined, intervalMs, now }),
      failure,
      failingSince: failure && polling.records.get(source?.key ?? '')?.failingSince,
    };
  });
}

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

/** A board's environments with all that we know of them; asks Qovery for as long as the caller is mounted. */
export function useWatched({ pins }: BoardAddress): readonly WatchedEnvironment[] {
  const { api, poller } = useAsked();
  const question = useMemo(() => directoryQuery(api), [api]);
  const names = useQuery({
    ...question,
    enabled: pins.length > 0,
    // A pin that the names lack may be new: they are fetched again, at most every ten minutes.
    staleTime: ({ state: { data } }) =>
      pins.every(({ kind, id }) => kind === 'project' || data?.has(id)) ? DAY_MS : LACKING_MS,
  });
  const directory = names.data ?? NO_DIRECTORY;
  const client = useQueryClient();
  const { queryKey } = statusQueries.readings(api);
  // Keeps the readings from being collected; the snapshot below reads them, some answers at a time.
  useQuery({ ...statusQueries.readings(api), notifyOnChangeProps: [] });

  const sources = useMemo(() => sourcesOf(pinnedEnvironmentIds(pins, directory), directory), [pins, directory]);
  // Many pins without known projects would be asked one by one: wait for the names, they are a few requests.
  const ready = !names.isPending || pins.length < 2;
  useEffect(() => poller.watch(ready ? sources : []), [poller, sources, ready]);

  const shown = useRef<readonly WatchedEnvironment[]>([]);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          listener();
        }, GATHER_MS);
      };
      const stopPoller = poller.subscribe(soon);
      const stopClock = subscribeToClock(soon);
      return () => {
        clearTimeout(timer);
        stopPoller();
        stopClock();
      };
    },
    [poller],
  );
  return useSyncExternalStore(subscribe, () => {
    const statuses = client.getQueryData(queryKey) ?? NO_STATUSES;
    shown.current = keepUnchanged(shown.current, watch(pins, directory, statuses, poller));
    return shown.current;
  });
}
