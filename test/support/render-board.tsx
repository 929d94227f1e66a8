import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { createApiClient } from '#api/api-client.ts';
import { BoardPage } from '#app/board-page.tsx';
import { SessionProvider } from '#data/connection/session-provider.tsx';
import { openLedger } from '#data/polling/request-ledger.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { type BoardAddress, DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

type Options = {
  readonly board?: Partial<BoardAddress>;
  /** A raw query string, instead of a board. */
  readonly search?: string;
  readonly send?: typeof fetch;
  /** Who holds the token. */
  readonly auth?: AppConfig['auth'];
};

/** The whole page over the real client and poller; `send` stands in for the network. */
export function renderBoard({ board = {}, search, send = createSimulatedQovery(), auth = 'token' }: Options = {}) {
  const ledger = openLedger('test');
  const api = createApiClient({
    source: 'test',
    baseUrl: '/api',
    send,
    spend: ledger.spend,
    onRemaining: ledger.believe,
    onRateLimited: ledger.rest,
    onGateway: ledger.leaveToGateway,
  });
  const at = search === undefined ? boardLocation({ ...DEFAULT_BOARD, ...board }) : { search, hash: '' };
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={[{ pathname: '/', ...at }]}>
        <SessionProvider api={api} perHour={ledger.sustainablePerHour}>
          <BoardPage config={{ api: '/api', auth }} onForget={undefined} />
        </SessionProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
