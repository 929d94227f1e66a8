import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ApiError } from '#api/api-error.ts';
import type { ApiClient } from '#api/client.ts';
import { environmentList, environmentStatus, namedList, overviewStatusList, statusList } from '#api/schema.ts';
import type { Statuses } from '#domain/answer.ts';
import type { Directory, Environment } from '#domain/directory.ts';
import type { Source } from '#domain/source.ts';
import { type EnvironmentStatus, isSparse } from '#domain/status.ts';
import { keepNames, readKeptNames } from './kept-names.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

const DAY_MS = 86_400_000;
export const NO_STATUSES: Statuses = {};

/** A project's statuses; where they carry ids and states only, its overview, which costs a second request. */
async function projectStatuses(api: ApiClient, id: string, signal: AbortSignal): Promise<readonly EnvironmentStatus[]> {
  const statuses = await api.get(`/project/${id}/environment/status`, statusList, signal);
  return isSparse(statuses)
    ? await api.get(`/project/${id}/environment/overview`, overviewStatusList, signal)
    : statuses;
}

/** Every question about status. The key starts with the API asked, so demo and live never mix. */
export const statusQueries = {
  /** One poll of one source. Never served from cache: the poller decides when to ask. */
  source: (api: ApiClient, { kind, id, key }: Source) =>
    queryOptions({
      queryKey: ['status', api.source, key] as const,
      queryFn: ({ signal }): Promise<readonly EnvironmentStatus[]> =>
        kind === 'project'
          ? projectStatuses(api, id, signal)
          : api.get(`/environment/${id}/status`, environmentStatus, signal).then((status) => [status]),
      staleTime: 0,
      gcTime: 0,
      retry: false,
      networkMode: 'always',
    }),
  /** The last status heard of every environment: written by the poller alone, read by everything else. */
  readings: (api: ApiClient) =>
    queryOptions({
      queryKey: ['readings', api.source] as const,
      // Nothing asks for it: the poller writes it with `setQueryData`.
      queryFn: skipToken as typeof skipToken | (() => Statuses),
      initialData: NO_STATUSES,
      gcTime: Number.POSITIVE_INFINITY,
    }),
};

async function organizationEnvironments(
  api: ApiClient,
  organization: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<readonly Environment[]> {
  const path = `/organization/${organization.id}`;
  const [projects, environments] = await Promise.all([
    api.get(`${path}/project`, namedList, signal),
    api.get(`${path}/environments`, environmentList, signal),
  ]);
  const projectNames = new Map(projects.map(({ id, name }) => [id, name]));
  return environments.map(({ id, name, mode, project, cluster_id, cluster_name }) => ({
    id,
    name,
    mode,
    projectId: project.id,
    projectName: projectNames.get(project.id) ?? '',
    organizationId: organization.id,
    organizationName: organization.name,
    clusterId: cluster_id ?? undefined,
    clusterName: cluster_name ?? undefined,
  }));
}

/** Names of everything the token can see: one request, and two for each organization. What failed is left out. */
export function directoryQuery(api: ApiClient) {
  const before = readKeptNames(api.source);
  return queryOptions({
    queryKey: ['directory', api.source],
    queryFn: async ({ signal }): Promise<Directory> => {
      const organizations = await api.get('/organization', namedList, signal);
      const answers = await Promise.allSettled(organizations.map((one) => organizationEnvironments(api, one, signal)));
      const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      const directory: Directory = new Map(found.map((environment) => [environment.id, environment]));
      keepNames(api.source, directory);
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
