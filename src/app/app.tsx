import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { BrowserRouter } from 'react-router-dom';
import { forgetToken, useConnection } from '#data/connection.ts';
import type { AppConfig } from '#domain/config.ts';
import { DemoBoard, LiveBoard } from './connected.tsx';
import { CrashPage } from './crash-page.tsx';
import { ConnectPage } from './lazy-features.ts';

/** Works under any sub-path: the page's own folder is the root. */
const basename = (): string => location.pathname.slice(0, location.pathname.lastIndexOf('/')) || '/';

function Screen({ config }: { readonly config: AppConfig }) {
  const connection = useConnection();
  if (config.auth === 'demo') {
    return config.api.startsWith('/') ? <LiveBoard config={config} /> : <DemoBoard onLeave={undefined} />;
  }
  if (config.auth === 'gateway') return <LiveBoard config={config} />;
  if (connection?.kind === 'demo') return <DemoBoard onLeave={forgetToken} />;
  if (!connection) {
    return (
      <Suspense>
        <ConnectPage api={config.api} />
      </Suspense>
    );
  }
  return <LiveBoard config={config} credential={connection.credential} onForget={forgetToken} />;
}

export function App({ config }: { readonly config: AppConfig }) {
  const [client] = useState(() => new QueryClient());
  return (
    <ErrorBoundary FallbackComponent={CrashPage}>
      <QueryClientProvider client={client}>
        <BrowserRouter basename={basename()} useTransitions={false}>
          <Screen config={config} />
        </BrowserRouter>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
