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

/** What one request for statuses brought. */
export type FetchedStatuses = {
  readonly statuses: readonly EnvironmentStatus[];
  /** Every environment that the answer names, those among them that it says no status of. */
  readonly presentIds: readonly string[];
  readonly ageMs: number;
  readonly via?: Via | undefined;
  /** What a project was asked for. An overview that tells ids and states only is `partial`: better ask one by one. */
  readonly detail: 'status' | 'overview' | 'partial';
};

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

export type RequestOptions = {
  /** The status list is known to tell too little. */
  readonly usesOverview: boolean;
  /** Told as soon as it turns out to: should the overview fail, it alone is asked again. */
  readonly onPartial: () => void;
};

/** A project's statuses; where they carry ids and states only, its overview. */
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
  /** One poll of one source. Never served from cache: the poller decides when to ask. */
  source: (api: ApiClient, { kind, id, key }: PollSource, how: RequestOptions) =>
    queryOptions({
      queryKey: ['status', api.source, key] as const,
      queryFn: ({ signal }) =>
        kind === 'project' ? projectStatuses(api, id, how, signal) : environmentStatuses(api, id, signal),
      // Not zero: after the clock was set back, what was heard an hour ahead would pass for fresh, and nobody be asked.
      staleTime: Number.NEGATIVE_INFINITY,
      // What is thrown away after each poll is made anew for the next one, with a timer for each.
      gcTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      // Readings keep their identity where they are taken in.
      structuralSharing: false,
    }),
};
