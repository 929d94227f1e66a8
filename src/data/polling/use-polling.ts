import { useSyncExternalStore } from 'react';
import { useSession } from '#data/session.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';

/** Returns the polling state. The caller renders again after each request; use `usePollingSelector` where possible. */
export function usePolling(): PollingState {
  const { poller } = useSession();
  return useSyncExternalStore(poller.subscribe, poller.getSnapshot);
}

/** Returns a value made of the polling state. The caller renders again only when the value changes. */
export function usePollingSelector<T extends string | number | boolean | undefined>(
  make: (polling: PollingState) => T,
): T {
  const { poller } = useSession();
  return useSyncExternalStore(poller.subscribe, () => make(poller.getSnapshot()));
}
