import { useEffect, useState } from 'react';
import { createApiClient } from '#api/api-client.ts';
import { lastOpened } from '#data/boards/saved-boards.ts';
import { useBoardUrl } from '#data/boards/use-board-url.ts';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import { openTabCoordinator } from '#data/tabs/tab-coordinator.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { BoardPage } from './board-page.tsx';
import { ConnectedSession } from './live-session.tsx';

const DEMO: AppConfig = { api: '/api', auth: 'demo' };

function connect() {
  const ledger = createRequestLedger('demo');
  const api = createApiClient({
    source: 'demo',
    baseUrl: '/api',
    send: createSimulatedQovery(),
    reserveRequest: ledger.spend,
  });
  return { api, perHour: ledger.sustainablePerHour, openTabs: () => openTabCoordinator('demo') };
}

/** Renders a board over the simulated API, which runs in the page. Only this file imports the simulator. */
export function DemoSession({ onLeave }: { readonly onLeave: (() => void) | undefined }) {
  const { board, change } = useBoardUrl();
  // If the user has a saved board, that board opens by itself.
  const [hasOwn] = useState(() => lastOpened('demo') !== undefined);
  const isEmpty = board.pins.length === 0 && board.name === '' && !hasOwn;
  useEffect(() => {
    if (!isEmpty) return;
    const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
    change({ name: 'Demo board', pins }, { replace: true });
  }, [isEmpty, change]);
  if (isEmpty) return null;
  return (
    <ConnectedSession connect={connect}>
      <BoardPage config={DEMO} onForget={onLeave} />
    </ConnectedSession>
  );
}
