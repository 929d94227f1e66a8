import type { QueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { ConfigReading } from '#api/load-app-config.ts';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { App } from './app.tsx';
import { AppErrorBoundary } from './app-error-boundary.tsx';

const BrokenConfigPage = lazyComponent(() =>
  import('./invalid-config-page.tsx').then((part) => part.InvalidConfigPage),
);

export type Configured = {
  /** The settings of the first load. */
  readonly reading: ConfigReading;
  readonly client: QueryClient;
  /** Loads the settings again. Never rejects. */
  readonly retry: () => Promise<ConfigReading>;
};

/** Renders the app with its settings; while they are unusable, a page that reports this and loads them again. */
export function ConfiguredPage({ reading: first, client, retry }: Configured) {
  const [reading, setReading] = useState(first);
  if (reading.kind === 'config') return <App config={reading.config} client={client} />;
  return (
    <AppErrorBoundary>
      <Suspense>
        <BrokenConfigPage reading={reading} retry={retry} onReading={setReading} />
      </Suspense>
    </AppErrorBoundary>
  );
}
