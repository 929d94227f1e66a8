import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import { ApiError } from '#api/api-error.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { Failure } from '#domain/environment/failure.ts';

/** The projects and environments of one organization. A project may have no environment. */
export type OrganizationNames = {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly environments: readonly EnvironmentInfo[];
};

/** An organization, its last names and its last failure. With neither, its first requests are in flight. */
export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly names?: OrganizationNames | undefined;
  readonly failure?: Failure | undefined;
};

/** Each organization's outcome in the directory's last fetch on this page, updated while the fetch is in flight. */
export const organizationsQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['organizations', api.source] as const,
    // This query sends no request: the directory fetch writes it with `setQueryData`.
    queryFn: skipToken as typeof skipToken | (() => readonly Organization[]),
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

/** Returns a function that records each organization's names or failure as soon as its request settles. */
export function trackProgress(
  client: QueryClient,
  api: ApiClient,
  organizations: readonly { readonly id: string; readonly name: string }[],
): (id: string, request: Promise<OrganizationNames>) => Promise<OrganizationNames> {
  const { queryKey } = organizationsQuery(api);
  const before = new Map(client.getQueryData(queryKey)?.map(({ id, names }) => [id, names]));
  let organizationsNow = organizations.map(({ id, name }): Organization => ({ id, name, names: before.get(id) }));
  const update = (id: string, part: Partial<Organization>) => {
    organizationsNow = organizationsNow.map((organization) =>
      organization.id === id ? { ...organization, ...part } : organization,
    );
    client.setQueryData(queryKey, organizationsNow);
  };
  client.setQueryData(queryKey, organizationsNow);
  return async (id, request) => {
    try {
      const names = await request;
      update(id, { names });
      return names;
    } catch (error) {
      // An aborted request proves nothing about the organization, so only an ApiError is recorded.
      if (error instanceof ApiError) update(id, { failure: error.failure });
      throw error;
    }
  };
}
