import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import type { Deployment } from '#domain/environment/deployment.ts';

/** Deployments per request: enough for the bars of a card and for the list of the details. */
export const SHORT_PAGE_SIZE = 20;
/** Milliseconds for which the details use cached answers when they are opened again. */
export const REOPENED_MS = 30_000;

/** React Query sends no request by itself: the caller decides when to fetch. */
export const NO_AUTO_REFETCH = {
  retry: false,
  networkMode: 'always',
  refetchOnWindowFocus: false,
  // A query that failed offline is fetched again as soon as the browser is online.
  refetchOnReconnect: true,
} as const;

/** The key of all histories of one API. */
const historiesKey = (api: ApiClient): HistoriesKey => ['history', api.source];

type HistoriesKey = readonly [kind: string, source: string];

/** The last 20 deployments of an environment, oldest first. Cached until the page is closed, because cards show it. */
export const historyQuery = (api: ApiClient, environmentId: string) =>
  queryOptions({
    queryKey: [...historiesKey(api), environmentId] as const,
    queryFn: ({ signal }) =>
      api.get(
        `/environment/${environmentId}/deploymentHistoryV2?pageSize=${SHORT_PAGE_SIZE}`,
        deploymentHistory,
        signal,
      ),
    staleTime: REOPENED_MS,
    gcTime: Number.POSITIVE_INFINITY,
    ...NO_AUTO_REFETCH,
  });

/**
 * Returns the last deployments of a long history, as many as a short one has. The number of unreadable ones is left out,
 * because those may be older.
 */
export const shortHistoryOf = (history: readonly Deployment[]): readonly Deployment[] =>
  history.length <= SHORT_PAGE_SIZE
    ? history
    : history.slice(-SHORT_PAGE_SIZE).map((one) => (one.unread === undefined ? one : { ...one, unread: undefined }));

/** How a history fetcher requests histories: the query of an environment, and the key of all of them. */
export type HistoryQueries = {
  readonly keyOf: typeof historiesKey;
  readonly queryOf: typeof historyQuery;
};

/** The short histories of cards and details. */
export const SHORT_HISTORIES: HistoryQueries = { keyOf: historiesKey, queryOf: historyQuery };
