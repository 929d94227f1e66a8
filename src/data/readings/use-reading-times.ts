import { useSyncExternalStore } from 'react';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { runningSince } from '#domain/environment/deployment.ts';
import { type CheckedKind, type LastChecked, lastChecked } from '#domain/environment/last-checked.ts';
import type { Transition } from '#domain/environment/observation.ts';
import type { TimeFormat } from '#domain/settings.ts';

/** The changes of state of one environment that this browser saw, oldest first. */
export function useTransitions(environmentId: string): readonly Transition[] {
  const { readings, poller } = useSession();
  return useSyncExternalStore(poller.subscribe, () => readings.transitionsOf(environmentId));
}

/** A moment in words, as the reader wants it told, ticking without requests. `at` and `now` are in epoch milliseconds. */
export function useTimeText<T extends string | boolean>(
  at: number,
  format: (at: number, now: number, timeFormat: TimeFormat) => T,
): T {
  const timeFormat = useSettings();
  return useNow((now) => format(at, now, timeFormat));
}

/** When an environment was last heard, or since when it is not: what can be said of it, and in words, which tick. */
export function useLastChecked(
  environment: BoardEnvironment,
  format: (heard: LastChecked, now: number, timeFormat: TimeFormat) => string,
): { readonly kind: CheckedKind; readonly text: string } {
  const { readings } = useSession();
  const timeFormat = useSettings();
  const read = () => lastChecked(environment, readings.observationOf(environment.id));
  const kind = useNow(() => read().kind);
  const text = useNow((now) => format(read(), now, timeFormat));
  return { kind, text };
}

/** Since when the environment's deployment runs, in epoch milliseconds; undefined when none does, or nobody knows. */
export function useRunningSince({ id, status, history }: BoardEnvironment): number | undefined {
  const { readings } = useSession();
  return runningSince(status, history, readings.observationOf(id)?.transitions);
}
