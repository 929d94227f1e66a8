import { type QueryKey, type QueryState, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ApiError } from '#api/api-error.ts';
import { useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { isCurrent, withStatus } from '#domain/environment/deployment-history.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { countUnread, type Service, servicesOf } from '#domain/environment/service.ts';
import { historyQuery, REOPENED_MS } from './history-queries.ts';
import { serviceNameQuery, serviceStatusQuery } from './service-queries.ts';

/** The result of one request of the details. `failure` is undefined after a successful response. */
export type DetailsQuery<T> = {
  /** The last response; it stays when a later request fails. */
  readonly data: T | undefined;
  readonly failure: Failure | undefined;
  /** Epoch milliseconds of that failure. */
  readonly failedAt: number;
  readonly isFetching: boolean;
  readonly retry: () => void;
};

export type Details = {
  /** Oldest first. */
  readonly history: DetailsQuery<readonly Deployment[]>;
  readonly services: DetailsQuery<readonly Service[]>;
  /** The names of the services. Without them the details still show the services. */
  readonly names: DetailsQuery<unknown>;
  /** How many deployments, and how many services, could not be read in the last responses. */
  readonly unreadDeployments: number;
  readonly unreadServices: number;
};

const partOf = <T>(query: UseQueryResult<T>): DetailsQuery<T> => ({
  data: query.data,
  failure: query.error?.failure,
  failedAt: query.errorUpdatedAt,
  isFetching: query.isFetching,
  retry: () => void query.refetch({ cancelRefetch: false }),
});

/** True until the API's `Retry-After` has passed: opening the details again must not send a request before. */
function isRateLimited(state: QueryState<unknown, ApiError> | undefined): boolean {
  const failure = state?.error?.failure;
  return failure?.kind === 'rateLimited' && Date.now() < (state?.errorUpdatedAt ?? 0) + failure.retryAfterMs;
}

/**
 * Fetches the history and the services of one environment when the details open, and again when its last deployment or its
 * state changes. It uses no timer, and sends no request for data that is already current.
 */
export function useEnvironmentDetails({ id, status }: Pick<BoardEnvironment, 'id' | 'status'>): Details {
  const { api } = useSession();
  const client = useQueryClient();
  const queries = {
    history: historyQuery(api, id),
    statuses: serviceStatusQuery(api, id),
    names: serviceNameQuery(api, id),
  };
  const retryOnMount = ({ queryKey }: { readonly queryKey: QueryKey }) =>
    !isRateLimited(client.getQueryState(queryKey));
  const history = useQuery({
    ...queries.history,
    retryOnMount: retryOnMount(queries.history),
    staleTime: ({ state: { data } }) => (data && isCurrent(data, status) ? Number.POSITIVE_INFINITY : REOPENED_MS),
  });
  const statuses = useQuery({ ...queries.statuses, retryOnMount: retryOnMount(queries.statuses) });
  const names = useQuery({ ...queries.names, retryOnMount: retryOnMount(queries.names) });

  const version = status && `${status.lastDeploymentId} ${status.state}`;
  const lastVersion = useRef(version);
  useEffect(() => {
    const before = lastVersion.current;
    lastVersion.current = version;
    // The first reading may arrive after the responses. It is not a change.
    if (before === undefined || version === undefined || before === version) return;
    void statuses.refetch({ cancelRefetch: false });
    if (!history.data || !isCurrent(history.data, status)) void history.refetch({ cancelRefetch: false });
  }, [version, statuses, history, status]);

  return {
    history: { ...partOf(history), data: history.data && withStatus(history.data, status) },
    services: {
      ...partOf(statuses),
      data: statuses.data && servicesOf(statuses.data.services, names.data?.services ?? []),
    },
    names: partOf(names),
    unreadDeployments: history.data?.at(-1)?.unread ?? 0,
    // Until the names arrive, a service with an unreadable status would count as unread.
    unreadServices: statuses.data && !names.isPending ? countUnread([statuses.data, names.data]) : 0,
  };
}
