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

/** A project is asked again when its states are older than this, in milliseconds. */
const KEPT_MS = 60_000;
/** A state heard longer ago than this, in milliseconds, is not called the current one. */
const CURRENT_MS = 600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MAX_IN_FLIGHT = 6;
/** Half of what polling leaves of the hour's requests: more than that the picker never spends. */
const MAX_PER_HOUR = 50;

type ProjectStates = { readonly statuses: readonly EnvironmentStatus[]; readonly at: number };

/** When each request of the last hour was made, in epoch milliseconds. */
const spentBy = new WeakMap<ApiClient, readonly number[]>();

/** Throws when the picker's own share of the hour's requests is spent. */
function spendShare(api: ApiClient): void {
  const now = Date.now();
  const spent = (spentBy.get(api) ?? []).filter((at) => at > now - HOUR_MS);
  const [oldest = now] = spent;
  if (spent.length >= MAX_PER_HOUR) throw new ApiError({ kind: 'budgetSpent', retryAfterMs: oldest + HOUR_MS - now });
  spentBy.set(api, [...spent, now]);
}

/** The states of a project, for a look: no reading of the board is made of it. */
const statesQuery = (api: ApiClient, projectId: string) =>
  queryOptions({
    queryKey: ['picker-states', api.source, projectId] as const,
    // Not given up when the project goes out of sight: the request is spent, so its answer is kept.
    queryFn: async (): Promise<ProjectStates> => {
      spendShare(api);
      const { body, ageMs } = await api.getWithAge(`/project/${projectId}/environment/status`, statusList);
      return { statuses: body, at: serverNow() - ageMs };
    },
    staleTime: KEPT_MS,
    gcTime: KEPT_MS,
    retry: false,
    retryOnMount: false,
    networkMode: 'always',
    structuralSharing: false,
  });

const answered = (results: readonly UseQueryResult<ProjectStates>[]): readonly ProjectStates[] =>
  results.flatMap(({ data }) => data ?? []);

type ObservedState = { readonly state: string; readonly at: number };

/**
 * The states of these environments as they are now, by id. Those that the board has no reading of are asked for, one
 * request a project; what is not known, or was heard too long ago, is left out.
 */
export function usePickerStates(seen: readonly EnvironmentInfo[]): ReadonlyMap<string, string> {
  const { api, readings } = useSession();
  const statuses = useSyncExternalStore(readings.subscribe, readings.statuses);
  const minute = useNow((now) => Math.floor(now / MINUTE_MS));
  const read = useMemo(() => {
    const known = new Map<string, ObservedState>();
    for (const { id } of seen) {
      const observation = readings.observationOf(id);
      const status = statuses[id];
      if (status && observation && !observation.isPersisted && minute * MINUTE_MS - observation.observedAt < CURRENT_MS)
        known.set(id, { state: status.state, at: observation.observedAt });
    }
    return known;
  }, [seen, statuses, readings, minute]);
  const lacking = [...new Set(seen.filter(({ id }) => !read.has(id)).map(({ projectId }) => projectId))];
  const asked = useQueries({
    queries: lacking.slice(0, MAX_IN_FLIGHT).map((id) => statesQuery(api, id)),
    combine: answered,
  });
  return useMemo(() => {
    const known = new Map(read);
    for (const { statuses, at } of asked) {
      if (minute * MINUTE_MS - at >= CURRENT_MS) continue;
      for (const { id, state } of statuses) if (at > (known.get(id)?.at ?? 0)) known.set(id, { state, at });
    }
    return new Map([...known].map(([id, { state }]) => [id, state]));
  }, [read, asked, minute]);
}
