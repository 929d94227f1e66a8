import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { type ApiError, checkEnvironment } from '#api/api-error.ts';
import { environmentStatus, overviewStatusList, statusList } from '#api/environment-schemas.ts';
import type { Via } from '#domain/environment/answer-age.ts';
import { type EnvironmentStatus, isPartial } from '#domain/environment/status.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

/** The content of one status response. */
export type FetchedStatuses = {
  readonly statuses: readonly EnvironmentStatus[];
  /** Ids of all environments that the response lists, including those without a status. */
  readonly presentIds: readonly string[];
  readonly ageMs: number;
  readonly via?: Via | undefined;
  /** When a gateway fetched the answer, in epoch milliseconds of its clock. */
  readonly fetchedAtMs?: number | undefined;
  /** The endpoint that answered. `partial`: even the overview lacks details, so request the environments one by one. */
  readonly detail: 'status' | 'overview' | 'partial';
};

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

export type RequestOptions = {
  /** True when an earlier status list of this project lacked details. */
  readonly usesOverview: boolean;
  /** Called when the status list lacks details, before the overview is requested: a retry requests the overview alone. */
  readonly onPartial: () => void;
};

/** Fetches a project's statuses. Fetches its overview when the status list has only ids and states. */
async function projectStatuses(
  api: ApiClient,
  id: string,
  { usesOverview, onPartial }: RequestOptions,
  signal: AbortSignal,
): Promise<FetchedStatuses> {
  if (!usesOverview) {
    const { body, ...age } = await api.getWithAge(`/project/${id}/environment/status`, statusList, signal);
    if (!isPartial(body)) return { statuses: body, presentIds: idsOf(body), ...age, detail: 'status' };
    onPartial();
  }
  const { body, ...age } = await api.getWithAge(`/project/${id}/environment/overview`, overviewStatusList, signal);
  const statuses = body.flatMap(({ status }) => status ?? []);
  return { statuses, presentIds: idsOf(body), ...age, detail: isPartial(statuses) ? 'partial' : 'overview' };
}

async function environmentStatuses(api: ApiClient, id: string, signal: AbortSignal): Promise<FetchedStatuses> {
  const { body, ...age } = await api.getWithAge(`/environment/${id}/status`, environmentStatus, signal);
  checkEnvironment(id, body.id);
  return { statuses: [body], presentIds: [body.id], ...age, detail: 'status' };
}

/** The requests for statuses. The query key starts with the API's name, so demo and live never mix. */
export const statusQueries = {
  /** A poll of one source. It never uses the cache: the poll scheduler decides when to send a request. */
  source: (api: ApiClient, { kind, id, key }: PollSource, how: RequestOptions) =>
    queryOptions({
      queryKey: ['status', api.source, key] as const,
      queryFn: ({ signal }) =>
        kind === 'project' ? projectStatuses(api, id, how, signal) : environmentStatuses(api, id, signal),
      // Not zero: after the clock was set back, an answer from the future would be fresh, and no request would be sent.
      staleTime: Number.NEGATIVE_INFINITY,
      // A finite time would remove the query after each poll, and create it and a timer again for the next.
      gcTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      // The reading store keeps the identity of unchanged readings.
      structuralSharing: false,
    }),
};
