import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { overviewClusters } from '#api/overview-clusters-schema.ts';

const DAY_MS = 86_400_000;
/** More requests at once would leave too little of the hourly budget for polling. */
const MAX_REQUESTS = 40;

/** The clusters of a project's environments: only a project's overview names them, not an organization's list. */
const clustersQuery = (api: ApiClient, projectId: string) =>
  queryOptions({
    queryKey: ['clusters', api.source, api.tokenScope, projectId] as const,
    queryFn: ({ signal }) => api.get(`/project/${projectId}/environment/overview`, overviewClusters, signal),
    staleTime: DAY_MS,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });

/**
 * Fetches some projects that have not answered yet, in sequence. Returns the clusters of the environments of all that
 * have, and whether some have not. Loaded when a board first shows clusters.
 */
export async function fetchClusters(client: QueryClient, api: ApiClient, projectIds: readonly string[]) {
  const known = (id: string) => client.getQueryData(clustersQuery(api, id).queryKey);
  for (const id of projectIds.filter((project) => !known(project)).slice(0, MAX_REQUESTS))
    await client.fetchQuery(clustersQuery(api, id)).catch(() => undefined);
  return {
    clusters: projectIds.flatMap((id) => known(id) ?? []),
    isComplete: projectIds.every((id) => known(id) !== undefined),
  };
}
