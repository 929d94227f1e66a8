import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { overviewClusters } from '#api/overview-clusters-schema.ts';

const DAY_MS = 86_400_000;
/** More requests at once would leave too little of the hourly budget for polling. */
const MAX_REQUESTS = 40;

/** Fetches the clusters of a project's environments. Only a project's overview contains them, not an organization's list. */
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
 * Fetches the clusters of at most `MAX_REQUESTS` projects, in sequence. Returns all clusters fetched so far, and whether
 * they are complete. A failed project is left out. Loaded when a board first shows clusters.
 */
export async function fetchClusters(client: QueryClient, api: ApiClient, projectIds: readonly string[]) {
  const clustersOf = (id: string) => client.getQueryData(clustersQuery(api, id).queryKey);
  for (const id of projectIds.filter((project) => !clustersOf(project)).slice(0, MAX_REQUESTS))
    await client.fetchQuery(clustersQuery(api, id)).catch(() => undefined);
  return {
    clusters: projectIds.flatMap((id) => clustersOf(id) ?? []),
    isComplete: projectIds.every((id) => clustersOf(id) !== undefined),
  };
}
