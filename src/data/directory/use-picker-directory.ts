import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#data/session.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Project } from '#domain/picker/picker-index.ts';
import { directoryQuery } from './directory-queries.ts';
import { type Organization, organizationsQuery } from './organization-queries.ts';

/** Names to pick from are no older than this, in milliseconds. */
const FRESH_MS = 600_000;

/** All that the token can see, as far as it is read. */
export type PickerDirectory = {
  readonly environments: readonly EnvironmentInfo[];
  readonly projects: readonly Project[];
  /** Undefined until the list of organizations came. */
  readonly organizations: readonly Organization[] | undefined;
  /** Why not even the organizations could be listed. */
  readonly failure: Failure | undefined;
  readonly isFetching: boolean;
  readonly retry: () => void;
};

const isAnswered = ({ names, failure }: Organization): boolean => names !== undefined || failure !== undefined;

const environmentsOf = (organizations: readonly Organization[]): readonly EnvironmentInfo[] =>
  organizations.flatMap(({ names }) => names?.environments ?? []);

const projectsOf = (organizations: readonly Organization[]): readonly Project[] =>
  organizations.flatMap(
    ({ name: organizationName, names }) =>
      names?.projects.map(({ id, name }) => ({ id, name, organizationName })) ?? [],
  );

/** Reads the names of everything while the caller is mounted, if those known are older than ten minutes. */
export function usePickerDirectory(): PickerDirectory {
  const { api } = useSession();
  const question = useMemo(() => directoryQuery(api), [api]);
  const { data: organizations } = useQuery(organizationsQuery(api));
  const { data, error, isFetching, refetch } = useQuery({
    ...question,
    // Names kept over a reload say neither which organizations failed nor which projects are empty.
    staleTime: organizations?.every(isAnswered) ? FRESH_MS : 0,
    refetchOnReconnect: true,
  });
  const environments = useMemo(
    () => (data ? [...data.values()] : environmentsOf(organizations ?? [])),
    [data, organizations],
  );
  const projects = useMemo(() => projectsOf(organizations ?? []), [organizations]);
  return {
    environments,
    projects,
    organizations,
    failure: error?.failure,
    isFetching: isFetching,
    retry: () => void refetch(),
  };
}
