import type { QueryClient } from '@tanstack/react-query';
import { type ApiClient, createApiClient } from '#api/api-client.ts';
import { createServerTime, type ServerTime } from '#api/server-time.ts';
import { fetchFromPage } from '#browser/page-address.ts';
import { apiScope } from '#data/api-scope.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import type { ReadingStore } from '#data/readings/reading-store.ts';
import type { Poller } from '#data/session.ts';
import { openTabCoordinator, type TabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';

/** An API with its token, its request budget, and the coordination with the other tabs. */
export type Connection = {
  readonly api: ApiClient;
  /** Requests an hour that the budget allows from now on. */
  readonly perHour: () => number;
  /** Joins the tabs of this browser that use the same API and token. */
  readonly openTabs: () => TabCoordinator;
  /** Opens the poller of several tokens; absent for one token. */
  readonly openPoller?: (client: QueryClient, readings: ReadingStore) => Poller;
};

/** Server times by API identity, for the life of the page: the first request and the board share one. */
const times = new Map<string, ServerTime>();

function timeOf(api: string): ServerTime {
  const time = times.get(api) ?? createServerTime();
  times.set(api, time);
  return time;
}

/**
 * Creates a connection with one token, or without a token if the server holds it. `baseUrl` is the API's address as
 * `config.json` names it; `source` names the API in storage, locks and channels.
 */
export function createConnection(baseUrl: string, credential?: Credential, source = apiScope()): Connection {
  const print = credential ? fingerprint(credential.value) : undefined;
  const name = print === undefined ? apiScope() : `${apiScope()}#${print}`;
  const ledger = createRequestLedger(name, { oldName: print ?? baseUrl });
  const client = createApiClient({
    source,
    tokenScope: print ?? '',
    baseUrl,
    time: timeOf(apiScope()),
    send: fetchFromPage,
    authorization: credential && `${credential.scheme} ${credential.value}`,
    reserveRequest: ledger.spend,
    onRemaining: ledger.syncRemaining,
    onRateLimited: ledger.blockFor,
    onGateway: ledger.disable,
  });
  return { api: client, perHour: ledger.sustainablePerHour, openTabs: () => openTabCoordinator(name) };
}
