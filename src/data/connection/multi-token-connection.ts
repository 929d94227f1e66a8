import type { QueryClient } from '@tanstack/react-query';
import { apiScope } from '#data/api-scope.ts';
import { directoryQuery } from '#data/directory/directory-queries.ts';
import { PollScheduler } from '#data/polling/poll-scheduler.ts';
import { singleTab } from '#data/tabs/tab-coordinator.ts';
import { TokenOwners } from '#data/tokens/token-owners.ts';
import type { Directory } from '#domain/environment/directory.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { type Connection, createConnection } from './connection.ts';
import { createMultiTokenClient } from './multi-token-client.ts';
import { MultiTokenPoller, type TokenPoller } from './multi-token-poller.ts';

/** Creates one connection over several tokens. Each token has its own budget; responses show its access. */
export function createMultiTokenConnection(baseUrl: string, credentials: readonly Credential[]): Connection {
  const source = apiScope();
  let names = (): Directory | undefined => undefined;
  let pollers: readonly (TokenPoller & { readonly perHour: () => number })[] = [];
  const owners = new TokenOwners(() => names());
  const tokens = credentials.map((credential) => {
    const key = fingerprint(credential.value);
    // Each token's API has its own name, so that no cache mixes the responses of two tokens.
    const own = createConnection(baseUrl, credential, `${source}#${key}`);
    return { key, isPolicy: credential.value.startsWith('sk-qov-'), ...own };
  });
  const tokenScope = tokens.map(({ key }) => key).join(' ');
  const api = createMultiTokenClient({ source, tokenScope, tokens, owners });
  const openPoller: Connection['openPoller'] = (client: QueryClient, readings) => {
    const { queryKey } = directoryQuery(api);
    names = () => client.getQueryData(queryKey);
    pollers = tokens.map(({ key, isPolicy, api: own, perHour, openTabs }) => ({
      key,
      isPolicy,
      perHour,
      poller: new PollScheduler({ client, api: own, readings, tabs: openTabs(), perHour }),
    }));
    return new MultiTokenPoller(pollers, owners);
  };
  // Any token may fetch a history, so the token with the least remaining budget decides.
  const perHour = () => Math.min(...pollers.map((one) => one.perHour() - one.poller.plannedPerHour()));
  return { api, perHour, openTabs: singleTab, openPoller };
}
