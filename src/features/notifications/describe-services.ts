import type { QueryClient } from '@tanstack/react-query';
import { fetchServicesOfTone } from '#data/history/failing-services.ts';
import type { Session } from '#data/session.ts';
import { servicesText } from '#messages/failed-services.ts';

/** The session and the cache with which the services are requested. */
export type Reach = { readonly session: Session; readonly client: QueryClient };

/**
 * Returns the words that name the services of an environment with this tone, and count those that could not be read; an
 * empty text when none is known.
 */
export async function describeServices(
  { session, client }: Reach,
  environmentId: string,
  tone: 'failing' | 'warning',
): Promise<string> {
  const { services, unread } = await fetchServicesOfTone(session, client, environmentId, tone);
  const names = services.flatMap(({ name }) => name ?? []);
  return servicesText(tone, names, { unnamed: services.length - names.length, unread });
}
