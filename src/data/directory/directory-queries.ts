import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { checkEnvironment } from '#api/api-error.ts';
import { environmentIdentity, environmentList, namedItems } from '#api/environment-schemas.ts';
import type { Directory, EnvironmentInfo } from '#domain/environment/directory.ts';
import { type OrganizationNames, trackProgress } from './organization-queries.ts';
import { loadDirectory, saveDirectory } from './persisted-directory.ts';

const DAY_MS = 86_400_000;

async function organizationNames(
  api: ApiClient,
  organization: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<OrganizationNames> {
  const path = `/organization/${organization.id}`;
  const [projects, environments] = await Promise.all([
    api.get(`${path}/project`, namedItems, signal),
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

/** Fetches one environment's identity, for a pin missing from the directory. Project and organization names are empty. */
export const environmentQuery = (api: ApiClient, id: string) =>
  queryOptions({
    queryKey: ['environment', api.source, id] as const,
    queryFn: async ({ signal }): Promise<EnvironmentInfo> => {
      const answer = await api.get(`/environment/${id}`, environmentIdentity, signal);
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
 * Fetches the names of every environment the token can read: one request, and two per organization. If an organization
 * fails, the query retains its previous names, and `organizationsQuery` holds the failure.
 */
export function directoryQuery(api: ApiClient) {
  // React Query calls `initialData` at each render until the query has data. The names are read once.
  let read: { readonly stored: ReturnType<typeof loadDirectory> } | undefined;
  const stored = () => {
    read ??= { stored: loadDirectory(api) };
    return read.stored;
  };
  return queryOptions({
    queryKey: ['directory', api.source, api.tokenScope] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Directory> => {
      const organizations = await api.get('/organization', namedItems, signal);
      const previous = [...(client.getQueryData<Directory>(queryKey)?.values() ?? [])];
      const recordOutcome = trackProgress(client, api, organizations);
      const answers = await Promise.allSettled(
        organizations.map((organization) =>
          recordOutcome(organization.id, organizationNames(api, organization, signal)),
        ),
      );
      signal.throwIfAborted();
      const found = answers.flatMap((answer, index) =>
        answer.status === 'fulfilled'
          ? answer.value.environments
          : previous.filter(({ organizationId }) => organizationId === organizations[index]?.id),
      );
      const directory: Directory = new Map(found.map((environment) => [environment.id, environment]));
      // An incomplete directory, once persisted, would pass for complete for a day.
      if (answers.every(({ status }) => status === 'fulfilled')) saveDirectory(api, directory);
      return directory;
    },
    initialData: () => stored()?.directory,
    initialDataUpdatedAt: () => stored()?.at,
    staleTime: DAY_MS,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  });
}
