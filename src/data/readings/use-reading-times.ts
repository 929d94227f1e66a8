import { useSyncExternalStore } from 'react';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { runningSince } from '#domain/environment/deployment.ts';
import { type HeardKind, type LastHeard, lastHeard } from '#domain/environment/last-checked.ts';
import type { Transition } from '#domain/environment/observation.ts';
import type { Telling } from '#domain/settings.ts';

/** The changes of state of one environment that this browser saw, oldest first. */
export function useTransitions(environmentId: string): readonly Transition[] {
  const { book, poller } = useSession();
  return useSyncExternalStore(poller.subscribe, () => book.transitionsOf(environmentId));
}

/** A moment in words, as the reader wants it told, ticking without requests. `at` and `now` are in epoch milliseconds. */
export function useTold<T extends string | boolean>(
  at: number,
  tell: (at: number, now: number, telling: Telling) => T,
): T {
  const telling = useSettings();
  return useNow((now) => tell(at, now, telling));
}

/** When an environment was last heard, or since when it is not: what can be said of it, and in words, which tick. */
export function useLastHeard(
  watched: WatchedEnvironment,
  tell: (heard: LastHeard, now: number, telling: Telling) => string,
): { readonly kind: HeardKind; readonly told: string } {
  const { book } = useSession();
  const telling = useSettings();
  const look = () => lastHeard(watched, book.momentsOf(watched.id));
  const kind = useNow(() => look().kind);
  const told = useNow((now) => tell(look(), now, telling));
  return { kind, told };
}

/** Since when the environment's deployment runs, in epoch milliseconds; undefined when none does, or nobody knows. */
export function useRunningSince({ id, status, history }: WatchedEnvironment): number | undefined {
  const { book } = useSession();
  return runningSince(status, history, book.momentsOf(id)?.transitions);
}
