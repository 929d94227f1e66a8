import { useSyncExternalStore } from 'react';
import type { Transition } from '#domain/moments.ts';
import { useSession } from './session.ts';

/** The changes of state of one environment that this browser saw, oldest first. */
export function useTransitions(environmentId: string): readonly Transition[] {
  const { book, poller } = useSession();
  return useSyncExternalStore(poller.subscribe, () => book.transitionsOf(environmentId));
}
