import { queryOptions, skipToken } from '@tanstack/react-query';
import { type ApiError, checkEnvironment } from '#api/api-error.ts';
import type { ApiClient } from '#api/client.ts';
import {
  environmentList,
  environmentStatus,
  namedList,
  oneEnvironment,
  overviewStatusList,
  statusList,
} from '#api/schema.ts';
import type { Statuses } from '#domain/answer.ts';
import type { Via } from '#domain/answer-age.ts';
import type { Directory, Environment } from '#domain/directory.ts';
import type { Source } from '#domain/source.ts';
import { type EnvironmentStatus, isSparse } from '#domain/status.ts';
import { keepNames, readKeptNames } from './kept-names.ts';
import { type OrganizationNames, tellingNames } from './picker-names.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

const DAY_MS = 86_400_000;
export const NO_STATUSES: Statuses = {};

/** What one request for statuses brought. */
export type StatusAnswer = {
  readonly statuses: readonly EnvironmentStatus[];
  /** Every environment that the answer names, those among them that it says no status of. */
  readonly presentIds: readonly string[];
  readonly ageMs: number;
  readonly via?: Via | undefined;
  /** What a project was asked for. An overview that tells ids and states only is `sparse`: better ask one by one. */
  readonly detail: 'status' | 'overview' | 'sparse';
};

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

export type HowAsked = {
  /** The status list is known to tell too little. */
  readonly asksOverview: boolean;
  /** Told as soon as it turns out to: should the overview fail, it alone is asked again. */
  readonly onSparse: () => void;
};

/** A project's statuses; where they carry ids and states only, its overview. */
async function projectStatuses(
  api: ApiClient,
  id: string,
  { asksOverview, onSparse }: HowAsked,
  signal: AbortSignal,
): Promise<StatusAnswer> {
  if (!asksOverview) {
    const { body, ...age } = await api.getAged(`/project/${id}/environment/status`, statusList, signal);
    if (!isSparse(body)) return { statuses: body, presentIds: idsOf(body), ...age, detail: 'status' };
    onSparse();
  }
  const { body, ...age } = await api.getAged(`/project/${id}/environment/overview`, overviewStatusList, signal);
  const statuses = body.flatMap(({ status }) => status ?? []);
  return { statuses, presentIds: idsOf(body), ...age, detail: isSparse(statuses) ? 'sparse' : 'overview' };
}

async function oneStatus(api: ApiClient, id: string, signal: AbortSignal): Promise<StatusAnswer> {
  const { body, ...age } = await api.getAged(`/environment/${id}/status`, environmentStatus, signal);
  checkEnvironment(id, body.id);
  return { statuses: [body], presentIds: [body.id], ...age, detail: 'status' };
}

/** Every question about status. The key starts with the API asked, so demo and live never mix. */
export const statusQueries = {
  /** One poll of one source. Never served from cache: the poller decides when to ask. */
  source: (api: ApiClient, { kind, id, key }: Source, how: HowAsked) =>
    queryOptions({
      queryKey: ['status', api.source, key] as const,
      queryFn: ({ signal }) =>
        kind === 'project' ? projectStatuses(api, id, how, signal) : oneStatus(api, id, signal),
      // Not zero: after the clock was set back, what was heard an hour ahead would pass for fresh, and nobody be asked.
      staleTime: Number.NEGATIVE_INFINITY,
      // What is thrown away after each poll is made anew for the next one, with a timer for each.
      gcTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      // Readings keep their identity where they are taken in.
      structuralSharing: false,
    }),
  /** The last status heard of every environment: written by the poller alone, read by everything else. */
  readings: (api: ApiClient) =>
    queryOptions({
      queryKey: ['readings', api.source] as const,
      // Nothing asks for it: the poller writes it with `setQueryData`.
      queryFn: skipToken as typeof skipToken | (() => Statuses),
      initialData: NO_STATUSES,
    }),
};

async function organizationNames(
  api: ApiClient,
  organization: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<OrganizationNames> {
  const path = `/organization/${organization.id}`;
  const [projects, environments] = await Promise.all([
    api.get(`${path}/project`, namedList, signal),
    api.get(`${path}/environments`, environmentList, signal),
  ]);
  const projectNames = new Map(projects.map(({ id, name }) => [id, name]));
  return {
    projects,
    environments: environments.map(({ id, name, mode, project, cluster_id, cluster_name }) => ({
      id,
      name,
      mode,
      projectId: project.id,
      projectName: projectNames.get(project.id) ?? '',
      organizationId: organization.id,
      organizationName: organization.name,
      clusterId: cluster_id ?? undefined,
      clusterName: cluster_name ?? undefined,
    })),
  };
}

/** Who one environment is: for a pin that the lists of names do not know. Its project and organization have no names. */
export const environmentQuery = (api: ApiClient, id: string) =>
  queryOptions({
    queryKey: ['environment', api.source, id] as const,
    queryFn: async ({ signal }): Promise<Environment> => {
      const answer = await api.get(`/environment/${id}`, oneEnvironment, signal);
      checkEnvironment(id, answer.id);
      const { name, mode, project, organization, cluster_id, cluster_name } = answer;
      return {
        id,
        name,
        mode,
        projectId: project.id,
        projectName: '',
        organizationId: organization.id,
        organizationName: '',
        clusterId: cluster_id ?? undefined,
        clusterName: cluster_name ?? undefined,
      };
    },
    staleTime: DAY_MS,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });

/**
 * Names of everything the token can see: one request, and two for each organization. Of an organization that fails,
 * what was known before stays; which failed, `organizationsQuery` says.
 */
export function directoryQuery(api: ApiClient) {
  const before = readKeptNames(api);
  return queryOptions({
    queryKey: ['directory', api.source, api.readers] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Directory> => {
      const organizations = await api.get('/organization', namedList, signal);
      const known = [...(client.getQueryData<Directory>(queryKey)?.values() ?? [])];
      const telling = tellingNames(client, api, organizations);
      const answers = await Promise.allSettled(
        organizations.map((one) => telling(one.id, organizationNames(api, one, signal))),
      );
      signal.throwIfAborted();
      const found = answers.flatMap((answer, at) =>
        answer.status === 'fulfilled'
          ? answer.value.environments
          : known.filter(({ organizationId }) => organizationId === organizations[at]?.id),
      );
      const directory: Directory = new Map(found.map((environment) => [environment.id, environment]));
      // Half the names, kept as if they were all, would be believed for a day.
      if (answers.every(({ status }) => status === 'fulfilled')) keepNames(api, directory);
      return directory;
    },
    ...(before && { initialData: before.directory, initialDataUpdatedAt: before.at }),
    staleTime: DAY_MS,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  });
}
