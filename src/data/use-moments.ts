import { runningSince } from '#domain/deployment.ts';
import { type HeardKind, lastHeard } from '#domain/last-heard.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { agoText, shortAge } from '#domain/time.ts';
import { useAsked } from './api-context.tsx';
import { useNow } from './use-now.ts';

const ABSOLUTE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

/** The date, time and zone of a moment, in the reader's own way. `at` is in epoch milliseconds. */
export const momentText = (at: number): string => ABSOLUTE.format(at);

/** `4 minutes ago`, ticking without requests. `at` is in epoch milliseconds. */
export const useAgo = (at: number): string => useNow((now) => agoText(at, now));

/** `4 m`, ticking without requests. `at` is in epoch milliseconds. */
export const useAge = (at: number): string => useNow((now) => shortAge(now - at));

/** When an environment was last heard, or since when it is not: what can be said of it, and the age, such as `3 m`. */
export function useLastHeard(watched: WatchedEnvironment): {
  readonly kind: HeardKind;
  readonly age: string | undefined;
} {
  const { book } = useAsked();
  const look = () => lastHeard(watched, book.momentsOf(watched.id)?.heardAt);
  const kind = useNow(() => look().kind);
  const age = useNow((now) => {
    const { at } = look();
    return at === undefined ? undefined : shortAge(now - at);
  });
  return { kind, age };
}

/** Since when the environment's deployment runs, in epoch milliseconds; undefined when none does, or nobody knows. */
export function useRunningSince({ id, status, history }: WatchedEnvironment): number | undefined {
  const { book } = useAsked();
  return runningSince(status, history, book.momentsOf(id)?.transitions);
}
