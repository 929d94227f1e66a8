import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#data/session.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { Project } from '#domain/picker/picker-index.ts';
import { directoryQuery } from './directory-queries.ts';
import { type Organization, organizationsQuery } from './organization-queries.ts';

/** Maximum age, in milliseconds, of the names that the picker offers. */
const FRESH_MS = 600_000;

/** The environments, projects and organizations that the token can read, as far as they are fetched. */
export type PickerDirectory = {
  readonly environments: readonly EnvironmentInfo[];
  readonly projects: readonly Project[];
  /** Undefined until the list of organizations arrives. */
  readonly organizations: readonly Organization[] | undefined;
  /** The failure of the list of organizations itself. */
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

/** Returns the names to pick from. Fetches them while the caller is mounted if they are older than ten minutes. */
export function usePickerDirectory(): PickerDirectory {
  const { api } = useSession();
  const query = useMemo(() => directoryQuery(api), [api]);
  const { data: organizations } = useQuery(organizationsQuery(api));
  const { data, error, isFetching, refetch } = useQuery({
    ...query,
    // Persisted names include neither failed organizations nor empty projects, so the picker fetches them again.
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
