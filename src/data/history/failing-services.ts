import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import type { ApiError } from '#api/api-error.ts';
import type { Session } from '#data/session.ts';
import { hasNoStates, type Service, servicesOf } from '#domain/environment/service.ts';
import { type Tone, toneOf } from '#domain/environment/tone.ts';
import { serviceNameQuery, serviceStatusQuery } from './service-queries.ts';
import { spareBudgetOf } from './spare-budget.ts';

/** The part of a session that the requests need. */
type Reach = Pick<Session, 'api' | 'perHour'> & { readonly poller: Pick<Session['poller'], 'plannedPerHour'> };

type FoundServices = {
  readonly services: readonly Service[];
  /** Number of services whose state could not be read, and may have this tone too. */
  readonly unread: number;
};

/**
 * Returns the services of an environment that have this tone, with their names. It sends at most two requests, both from
 * the budget that polling leaves: when that budget is spent, it returns none. Rejects when a request fails.
 */
export async function fetchServicesOfTone(
  { api, perHour, poller }: Reach,
  client: QueryClient,
  environmentId: string,
  tone: Tone,
): Promise<FoundServices> {
  const spare = spareBudgetOf(perHour, poller.plannedPerHour, api.source);
  const fetchSpare = async <T, K extends QueryKey>(query: FetchQueryOptions<T, ApiError, T, K>) => {
    const now = Date.now();
    if (spare.waitMs(now) > 0) return undefined;
    spare.spend(now);
    return client.fetchQuery(query);
  };
  // The environment has just changed, so an answer of the details from before is outdated.
  const statuses = await fetchSpare({ ...serviceStatusQuery(api, environmentId), staleTime: 0 });
  const all = statuses?.services ?? [];
  const withoutState = all.filter((service) => service.state === undefined && !hasNoStates(service));
  const unread = withoutState.length + (statuses?.unread ?? 0);
  const matching = all.filter(({ state }) => toneOf(state) === tone);
  if (matching.length === 0) return { services: [], unread };
  const names = serviceNameQuery(api, environmentId);
  const named = client.getQueryData(names.queryKey) ?? (await fetchSpare(names));
  const services = servicesOf(matching, named?.services ?? []).filter(({ state }) => toneOf(state) === tone);
  return { services, unread };
}
