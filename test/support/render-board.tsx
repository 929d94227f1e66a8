import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { createApiClient } from '#api/api-client.ts';
import { BoardPage } from '#app/board-page.tsx';
import { SessionProvider } from '#data/connection/session-provider.tsx';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

type Options = {
  readonly board?: Partial<Board>;
  /** A query string in place of a board. */
  readonly search?: string;
  readonly send?: typeof fetch;
  /** The `auth` of `config.json`. */
  readonly auth?: AppConfig['auth'];
  /** The `data` of `config.json`. */
  readonly data?: AppConfig['data'];
};

/** Renders the whole page over the real client and poll scheduler. `send` replaces the network. */
export function renderBoard({
  board = {},
  search,
  send = createSimulatedQovery(),
  auth = 'token',
  data,
}: Options = {}) {
  const ledger = createRequestLedger('test');
  const api = createApiClient({
    source: 'test',
    baseUrl: '/api',
    send,
    authorization: auth === 'gateway' ? undefined : 'Token test',
    reserveRequest: ledger.spend,
    onRemaining: ledger.syncRemaining,
    onRateLimited: ledger.blockFor,
    onGateway: ledger.disable,
  });
  const at = search === undefined ? boardLocation({ ...DEFAULT_BOARD, ...board }) : { search, hash: '' };
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter useTransitions={false} initialEntries={[{ pathname: '/', ...at }]}>
        <SessionProvider api={api} perHour={ledger.sustainablePerHour}>
          <BoardPage config={{ api: '/api', auth, data }} onForget={undefined} />
        </SessionProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
