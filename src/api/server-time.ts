import { createEmitter } from '#domain/emitter.ts';
import { type AnswerAge, ageSecondsIn, answerAge, unixTimeIn } from '#domain/environment/answer-age.ts';
import { clockAfter, dateIn, NO_SKEW, type ServerClock, type Skew, skewOf } from '#domain/server-clock.ts';

/** The clock of one server, measured from the headers of its responses. */
export type ServerTime = {
  /** Updates the clock from the headers of a response to `path`. Call it when they arrive. */
  readonly readHeaders: (path: string, headers: Headers) => void;
  /** Returns the age of a complete answer. `sentMs` is the `monotonicNow` at which its request was sent. */
  readonly ageOf: (headers: Headers, sentMs: number) => AnswerAge;
  /** Returns the skew of this computer's clock at the last response. */
  readonly skew: () => Skew;
  /** Calls `listener` after each response that changed the skew. Returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Milliseconds that never decrease, even when the clock is set back. They may stop while the machine sleeps. */
export const monotonicNow = (): number => performance.now();

/** Smaller changes, in milliseconds, come from rounded dates and slow networks, and are ignored. */
const NOTICEABLE_MS = 2_000;

/**
 * Creates the clock of one server. Once a gateway has sent `X-Gateway-Time`, this clock follows that header alone: `Date` is
 * the clock of one of several edges, which may disagree.
 */
export function createServerTime(): ServerTime {
  const emitter = createEmitter();
  let clock: ServerClock | undefined;
  let skew = NO_SKEW;
  let hasGatewayTime = false;
  const dateOf = (headers: Headers) => (hasGatewayTime ? null : headers.get('Date'));
  return {
    readHeaders(path, headers) {
      const gatewayMs = unixTimeIn(headers.get('X-Gateway-Time'));
      if (gatewayMs !== undefined && !hasGatewayTime) {
        hasGatewayTime = true;
        clock = undefined;
      }
      const dateMs = gatewayMs ?? dateIn(dateOf(headers));
      const atMs = monotonicNow();
      if (dateMs !== undefined)
        clock = clockAfter(clock, { path, dateMs, atMs, ageSeconds: ageSecondsIn(headers.get('Age')) });
      const next = skewOf(clock, atMs, Date.now());
      if (next.isCertain === skew.isCertain && Math.abs(next.ms - skew.ms) <= NOTICEABLE_MS) return;
      skew = next;
      emitter.notify();
    },
    ageOf: (headers, sentMs) =>
      answerAge(
        clock,
        {
          age: headers.get('Age'),
          date: dateOf(headers),
          fetchedAt: headers.get('X-Fetched-At'),
          gatewayTime: headers.get('X-Gateway-Time'),
        },
        { sentMs, arrivedMs: monotonicNow(), wallMs: Date.now() },
      ),
    skew: () => skew,
    subscribe: emitter.subscribe,
  };
}
