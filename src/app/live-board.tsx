import { type ReactNode, useMemo } from 'react';
import { type ApiClient, createApiClient } from '#api/client.ts';
import { ApiProvider } from '#data/api-context.tsx';
import { openTabTeamSoon } from '#data/lazy-team.ts';
import { type LedgerBook, openLedger } from '#data/ledger.ts';
import type { TabTeam } from '#data/tab-team.ts';
import type { AppConfig } from '#domain/config.ts';
import { fingerprint } from '#domain/fingerprint.ts';
import type { Credential } from '#domain/token.ts';
import { BoardPage } from './board-page.tsx';

type Connection = { readonly api: ApiClient; readonly ledger: LedgerBook; readonly openTeam: () => TabTeam };

/** Polls what `connect` opens, for as long as it is mounted. */
export function Connected({ connect, children }: { readonly connect: () => Connection; readonly children: ReactNode }) {
  const { api, ledger, openTeam } = useMemo(connect, [connect]);
  return (
    <ApiProvider api={api} perHour={ledger.sustainablePerHour} openTeam={openTeam}>
      {children}
    </ApiProvider>
  );
}

type LiveProps = { readonly config: AppConfig; readonly credential?: Credential; readonly onForget?: () => void };

/** A board over HTTP: with the reader's token, or without one where the server holds it. */
export function LiveBoard({ config, credential, onForget }: LiveProps) {
  const connect = useMemo(
    () => () => {
      const token = credential ? fingerprint(credential.value) : config.api;
      const ledger = openLedger(token);
      const api = createApiClient({
        source: config.api,
        baseUrl: config.api,
        authorization: credential && `${credential.scheme} ${credential.value}`,
        spend: ledger.spend,
        onRemaining: ledger.believe,
        onRateLimited: ledger.rest,
        onGateway: ledger.leaveToGateway,
      });
      return { api, ledger, openTeam: () => openTabTeamSoon(token) };
    },
    [config, credential],
  );
  return (
    <Connected connect={connect}>
      <BoardPage config={config} onForget={onForget} />
    </Connected>
  );
}
