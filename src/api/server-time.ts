import { type AnswerAge, ageSecondsIn, answerAge } from '#domain/environment/answer-age.ts';
import { clockAfter, dateIn, NO_SKEW, type ServerClock, type Skew, skewOf } from '#domain/server-clock.ts';

/** Time as one server tells it, for the life of the page. */
export type ServerTime = {
  /** Takes in the headers of a response to `path`, as they arrive. */
  readonly readHeaders: (path: string, headers: Headers) => void;
  /** How old an answer is now that it has arrived whole. `sentMs` is the monotonic moment of its request. */
  readonly ageOf: (headers: Headers, sentMs: number) => AnswerAge;
  /** How wrong this computer's clock was when the last response arrived. */
  readonly skew: () => Skew;
  /** Called after each response that changed the skew. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Milliseconds that only ever grow, whatever becomes of the clock. They may stand still while the machine sleeps. */
export const monotonicNow = (): number => performance.now();

/** A change of less than this, in milliseconds, is the rounding of dates and the slowness of networks. */
const NOTICEABLE_MS = 2_000;

export function createServerTime(): ServerTime {
  const listeners = new Set<() => void>();
  let clock: ServerClock | undefined;
  let skew = NO_SKEW;
  return {
    readHeaders(path, headers) {
      const dateMs = dateIn(headers.get('Date'));
      const atMs = monotonicNow();
      if (dateMs !== undefined)
        clock = clockAfter(clock, { path, dateMs, atMs, ageSeconds: ageSecondsIn(headers.get('Age')) });
      const next = skewOf(clock, atMs, Date.now());
      if (next.isCertain === skew.isCertain && Math.abs(next.ms - skew.ms) <= NOTICEABLE_MS) return;
      skew = next;
      for (const listener of listeners) listener();
    },
    ageOf: (headers, sentMs) =>
      answerAge(
        clock,
        { age: headers.get('Age'), date: headers.get('Date'), fetchedAt: headers.get('X-Fetched-At') },
        { sentMs, arrivedMs: monotonicNow(), wallMs: Date.now() },
      ),
    skew: () => skew,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
