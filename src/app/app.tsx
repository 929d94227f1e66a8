import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { canRewriteHistory } from '#browser/history.ts';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { enterApi, forgetAllTokens, onTokenDrop, useStoredAccess } from '#data/tokens/credential-store.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { PART_PAGE } from '#messages/errors.ts';
import { SlowPart } from '#ui/part-boundary.tsx';
import { AppErrorBoundary } from './app-error-boundary.tsx';
import { LiveSession } from './live-session.tsx';

const ConnectPage = lazyComponent(() => import('./connect-page.tsx').then((part) => part.ConnectPage));
const MemoryAddress = lazyComponent(() => import('./memory-router.tsx').then((part) => part.MemoryRouter));
const DemoBoard = lazyComponent(() => import('./demo-session.tsx').then((part) => part.DemoSession));

function Screen({ config }: { readonly config: AppConfig }) {
  const connection = useStoredAccess();
  if (config.auth === 'demo') {
    return config.api.startsWith('/') ? <LiveSession config={config} /> : <DemoBoard onLeave={undefined} />;
  }
  if (config.auth === 'gateway') return <LiveSession config={config} />;
  if (connection?.kind === 'demo') return <DemoBoard onLeave={forgetAllTokens} />;
  if (!connection) {
    return <ConnectPage api={config.api} />;
  }
  return <LiveSession config={config} credentials={connection.credentials} onForget={forgetAllTokens} />;
}

/** Persists the board in the address, or in memory where the browser refuses to let the page write its address. */
function Router({ children }: { readonly children: ReactNode }) {
  const [isWritable] = useState(canRewriteHistory);
  // Without `basename`: it would drop the folder's trailing slash, and a reload would not find its files.
  if (isWritable) return <BrowserRouter useTransitions={false}>{children}</BrowserRouter>;
  return (
    <Suspense>
      <MemoryAddress>{children}</MemoryAddress>
    </Suspense>
  );
}

type Props = {
  readonly config: AppConfig;
  /** Its cache already holds the responses to the requests that `main.tsx` sent. */
  readonly client: QueryClient;
};

export function App({ config, client }: Props) {
  useState(() => enterApi(config));
  // Responses to a dropped token must not be shown under another token.
  useEffect(() => onTokenDrop(() => client.clear()), [client]);
  return (
    <AppErrorBoundary>
      <QueryClientProvider client={client}>
        <Router>
          <Suspense fallback={<SlowPart name={PART_PAGE} />}>
            <Screen config={config} />
          </Suspense>
        </Router>
      </QueryClientProvider>
    </AppErrorBoundary>
  );
}
