import { useSyncExternalStore } from 'react';
import { useAsked } from './api-context.tsx';
import type { Polling } from './poller.ts';

/** How polling goes. Renders again with each request: only for what shows that. */
export function usePolling(): Polling {
  const { poller } = useAsked();
  return useSyncExternalStore(poller.subscribe, poller.getSnapshot);
}

/** Something made of how polling goes. Renders again only when that changes, so make a text, a number or a yes or no. */
export function usePolled<T extends string | number | boolean | undefined>(make: (polling: Polling) => T): T {
  const { poller } = useAsked();
  return useSyncExternalStore(poller.subscribe, () => make(poller.getSnapshot()));
}
