import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { checkEnvironment } from '#api/api-error.ts';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';
import type { ServiceStatus } from '#domain/environment/service.ts';

/** One request serves the bars of a card and the list of the details. */
const PAGE_SIZE = 20;
/** Details that are closed and opened again within this time cost nothing. */
export const REOPENED_MS = 30_000;
const NAMES_LAST_MS = 600_000;

/** Asked once and not again by itself: when to ask is for the caller to say. */
const NO_AUTO_REFETCH = {
  retry: false,
  networkMode: 'always',
  refetchOnWindowFocus: false,
  // What failed because the browser was offline must not go on saying so once it is back.
  refetchOnReconnect: true,
} as const;

/** The key of all histories of one API. */
export const historiesKey = (api: ApiClient) => ['history', api.source] as const;

/** The last 20 deployments of an environment, oldest first. Kept for as long as the page lives: cards show it. */
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

/** The names of an environment's services, which change seldom. */
export const serviceNameQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: ['service-names', api.source, environmentId] as const,
    queryFn: ({ signal }) => api.get(`/environment/${environmentId}/services`, serviceNames, signal),
    staleTime: NAMES_LAST_MS,
    gcTime: NAMES_LAST_MS,
    ...NO_AUTO_REFETCH,
  });
