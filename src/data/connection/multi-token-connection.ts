import type { QueryClient } from '@tanstack/react-query';
import { apiScope } from '#data/api-scope.ts';
import { directoryQuery } from '#data/directory/directory-queries.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { loneTab } from '#data/tabs/tab-coordinator.ts';
import { TokenOwners } from '#data/tokens/token-owners.ts';
import type { Directory } from '#domain/environment/directory.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { type Connection, openConnection } from './connection.ts';
import { createClientRing } from './multi-token-client.ts';
import { PollerRing, type TokenPoller } from './multi-token-poller.ts';

/** One connection over several tokens: what each may see, and the hour of each, are found out and kept apart. */
export function openRing(baseUrl: string, credentials: readonly Credential[]): Connection {
  const source = apiScope();
  let names = (): Directory | undefined => undefined;
  let pollers: readonly (TokenPoller & { readonly perHour: () => number })[] = [];
  const owners = new TokenOwners(() => names());
  const tokens = credentials.map((credential) => {
    const key = fingerprint(credential.value);
    // Named apart, so that an answer to one token is never taken for an answer to another.
    const own = openConnection(baseUrl, credential, `${source}#${key}`);
    return { key, isPolicy: credential.value.startsWith('sk-qov-'), ...own };
  });
  const readers = tokens.map(({ key }) => key).join(' ');
  const api = createClientRing({ source, readers, tokens, owners });
  const openPoller: Connection['openPoller'] = (client: QueryClient, book) => {
    const { queryKey } = directoryQuery(api);
    names = () => client.getQueryData(queryKey);
    pollers = tokens.map(({ key, isPolicy, api: own, perHour, openTeam }) => ({
      key,
      isPolicy,
      perHour,
      poller: new PollScheduler({ client, api: own, book, team: openTeam(), perHour }),
    }));
    return new PollerRing(pollers, owners);
  };
  // For past deployments, which may be of any token: what the busiest one has left.
  const perHour = () => Math.min(...pollers.map((one) => one.perHour() - one.poller.plannedPerHour()));
  return { api, perHour, openTeam: loneTab, openPoller };
}
