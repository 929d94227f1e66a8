import { useMemo, useRef, useSyncExternalStore } from 'react';
import { useAsked } from './api-context.tsx';
import { subscribeToClock } from './use-now.ts';

/**
 * Something made of what was heard, some answers at a time: many that come together are painted together. `make` is
 * another function once anything else has changed that it looks at.
 */
export function useGathered<T>(make: () => T): T {
  const { poller, book, histories } = useAsked();
  const last = useRef<{ readonly make: () => T; readonly made: T }>(undefined);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          last.current = undefined;
          listener();
        }, book.gatherMs());
      };
      // What was heard between drawing and listening is looked at now.
      last.current = undefined;
      const stopPoller = poller.subscribe(soon);
      const stopKeeper = histories.subscribe(soon);
      const stopClock = subscribeToClock(soon);
      return () => {
        clearTimeout(timer);
        stopPoller();
        stopKeeper();
        stopClock();
      };
    },
    [poller, book, histories],
  );
  return useSyncExternalStore(subscribe, () => {
    if (last.current?.make !== make) last.current = { make, made: make() };
    return last.current.made;
  });
}
