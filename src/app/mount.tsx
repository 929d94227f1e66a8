import type { QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { ConfigReading } from '#api/config.ts';
import { lazyPart } from '#browser/lazy-component.tsx';
import { App } from './app.tsx';
import { AppBoundary } from './app-boundary.tsx';

const BrokenConfigPage = lazyPart(() => import('./broken-config-page.tsx').then((part) => part.BrokenConfigPage));

/** Ends once what every board shows soon is here, and those who wait for it know; or cannot be had. */
export const soon = import('./soon.ts').then(
  () => new Promise<void>((resolve) => setTimeout(resolve)),
  () => {},
);

/** Draws the page. A file of its own: the first question is under way before this much script is read. */
export function mount(container: Element, reading: ConfigReading, client: QueryClient): void {
  const page =
    reading.kind === 'broken' ? (
      <AppBoundary>
        <Suspense>
          <BrokenConfigPage issue={reading.issue} />
        </Suspense>
      </AppBoundary>
    ) : (
      <App config={reading.config} client={client} />
    );
  createRoot(container).render(page);
}
