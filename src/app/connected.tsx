import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type ApiClient, createApiClient } from '#api/client.ts';
import { ApiProvider } from '#data/api-context.tsx';
import { openTabTeamSoon } from '#data/lazy-team.ts';
import { type LedgerBook, openLedger } from '#data/ledger.ts';
import type { TabTeam } from '#data/tab-team.ts';
import { useBoardAddress } from '#data/use-board-address.ts';
import type { AppConfig } from '#domain/config.ts';
import { type Credential, fingerprint } from '#domain/token.ts';
import { BoardPage } from './board-page.tsx';

type Connection = { readonly api: ApiClient; readonly ledger: LedgerBook; readonly openTeam: () => TabTeam };

function Connected({ connect, children }: { readonly connect: () => Connection; readonly children: ReactNode }) {
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

const DEMO: AppConfig = { api: '/api', auth: 'demo' };

type Demo = { readonly send: typeof fetch; readonly pins: readonly string[] };

async function loadDemo(): Promise<Demo> {
  const [{ createSimulatedQovery }, { demoPins }] = await Promise.all([
    import('#api/demo/simulated-qovery.ts'),
    import('#api/demo/demo-board.ts'),
  ]);
  return { send: createSimulatedQovery(), pins: demoPins() };
}

/** A board over the simulated Qovery, which is loaded only here and runs in the page. */
export function DemoBoard({ onLeave }: { readonly onLeave: (() => void) | undefined }) {
  const { board, change } = useBoardAddress();
  const [demo, setDemo] = useState<Demo>();
  useEffect(() => {
    void loadDemo().then(setDemo);
  }, []);
  const isEmpty = demo !== undefined && board.pins.length === 0 && board.name === '';
  useEffect(() => {
    if (!isEmpty) return;
    const pins = demo.pins.map((id) => ({ kind: 'environment' as const, id }));
    change({ name: 'Demo board', pins }, { replace: true });
  }, [isEmpty, demo, change]);
  const connect = useMemo(
    () => () => {
      const ledger = openLedger('demo');
      const api = createApiClient({ source: 'demo', baseUrl: '/api', send: demo?.send ?? fetch, spend: ledger.spend });
      return { api, ledger, openTeam: () => openTabTeamSoon('demo') };
    },
    [demo],
  );
  if (!demo || isEmpty) return <p className="p-8 text-mute">Loading the demo…</p>;
  return (
    <Connected connect={connect}>
      <BoardPage config={DEMO} onForget={onLeave} />
    </Connected>
  );
}
