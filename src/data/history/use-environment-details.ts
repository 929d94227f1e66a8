import { type QueryKey, type QueryState, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ApiError } from '#api/api-error.ts';
import { useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { isCurrent, withStatus } from '#domain/environment/deployment-history.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { type Service, servicesOf } from '#domain/environment/service.ts';
import { historyQuery, REOPENED_MS, serviceNameQuery, serviceStatusQuery } from './history-queries.ts';

/** Something that is asked for: what came, and why the last try brought nothing, if it did not. */
export type DetailsQuery<T> = {
  /** What came last; kept when asking again fails. */
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
  /** Of the services' names alone: without them the services are still shown. */
  readonly names: DetailsQuery<unknown>;
};

const partOf = <T>(query: UseQueryResult<T>): DetailsQuery<T> => ({
  data: query.data,
  failure: query.error?.failure,
  failedAt: query.errorUpdatedAt,
  isFetching: query.isFetching,
  retry: () => void query.refetch({ cancelRefetch: false }),
});

/** True while Qovery wants us to wait: opening the details once more must not ask before that. */
function isAskedToWait(state: QueryState<unknown, ApiError> | undefined): boolean {
  const failure = state?.error?.failure;
  return failure?.kind === 'rateLimited' && Date.now() < (state?.errorUpdatedAt ?? 0) + failure.retryAfterMs;
}

/**
 * What the details of one environment ask for: when they open, and again when its last deployment or its state changes.
 * Never by a timer, and not at all for what is known.
 */
export function useEnvironmentDetails({ id, status }: Pick<BoardEnvironment, 'id' | 'status'>): Details {
  const { api } = useSession();
  const client = useQueryClient();
  const asking = {
    history: historyQuery(api, id),
    statuses: serviceStatusQuery(api, id),
    names: serviceNameQuery(api, id),
  };
  const retryOnMount = ({ queryKey }: { readonly queryKey: QueryKey }) =>
    !isAskedToWait(client.getQueryState(queryKey));
  const history = useQuery({
    ...asking.history,
    retryOnMount: retryOnMount(asking.history),
    staleTime: ({ state: { data } }) => (data && isCurrent(data, status) ? Number.POSITIVE_INFINITY : REOPENED_MS),
  });
  const statuses = useQuery({ ...asking.statuses, retryOnMount: retryOnMount(asking.statuses) });
  const names = useQuery({ ...asking.names, retryOnMount: retryOnMount(asking.names) });

  const moment = status && `${status.lastDeploymentId} ${status.state}`;
  const known = useRef(moment);
  useEffect(() => {
    const before = known.current;
    known.current = moment;
    // The first reading may come after the answers: it tells no change.
    if (before === undefined || moment === undefined || before === moment) return;
    void statuses.refetch({ cancelRefetch: false });
    if (!history.data || !isCurrent(history.data, status)) void history.refetch({ cancelRefetch: false });
  }, [moment, statuses, history, status]);

  return {
    history: { ...partOf(history), data: history.data && withStatus(history.data, status) },
    services: { ...partOf(statuses), data: statuses.data && servicesOf(statuses.data, names.data ?? []) },
    names: partOf(names),
  };
}
