import { useSyncExternalStore } from 'react';
import { useClockText, useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { runningSince } from '#domain/environment/deployment.ts';
import { type CheckedKind, type LastChecked, lastChecked } from '#domain/environment/last-checked.ts';
import type { Transition } from '#domain/environment/observation.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { ageChangesAt } from '#domain/shown-time.ts';

/** Returns the changes of state that this browser has observed of one environment, oldest first. */
export function useTransitions(environmentId: string): readonly Transition[] {
  const { readings, poller } = useSession();
  return useSyncExternalStore(poller.subscribe, () => readings.transitionsOf(environmentId));
}

/**
 * Returns a time as text in the user's format, and updates it without requests. `at` and `now` are in epoch
 * milliseconds.
 */
export function useTimeText<T extends string | boolean>(
  at: number,
  format: (at: number, now: number, timeFormat: TimeFormat) => T,
): T {
  const timeFormat = useSettings();
  return useNow((now) => format(at, now, timeFormat));
}

/** Returns the props of `TimeAgo` for a time in epoch milliseconds. `format` writes the text, which the clock updates. */
export function useTimeAgo(at: number, format: (at: number, now: number, timeFormat: TimeFormat) => string) {
  const timeFormat = useSettings();
  return {
    at,
    timeZone: timeFormat.timeZone,
    textRef: useClockText<HTMLTimeElement>((now) => format(at, now, timeFormat), {
      changesAt: (now) => ageChangesAt(at, now),
    }),
  };
}

type CheckedFormat = (checked: LastChecked, now: number, timeFormat: TimeFormat) => string;

/**
 * Like `useLastChecked`, for a component that shows the text alone: `textRef` is for an element without children, into
 * which the clock writes the text.
 */
export function useCheckedClock(environment: BoardEnvironment, format: CheckedFormat) {
  const { readings } = useSession();
  const timeFormat = useSettings();
  const read = () => lastChecked(environment, readings.observationOf(environment.id));
  return {
    kind: useCheckedKind(environment),
    textRef: useClockText<HTMLSpanElement>((now) => format(read(), now, timeFormat), {
      source: () => readings.observationOf(environment.id),
      changesAt(now) {
        const { at } = read();
        return at === undefined ? Number.POSITIVE_INFINITY : ageChangesAt(at, now);
      },
    }),
  };
}

/** Returns how the time of an environment's last answer is shown. */
export function useCheckedKind(environment: BoardEnvironment): CheckedKind {
  const { readings } = useSession();
  return useNow(() => lastChecked(environment, readings.observationOf(environment.id)).kind);
}

/** Returns when an environment was last checked, or since when its checks fail. The text updates without requests. */
export function useLastChecked(
  environment: BoardEnvironment,
  format: CheckedFormat,
): { readonly kind: CheckedKind; readonly text: string } {
  const { readings } = useSession();
  const timeFormat = useSettings();
  const read = () => lastChecked(environment, readings.observationOf(environment.id));
  const kind = useNow(() => read().kind);
  const text = useNow((now) => format(read(), now, timeFormat));
  return { kind, text };
}

/** Returns the start of the running deployment, in epoch milliseconds; undefined without one, or if it is unknown. */
export function useRunningSince({ id, status, history }: BoardEnvironment): number | undefined {
  const { readings } = useSession();
  return runningSince(status, history, readings.observationOf(id)?.transitions);
}
