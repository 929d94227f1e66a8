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

/** Who one environment is: for a pin that the lists of names do not know. Its project and organization have no names. */
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
 * Names of everything the token can see: one request, and two for each organization. Of an organization that fails,
 * what was known before stays; which failed, `organizationsQuery` says.
 */
export function directoryQuery(api: ApiClient) {
  const before = loadDirectory(api);
  return queryOptions({
    queryKey: ['directory', api.source, api.tokenScope] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Directory> => {
      const organizations = await api.get('/organization', namedItems, signal);
      const known = [...(client.getQueryData<Directory>(queryKey)?.values() ?? [])];
      const telling = trackProgress(client, api, organizations);
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
      if (answers.every(({ status }) => status === 'fulfilled')) saveDirectory(api, directory);
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
