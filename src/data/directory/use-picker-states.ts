import { queryOptions, type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { ApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import { statusList } from '#api/environment-schemas.ts';
import { serverNow } from '#browser/server-now.ts';
import { useNow } from '#browser/use-now.ts';
import { useSession } from '#data/session.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

/** Age in milliseconds beyond which the picker fetches a project's states again. */
const CACHE_MS = 60_000;
/** Age in milliseconds beyond which the picker no longer shows a state as current. */
const CURRENT_MS = 600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MAX_IN_FLIGHT = 6;
/** The picker's own limit of requests: half of the hourly budget that polling leaves. */
const MAX_PER_HOUR = 50;

type ProjectStates = { readonly statuses: readonly EnvironmentStatus[]; readonly at: number };

/** The times of the picker's requests in the last hour, in epoch milliseconds. */
const requestTimesByApi = new WeakMap<ApiClient, readonly number[]>();

/** Records one request. Throws an ApiError (`budgetSpent`) if the picker has spent its hourly limit. */
function spendShare(api: ApiClient): void {
  const now = Date.now();
  const spent = (requestTimesByApi.get(api) ?? []).filter((at) => at > now - HOUR_MS);
  const [oldest = now] = spent;
  if (spent.length >= MAX_PER_HOUR) throw new ApiError({ kind: 'budgetSpent', retryAfterMs: oldest + HOUR_MS - now });
  requestTimesByApi.set(api, [...spent, now]);
}

/** Fetches the states of a project for the picker. They never become readings of the board. */
const statesQuery = (api: ApiClient, projectId: string) =>
  queryOptions({
    queryKey: ['picker-states', api.source, projectId] as const,
    // The query ignores the abort signal: the request is already counted, so its response is cached.
    queryFn: async (): Promise<ProjectStates> => {
      spendShare(api);
      const { body, ageMs } = await api.getWithAge(`/project/${projectId}/environment/status`, statusList);
      return { statuses: body, at: serverNow() - ageMs };
    },
    staleTime: CACHE_MS,
    gcTime: CACHE_MS,
    retry: false,
    retryOnMount: false,
    networkMode: 'always',
    structuralSharing: false,
  });

const collectAnswers = (results: readonly UseQueryResult<ProjectStates>[]): readonly ProjectStates[] =>
  results.flatMap(({ data }) => data ?? []);

type ObservedState = { readonly state: string; readonly at: number };

/**
 * Returns the current states of the visible environments, by id. It fetches the states that the board has no reading of,
 * one request per project. Unknown states and states older than ten minutes are left out.
 */
export function usePickerStates(visible: readonly EnvironmentInfo[]): ReadonlyMap<string, string> {
  const { api, readings } = useSession();
  const statuses = useSyncExternalStore(readings.subscribe, readings.statuses);
  const minute = useNow((now) => Math.floor(now / MINUTE_MS));
  const fromReadings = useMemo(() => {
    const states = new Map<string, ObservedState>();
    for (const { id } of visible) {
      const observation = readings.observationOf(id);
      const status = statuses[id];
      if (status && observation && !observation.isPersisted && minute * MINUTE_MS - observation.observedAt < CURRENT_MS)
        states.set(id, { state: status.state, at: observation.observedAt });
    }
    return states;
  }, [visible, statuses, readings, minute]);
  const missingProjectIds = [
    ...new Set(visible.filter(({ id }) => !fromReadings.has(id)).map(({ projectId }) => projectId)),
  ];
  const responses = useQueries({
    queries: missingProjectIds.slice(0, MAX_IN_FLIGHT).map((id) => statesQuery(api, id)),
    combine: collectAnswers,
  });
  return useMemo(() => {
    const states = new Map(fromReadings);
    for (const { statuses, at } of responses) {
      if (minute * MINUTE_MS - at >= CURRENT_MS) continue;
      for (const { id, state } of statuses) if (at > (states.get(id)?.at ?? 0)) states.set(id, { state, at });
    }
    return new Map([...states].map(([id, { state }]) => [id, state]));
  }, [fromReadings, responses, minute]);
}
