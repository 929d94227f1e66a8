import { useSyncExternalStore } from 'react';
import { useSession } from '#data/session.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';

/** How polling goes. Renders again with each request: only for what shows that. */
export function usePolling(): PollingState {
  const { poller } = useSession();
  return useSyncExternalStore(poller.subscribe, poller.getSnapshot);
}

/** Something made of how polling goes. Renders again only when that changes, so make a text, a number or a yes or no. */
export function usePollingSelector<T extends string | number | boolean | undefined>(
  make: (polling: PollingState) => T,
): T {
  const { poller } = useSession();
  return useSyncExternalStore(poller.subscribe, () => make(poller.getSnapshot()));
}
