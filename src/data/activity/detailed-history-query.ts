import { queryOptions } from '@tanstack/react-query';
import { detailedHistory } from '#api/detailed-history-schema.ts';
import { type HistoryQueries, NO_AUTO_REFETCH } from '#data/history/history-queries.ts';

/**
 * Deployments per request: two weeks of an environment that is deployed seven times a day. Qovery sends about a kilobyte
 * for each service of each deployment.
 */
export const DETAILED_PAGE_SIZE = 100;

const keyOf: HistoryQueries['keyOf'] = ({ source }) => ['detailed-history', source];

/** The last 100 deployments of each environment with their services, oldest first. */
export const DETAILED_HISTORIES: HistoryQueries = {
  keyOf,
  queryOf: (api, environmentId) =>
    queryOptions({
      queryKey: [...keyOf(api), environmentId] as const,
      queryFn: ({ signal }) =>
        api.get(
          `/environment/${environmentId}/deploymentHistoryV2?pageSize=${DETAILED_PAGE_SIZE}`,
          detailedHistory,
          signal,
        ),
      gcTime: Number.POSITIVE_INFINITY,
      ...NO_AUTO_REFETCH,
    }),
};
