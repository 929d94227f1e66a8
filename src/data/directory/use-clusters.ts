import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#data/session.ts';
import type { Directory } from '#domain/environment/directory.ts';

/** Milliseconds between two attempts for projects that have not answered. */
const RETRY_MS = 600_000;

/** Adds the missing clusters of `ids` to the directory. Sends one request for each project, once in a page's life. */
export function useClusters(directory: Directory, ids: readonly string[]): Directory {
  const { api } = useSession();
  const client = useQueryClient();
  const projectIds = useMemo(() => {
    const infos = ids.flatMap((id) => directory.get(id) ?? []);
    return [...new Set(infos.flatMap(({ projectId, clusterName }) => (clusterName === undefined ? projectId : [])))];
  }, [directory, ids]);
  const { data } = useQuery({
    queryKey: ['clusters', api.source, api.tokenScope, projectIds],
    queryFn: async () => (await import('./fetch-clusters.ts')).fetchClusters(client, api, projectIds),
    enabled: projectIds.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.isComplete ? false : RETRY_MS),
    retry: false,
    networkMode: 'always',
  });
  return useMemo(() => {
    if (!data?.clusters.length) return directory;
    const named = data.clusters.flatMap(({ environmentId, ...cluster }) => {
      const info = directory.get(environmentId);
      return info ? [[environmentId, { ...info, ...cluster }] as const] : [];
    });
    return new Map([...directory, ...named]);
  }, [directory, data]);
}
