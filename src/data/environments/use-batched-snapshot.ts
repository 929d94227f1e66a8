import { useMemo, useRef, useSyncExternalStore } from 'react';
import { serverNow } from '#browser/server-now.ts';
import { subscribeToClock } from '#browser/use-now.ts';
import { useSession } from '#data/session.ts';

/**
 * Least milliseconds between two updates that only the clock causes. Without a response, time alone makes a reading late, a
 * deployment stuck or a snooze end. Each takes minutes, so an update every second would rebuild thousands in vain.
 */
const MIN_TICK_MS = 5_000;

/**
 * Returns the value that `build` makes from the session's state, and batches responses into one render. Pass another
 * `build` function whenever one of its other inputs changes: the value is cached by the function's identity. `changesAt`
 * returns the server's time until which the clock alone does not change the value: by default it may at any time. Pass the
 * same function at each render.
 */
export function useBatchedSnapshot<T>(build: () => T, changesAt = serverNow): T {
  const { poller, readings, histories } = useSession();
  const last = useRef<{ readonly build: () => T; readonly value: T }>(undefined);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let updatedAt = Date.now();
      let hasNewHistory = false;
      const update = () => {
        timer = undefined;
        hasNewHistory = false;
        last.current = undefined;
        updatedAt = Date.now();
        listener();
      };
      const schedule = () => {
        if (poller.getSnapshot().expectsMore) {
          timer ??= setTimeout(update, readings.batchMs());
          return;
        }
        // The last response of a round, or the only one, is rendered at once.
        clearTimeout(timer);
        timer = setTimeout(update);
      };
      // Up to four histories arrive each second. They wait for the tick, which changes ages and so paints in any case.
      const onHistory = () => {
        hasNewHistory = true;
      };
      const onTick = () => {
        const passedMs = Date.now() - updatedAt;
        // Negative after the clock was set back.
        const hasTimePassed = Math.abs(passedMs) >= MIN_TICK_MS && (passedMs < 0 || serverNow() >= changesAt());
        if (hasNewHistory || hasTimePassed) schedule();
      };
      // A response may arrive between render and subscription, so the cached value is dropped.
      last.current = undefined;
      const stopPoller = poller.subscribe(schedule);
      const stopHistories = histories.subscribe(onHistory);
      const stopClock = subscribeToClock(onTick);
      return () => {
        clearTimeout(timer);
        stopPoller();
        stopHistories();
        stopClock();
      };
    },
    [poller, readings, histories, changesAt],
  );
  return useSyncExternalStore(subscribe, () => {
    if (last.current?.build !== build) last.current = { build, value: build() };
    return last.current.value;
  });
}
