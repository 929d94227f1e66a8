import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { environmentList, environmentStatus, namedItems, statusList } from '#api/environment-schemas.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';

async function get<T extends v.GenericSchema>(path: string, schema: T): Promise<v.InferOutput<T>> {
  return v.parse(schema, await (await fetch(`/api${path}`, { cache: 'no-store' })).json());
}

async function fetchNames(): Promise<readonly EnvironmentInfo[]> {
  const organizations = await get('/organization', namedItems);
  const lists = await Promise.all(
    organizations.map(async (organization) => {
      const [projects, environments] = await Promise.all([
        get(`/organization/${organization.id}/project`, namedItems),
        get(`/organization/${organization.id}/environments`, environmentList),
      ]);
      const names = new Map(projects.map(({ id, name }) => [id, name]));
      return environments.map(({ id, name, mode, project }) => ({
        id,
        name,
        mode,
        projectId: project.id,
        projectName: names.get(project.id) ?? '',
        organizationId: organization.id,
        organizationName: organization.name,
      }));
    }),
  );
  return lists.flat();
}

/** The names of all environments. */
export const namesQuery = queryOptions({
  queryKey: ['names'],
  queryFn: fetchNames,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The statuses of a source. */
export const statusQuery = ({ kind, id, key }: PollSource) =>
  queryOptions({
    queryKey: ['status', key],
    queryFn: async (): Promise<readonly EnvironmentStatus[]> =>
      kind === 'environment'
        ? [await get(`/environment/${id}/status`, environmentStatus)]
        : get(`/project/${id}/environment/status`, statusList),
    staleTime: 0,
  });
