import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Directory, Environment } from '#domain/directory.ts';
import { useAsked } from './api-context.tsx';
import { directoryQuery, environmentQuery } from './queries.ts';

const NO_DIRECTORY: Directory = new Map();
/** An id that nobody has a name for is asked about again so often, in milliseconds. */
const LACKING_MS = 600_000;
/** More single questions than this at once would eat into the hour's requests. */
const MOST_SINGLE = 40;

const answered = (results: readonly UseQueryResult<Environment>[]): readonly Environment[] =>
  results.flatMap(({ data }) => data ?? []);

/** The names of everything, as far as they are known. `isPending` until the first lists came, or failed to. */
export function useNames(isWanted: boolean): { readonly directory: Directory; readonly isPending: boolean } {
  const { api } = useAsked();
  const question = useMemo(() => directoryQuery(api), [api]);
  const { data, isPending } = useQuery({ ...question, enabled: isWanted });
  return { directory: data ?? NO_DIRECTORY, isPending };
}

/** The directory with what `lacking` are called: a pin may be newer than the names, or the token see nothing else. */
export function useDirectory(known: Directory, lacking: readonly string[]): Directory {
  const { api } = useAsked();
  const found = useQueries({
    queries: lacking.slice(0, MOST_SINGLE).map((id) => ({
      ...environmentQuery(api, id),
      refetchInterval: ({ state }: { readonly state: { readonly status: string } }) =>
        state.status === 'error' ? LACKING_MS : (false as const),
    })),
    combine: answered,
  });
  return useMemo(() => {
    if (found.length === 0) return known;
    const neighbours = new Map([...known.values()].map((one) => [one.projectId, one]));
    const named = found.map((one): Environment => {
      const neighbour = neighbours.get(one.projectId);
      return neighbour
        ? { ...one, projectName: neighbour.projectName, organizationName: neighbour.organizationName }
        : one;
    });
    return new Map([...known, ...named.map((one) => [one.id, one] as const)]);
  }, [known, found]);
}
