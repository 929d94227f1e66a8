import { useMemo, useRef, useSyncExternalStore } from 'react';
import { subscribeToClock } from '#browser/use-now.ts';
import { useSession } from '#data/session.ts';

/**
 * With nothing heard, the time alone makes a reading late, a deployment stuck or a snooze end: in minutes, so a look through
 * thousands of environments each second would find nothing in all but a few.
 */
const MIN_TICK_MS = 5_000;

/**
 * Something made of what was heard, some answers at a time: many that come together are painted together. `make` is
 * another function once anything else has changed that it looks at.
 */
export function useBatchedSnapshot<T>(make: () => T): T {
  const { poller, readings, histories } = useSession();
  const last = useRef<{ readonly make: () => T; readonly made: T }>(undefined);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let lookedAt = Date.now();
      const update = () => {
        timer = undefined;
        last.current = undefined;
        lookedAt = Date.now();
        listener();
      };
      const schedule = () => {
        if (poller.getSnapshot().expectsMore) {
          timer ??= setTimeout(update, readings.batchMs());
          return;
        }
        // The last of many, or the only one: nothing else is worth waiting for.
        clearTimeout(timer);
        timer = setTimeout(update);
      };
      // A clock that was set back makes it look as well.
      const onTick = () => Math.abs(Date.now() - lookedAt) >= MIN_TICK_MS && schedule();
      // What was heard between drawing and listening is looked at now.
      last.current = undefined;
      const stopPoller = poller.subscribe(schedule);
      const stopHistories = histories.subscribe(schedule);
      const stopClock = subscribeToClock(onTick);
      return () => {
        clearTimeout(timer);
        stopPoller();
        stopHistories();
        stopClock();
      };
    },
    [poller, readings, histories],
  );
  return useSyncExternalStore(subscribe, () => {
    if (last.current?.make !== make) last.current = { make, made: make() };
    return last.current.made;
  });
}
