import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { detailedHistory } from '#api/detailed-history-schema.ts';
import { serverNow } from '#browser/server-now.ts';
import { type HistoryQueries, NO_AUTO_REFETCH, SHORT_HISTORIES } from '#data/history/history-queries.ts';
import { type Coverage, coverageAfter } from '#domain/activity/coverage.ts';
import type { Deployment } from '#domain/environment/deployment.ts';

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
      queryFn: ({ signal }) => {
        const path = `/environment/${environmentId}/deploymentHistoryV2?pageSize=${DETAILED_PAGE_SIZE}`;
        return api.get(path, detailedHistory, signal);
      },
      gcTime: Number.POSITIVE_INFINITY,
      ...NO_AUTO_REFETCH,
    }),
};

type Received = {
  readonly id: string;
  /** Oldest first. */
  readonly history: readonly Deployment[];
  readonly before: Coverage | undefined;
};

/** Returns the coverage of an environment after the response with this detailed history has just been received. */
export const coverageOfResponse = ({ id, history, before }: Received): Coverage =>
  coverageAfter(before, id, history, {
    requestedAt: serverNow(),
    pageSize: DETAILED_PAGE_SIZE,
    unread: history.at(-1)?.unread ?? 0,
  });

/** Calls `listener` after each answer or failure of a short or a detailed history of this API. Each poll is a query too. */
export function subscribeToHistories(client: QueryClient, api: ApiClient, listener: () => void): () => void {
  const kinds = [SHORT_HISTORIES, DETAILED_HISTORIES].map((histories) => histories.keyOf(api)[0]);
  return client.getQueryCache().subscribe((event) => {
    const [kind, source] = event.query.queryKey;
    if (event.type !== 'updated' || source !== api.source || !kinds.some((one) => one === kind)) return;
    if (/^(error|success)$/.test(event.action.type)) listener();
  });
}
