import { useEffect, useState } from 'react';
import { createApiClient } from '#api/api-client.ts';
import { lastOpened } from '#data/boards/saved-boards.ts';
import { useBoardAddress } from '#data/boards/use-board-url.ts';
import { openLedger } from '#data/polling/request-ledger.ts';
import { openTabTeam } from '#data/tabs/tab-coordinator.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { BoardPage } from './board-page.tsx';
import { Connected } from './live-session.tsx';

const DEMO: AppConfig = { api: '/api', auth: 'demo' };

function connect() {
  const ledger = openLedger('demo');
  const api = createApiClient({
    source: 'demo',
    baseUrl: '/api',
    send: createSimulatedQovery(),
    spend: ledger.spend,
  });
  return { api, perHour: ledger.sustainablePerHour, openTeam: () => openTabTeam('demo') };
}

/** A board over the simulated Qovery, which comes with this file alone and runs in the page. */
export function DemoBoard({ onLeave }: { readonly onLeave: (() => void) | undefined }) {
  const { board, change } = useBoardAddress();
  // A board of the reader's own opens by itself.
  const [hasOwn] = useState(() => lastOpened('demo') !== undefined);
  const isEmpty = board.pins.length === 0 && board.name === '' && !hasOwn;
  useEffect(() => {
    if (!isEmpty) return;
    const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
    change({ name: 'Demo board', pins }, { replace: true });
  }, [isEmpty, change]);
  if (isEmpty) return null;
  return (
    <Connected connect={connect}>
      <BoardPage config={DEMO} onForget={onLeave} />
    </Connected>
  );
}
