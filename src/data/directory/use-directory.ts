import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#data/session.ts';
import type { Directory, EnvironmentInfo } from '#domain/environment/directory.ts';
import { directoryQuery, environmentQuery } from './directory-queries.ts';
import { type Organization, organizationsQuery } from './organization-queries.ts';

const NO_DIRECTORY: Directory = new Map();
const NO_ENVIRONMENTS: readonly EnvironmentInfo[] = [];
/** Milliseconds between two requests for an environment that no response has named. */
const RETRY_MISSING_MS = 600_000;
/** More single requests than this would leave too little of the hourly budget for polling. */
const MAX_SINGLE_REQUESTS = 40;

const haveAnswered = (organizations: readonly Organization[]): boolean =>
  organizations.every(({ names, failure }) => names !== undefined && failure === undefined);

type Names = {
  readonly directory: Directory;
  readonly isPending: boolean;
  /** True when this page has the names of every organization: the token cannot read an id that they lack. */
  readonly isComplete: boolean;
};

/** Returns the names fetched so far. `isPending` until the first lists arrive or fail. Fetches only if `isNeeded`. */
export function useDirectory(isNeeded: boolean): Names {
  const { api } = useSession();
  const query = useMemo(() => directoryQuery(api), [api]);
  const { data, isPending, isSuccess } = useQuery({ ...query, enabled: isNeeded });
  // A page persists names only after all organizations have answered, so persisted names are complete.
  const { data: haveAllAnswered = true } = useQuery({ ...organizationsQuery(api), select: haveAnswered });
  const isComplete = isSuccess && haveAllAnswered;
  return { directory: data ?? NO_DIRECTORY, isPending, isComplete };
}

/** Fetches each environment once, in sequence, and leaves out those whose request fails. */
function useMissingEnvironments(ids: readonly string[]): readonly EnvironmentInfo[] {
  const { api } = useSession();
  const client = useQueryClient();
  const requestedIds = ids.slice(0, MAX_SINGLE_REQUESTS);
  const { data } = useQuery({
    queryKey: ['environments', api.source, api.tokenScope, requestedIds],
    queryFn: async () => {
      const found: EnvironmentInfo[] = [];
      for (const id of requestedIds) {
        const environment = await client.fetchQuery(environmentQuery(api, id)).catch(() => undefined);
        if (environment) found.push(environment);
      }
      return found;
    },
    enabled: requestedIds.length > 0,
    staleTime: RETRY_MISSING_MS,
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) < requestedIds.length ? RETRY_MISSING_MS : false),
    retry: false,
    networkMode: 'always',
  });
  return data ?? NO_ENVIRONMENTS;
}

/**
 * Adds the environments of `missingIds` to the directory: a pin may be newer than the names, or the token may not read a
 * list.
 */
export function useCompletedDirectory(directory: Directory, missingIds: readonly string[]): Directory {
  const found = useMissingEnvironments(missingIds);
  return useMemo(() => {
    if (found.length === 0) return directory;
    const neighbours = new Map([...directory.values()].map((info) => [info.projectId, info]));
    const named = found.map((info): EnvironmentInfo => {
      const neighbour = neighbours.get(info.projectId);
      return neighbour
        ? { ...info, projectName: neighbour.projectName, organizationName: neighbour.organizationName }
        : info;
    });
    return new Map([...directory, ...named.map((info) => [info.id, info] as const)]);
  }, [directory, found]);
}
