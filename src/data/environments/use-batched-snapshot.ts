import { useMemo, useRef, useSyncExternalStore } from 'react';
import { subscribeToClock } from '#browser/use-now.ts';
import { useSession } from '#data/session.ts';

/**
 * With nothing heard, the time alone makes a reading late, a deployment stuck or a snooze end: in minutes, so a look through
 * thousands of environments each second would find nothing in all but a few.
 */
const LOOK_EVERY_MS = 5_000;

/**
 * Something made of what was heard, some answers at a time: many that come together are painted together. `make` is
 * another function once anything else has changed that it looks at.
 */
export function useGathered<T>(make: () => T): T {
  const { poller, book, histories } = useSession();
  const last = useRef<{ readonly make: () => T; readonly made: T }>(undefined);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let lookedAt = Date.now();
      const look = () => {
        timer = undefined;
        last.current = undefined;
        lookedAt = Date.now();
        listener();
      };
      const soon = () => {
        if (poller.getSnapshot().expectsMore) {
          timer ??= setTimeout(look, book.gatherMs());
          return;
        }
        // The last of many, or the only one: nothing else is worth waiting for.
        clearTimeout(timer);
        timer = setTimeout(look);
      };
      // A clock that was set back makes it look as well.
      const onTick = () => Math.abs(Date.now() - lookedAt) >= LOOK_EVERY_MS && soon();
      // What was heard between drawing and listening is looked at now.
      last.current = undefined;
      const stopPoller = poller.subscribe(soon);
      const stopKeeper = histories.subscribe(soon);
      const stopClock = subscribeToClock(onTick);
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
