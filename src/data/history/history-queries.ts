import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { checkEnvironment } from '#api/api-error.ts';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';
import type { ServiceStatus } from '#domain/environment/service.ts';

/** Deployments per request: enough for the bars of a card and for the list of the details. */
const PAGE_SIZE = 20;
/** Milliseconds for which the details use cached answers when they are opened again. */
export const REOPENED_MS = 30_000;
const NAMES_STALE_MS = 600_000;

/** React Query sends no request by itself: the caller decides when to fetch. */
const NO_AUTO_REFETCH = {
  retry: false,
  networkMode: 'always',
  refetchOnWindowFocus: false,
  // A query that failed offline is fetched again as soon as the browser is online.
  refetchOnReconnect: true,
} as const;

/** The key of all histories of one API. */
export const historiesKey = (api: ApiClient) => ['history', api.source] as const;

/** The last 20 deployments of an environment, oldest first. Cached until the page is closed, because cards show it. */
export const historyQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: [...historiesKey(api), environmentId] as const,
    queryFn: ({ signal }) =>
      api.get(`/environment/${environmentId}/deploymentHistoryV2?pageSize=${PAGE_SIZE}`, deploymentHistory, signal),
    staleTime: REOPENED_MS,
    gcTime: Number.POSITIVE_INFINITY,
    ...NO_AUTO_REFETCH,
  });

/** The states of an environment's services. */
export const serviceStatusQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: ['service-statuses', api.source, environmentId] as const,
    queryFn: async ({ signal }): Promise<readonly ServiceStatus[]> => {
      const answer = await api.get(`/environment/${environmentId}/statuses`, serviceStatuses, signal);
      checkEnvironment(environmentId, answer.environmentId);
      return answer.services;
    },
    staleTime: REOPENED_MS,
    ...NO_AUTO_REFETCH,
  });

/** The names of an environment's services. Names rarely change, so they are cached for ten minutes. */
export const serviceNameQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: ['service-names', api.source, environmentId] as const,
    queryFn: ({ signal }) => api.get(`/environment/${environmentId}/services`, serviceNames, signal),
    staleTime: NAMES_STALE_MS,
    gcTime: NAMES_STALE_MS,
    ...NO_AUTO_REFETCH,
  });
