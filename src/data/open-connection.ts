import type { QueryClient } from '@tanstack/react-query';
import { type ApiClient, createApiClient } from '#api/client.ts';
import { fingerprint } from '#domain/fingerprint.ts';
import type { Credential } from '#domain/token.ts';
import { openTabTeamSoon } from './lazy-team.ts';
import { openLedger } from './ledger.ts';
import type { BoardPoller } from './poller.ts';
import type { ReadingBook } from './reading-book.ts';
import type { TabTeam } from './tab-team.ts';

/** Who is asked, within which budget, and with which other tabs. */
export type Connection = {
  readonly api: ApiClient;
  /** Requests an hour that can be kept up. */
  readonly perHour: () => number;
  /** The other tabs of this browser that ask the same. */
  readonly openTeam: () => TabTeam;
  /** Where one poller does not do. */
  readonly openPoller?: (client: QueryClient, book: ReadingBook) => BoardPoller;
};

/** Asks an API with one token, or without where the server holds it. */
export function openConnection(api: string, credential?: Credential, source = api): Connection {
  const name = credential ? fingerprint(credential.value) : api;
  const ledger = openLedger(name);
  const client = createApiClient({
    source,
    readers: name,
    baseUrl: api,
    authorization: credential && `${credential.scheme} ${credential.value}`,
    spend: ledger.spend,
    onRemaining: ledger.believe,
    onRateLimited: ledger.rest,
    onGateway: ledger.leaveToGateway,
  });
  return { api: client, perHour: ledger.sustainablePerHour, openTeam: () => openTabTeamSoon(name) };
}
