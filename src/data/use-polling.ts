import { useSyncExternalStore } from 'react';
import { useAsked } from './api-context.tsx';
import type { Polling } from './poller.ts';

/** How polling goes. Renders again with each request: only for what shows that. */
export function usePolling(): Polling {
  const { poller } = useAsked();
  return useSyncExternalStore(poller.subscribe, poller.getSnapshot);
}
