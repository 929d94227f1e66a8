import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#data/session.ts';
import type { Directory, EnvironmentInfo } from '#domain/environment/directory.ts';
import { directoryQuery, environmentQuery } from './directory-queries.ts';
import { type Organization, organizationsQuery } from './organization-queries.ts';

const NO_DIRECTORY: Directory = new Map();
const NO_ENVIRONMENTS: readonly EnvironmentInfo[] = [];
/** An id that nobody has a name for is asked about again so often, in milliseconds. */
const RETRY_MISSING_MS = 600_000;
/** More single questions than this would eat into the hour's requests. */
const MAX_SINGLE = 40;

const haveAnswered = (organizations: readonly Organization[]): boolean =>
  organizations.every(({ names, failure }) => names !== undefined && failure === undefined);

type Names = {
  readonly directory: Directory;
  readonly isPending: boolean;
  /** True when this page has read the names of every organization: what they lack, the token may not see. */
  readonly isComplete: boolean;
};

/** The names of everything, as far as they are known. `isPending` until the first lists came, or failed to. */
export function useDirectory(isWanted: boolean): Names {
  const { api } = useSession();
  const question = useMemo(() => directoryQuery(api), [api]);
  const { data, isPending, isSuccess } = useQuery({ ...question, enabled: isWanted });
  // Names of an earlier page were stored only when all organizations had answered.
  const { data: haveAllAnswered = true } = useQuery({ ...organizationsQuery(api), select: haveAnswered });
  const isComplete = isSuccess && haveAllAnswered;
  return { directory: data ?? NO_DIRECTORY, isPending, isComplete };
}

/** Asks once about each, one after the other; whom nobody may know is left out. */
function useMissingEnvironments(ids: readonly string[]): readonly EnvironmentInfo[] {
  const { api } = useSession();
  const client = useQueryClient();
  const asked = ids.slice(0, MAX_SINGLE);
  const { data } = useQuery({
    queryKey: ['environments', api.source, api.tokenScope, asked],
    queryFn: async () => {
      const found: EnvironmentInfo[] = [];
      for (const id of asked) {
        const one = await client.fetchQuery(environmentQuery(api, id)).catch(() => undefined);
        if (one) found.push(one);
      }
      return found;
    },
    enabled: asked.length > 0,
    staleTime: RETRY_MISSING_MS,
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) < asked.length ? RETRY_MISSING_MS : false),
    retry: false,
    networkMode: 'always',
  });
  return data ?? NO_ENVIRONMENTS;
}

/** The directory with what `lacking` are called: a pin may be newer than the names, or the token see nothing else. */
export function useCompletedDirectory(known: Directory, lacking: readonly string[]): Directory {
  const found = useMissingEnvironments(lacking);
  return useMemo(() => {
    if (found.length === 0) return known;
    const neighbours = new Map([...known.values()].map((one) => [one.projectId, one]));
    const named = found.map((one): EnvironmentInfo => {
      const neighbour = neighbours.get(one.projectId);
      return neighbour
        ? { ...one, projectName: neighbour.projectName, organizationName: neighbour.organizationName }
        : one;
    });
    return new Map([...known, ...named.map((one) => [one.id, one] as const)]);
  }, [known, found]);
}
