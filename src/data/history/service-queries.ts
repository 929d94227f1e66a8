import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { checkEnvironment } from '#api/api-error.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';
import { NO_AUTO_REFETCH, REOPENED_MS } from './history-queries.ts';

const NAMES_STALE_MS = 600_000;

/** The states of an environment's services, and the number of states that could not be read. */
export const serviceStatusQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: ['service-statuses', api.source, environmentId] as const,
    queryFn: async ({ signal }) => {
      const answer = await api.get(`/environment/${environmentId}/statuses`, serviceStatuses, signal);
      checkEnvironment(environmentId, answer.environmentId);
      return answer;
    },
    staleTime: REOPENED_MS,
    ...NO_AUTO_REFETCH,
  });

/**
 * The names of an environment's services, and the number of names that could not be read. Names rarely change, so they are
 * cached for ten minutes.
 */
export const serviceNameQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: ['service-names', api.source, environmentId] as const,
    queryFn: ({ signal }) => api.get(`/environment/${environmentId}/services`, serviceNames, signal),
    staleTime: NAMES_STALE_MS,
    gcTime: NAMES_STALE_MS,
    ...NO_AUTO_REFETCH,
  });
