import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';

/** What the lists of one organization brought. A project may be without an environment. */
export type OrganizationNames = {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly environments: readonly EnvironmentInfo[];
};

/** An organization, with what it answered last and why it did not. Without either it is being asked for the first time. */
export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly names?: OrganizationNames | undefined;
  readonly failure?: Failure | undefined;
};

/** How each organization answered, when the directory was last read in this page; written while it is being read. */
export const organizationsQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['organizations', api.source] as const,
    // Nothing asks for it: reading the directory writes it with `setQueryData`.
    queryFn: skipToken as typeof skipToken | (() => readonly Organization[]),
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

/** Tells of each organization, as soon as it answers or fails, what came of it. */
export function trackProgress(
  client: QueryClient,
  api: ApiClient,
  organizations: readonly { readonly id: string; readonly name: string }[],
): (id: string, asked: Promise<OrganizationNames>) => Promise<OrganizationNames> {
  const { queryKey } = organizationsQuery(api);
  const before = new Map(client.getQueryData(queryKey)?.map((one) => [one.id, one.names]));
  let organizationsNow = organizations.map(({ id, name }): Organization => ({ id, name, names: before.get(id) }));
  const update = (id: string, part: Partial<Organization>) => {
    organizationsNow = organizationsNow.map((one) => (one.id === id ? { ...one, ...part } : one));
    client.setQueryData(queryKey, organizationsNow);
  };
  client.setQueryData(queryKey, organizationsNow);
  return async (id, asked) => {
    try {
      const names = await asked;
      update(id, { names });
      return names;
    } catch (error) {
      // What was given up is no answer.
      if (error instanceof ApiError) update(id, { failure: error.failure });
      throw error;
    }
  };
}
