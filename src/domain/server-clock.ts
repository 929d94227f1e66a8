/**
 * The server's clock, estimated from `Date` headers, relative to the page's monotonic clock, which no user can set.
 *
 * A `Date` header is never later than its arrival, so each is a lower bound of the server's time; the newest is the
 * best.
 */
export type ServerClock = {
  /**
   * Lower bound of server time minus monotonic time, in milliseconds. It decreases only when the server's clock is set
   * back.
   */
  readonly offsetMs: number;
  /** False while all answers came from a cache, as their `Age` header shows. */
  readonly isDirect: boolean;
  /** True once one path has answered with two consistent dates: a cached answer would repeat its date. */
  readonly isConfirmed: boolean;
  /** The first dated answer of a polled path, to be compared with the next one of the same path. */
  readonly witness: Witness | undefined;
  /** The last answer of a path whose dates lag and still advance, and the number of consecutive such answers. */
  readonly lagging?: (Witness & { readonly count: number }) | undefined;
};

type Witness = { readonly path: string; readonly dateMs: number; readonly atMs: number };

export type DatedAnswer = {
  readonly path: string;
  /** Time of its `Date` header, in epoch milliseconds. */
  readonly dateMs: number;
  /** Monotonic milliseconds at which its headers arrived. */
  readonly atMs: number;
  /** Seconds of its `Age` header; 0 where there is none. */
  readonly ageSeconds: number;
};

/** Smaller differences are ignored, in milliseconds: `Date` has whole seconds, and a request takes time. */
export const TOLERANCE_MS = 2_000;
/**
 * A time that is further ahead than this comes from before the clock was set back, in milliseconds. It exceeds the error
 * of the estimate, so that a new answer is not taken for one of the future.
 */
export const MAX_AHEAD_MS = 5_000;
/** The page reports a skew above this, in milliseconds. */
export const NOTABLE_SKEW_MS = 120_000;
/** This many consecutive lagging answers of one path prove that the server's clock was set back. */
const LAGGING_ANSWERS = 3;
/** Milliseconds after which a witness is replaced when its path was not requested again. */
const MAX_WITNESS_AGE_MS = 900_000;

/** The polled paths. Other paths are requested once, so they give no second date. */
const POLLED = /\/(?:status|overview)$/;

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Returns the epoch milliseconds of a `Date` header; undefined when it is absent or not an HTTP date. */
export function dateIn(header: string | null): number | undefined {
  const at = HTTP_DATE.test(header ?? '') ? Date.parse(header ?? '') : Number.NaN;
  return Number.isFinite(at) ? at : undefined;
}

/** Returns the clock after an answer. `before` is undefined for the first one. */
export function clockAfter(before: ServerClock | undefined, answer: DatedAnswer): ServerClock {
  const { path, dateMs, atMs, ageSeconds } = answer;
  const offsetMs = dateMs - atMs;
  const witness = POLLED.test(path) ? { path, dateMs, atMs } : undefined;
  const isDirect = ageSeconds === 0;
  if (before === undefined || offsetMs > before.offsetMs + TOLERANCE_MS) {
    return { offsetMs, isDirect, isConfirmed: false, witness };
  }
  const isLagging = offsetMs < before.offsetMs - TOLERANCE_MS;
  if (isLagging) {
    const lagging = laggingAfter(before, isDirect ? witness : undefined);
    if (lagging !== undefined && lagging.count >= LAGGING_ANSWERS)
      return { offsetMs, isDirect, isConfirmed: false, witness };
    return { ...before, lagging };
  }
  const clock = { ...before, offsetMs: Math.max(offsetMs, before.offsetMs) };
  if (!isDirect) return clock;
  const previous = before.witness;
  const isSecond = previous?.path === path && dateMs > previous.dateMs + TOLERANCE_MS;
  const isPreviousCurrent = previous !== undefined && !isSecond && atMs - previous.atMs <= MAX_WITNESS_AGE_MS;
  return {
    ...clock,
    isDirect: true,
    isConfirmed: before.isConfirmed || isSecond,
    witness: isPreviousCurrent ? previous : (witness ?? previous),
    // A current date proves that the lagging answers came from a cache or from another of several servers.
    lagging: undefined,
  };
}

/**
 * Returns the record of lagging answers after one more lagging answer.
 *
 * A cache repeats one date, or renews its answer with each request: its dates lag by at most the time between two
 * requests. Dates that lag much more and still advance come from a server whose clock was set back. Without this case,
 * all readings of such a server would stay `late`.
 */
function laggingAfter({ offsetMs, lagging }: ServerClock, answer: Witness | undefined): ServerClock['lagging'] {
  if (answer === undefined) return lagging;
  if (lagging === undefined || answer.atMs - lagging.atMs > MAX_WITNESS_AGE_MS) return { ...answer, count: 1 };
  if (answer.path !== lagging.path) return lagging;
  const elapsedMs = answer.atMs - lagging.atMs;
  const lagMs = offsetMs - (answer.dateMs - answer.atMs);
  const isAdvancing = Math.abs(answer.dateMs - lagging.dateMs - elapsedMs) <= TOLERANCE_MS && elapsedMs > TOLERANCE_MS;
  return { ...answer, count: isAdvancing && lagMs > 2 * elapsedMs + TOLERANCE_MS ? lagging.count + 1 : 1 };
}

/** Returns the server's time in epoch milliseconds at a monotonic time. */
export const serverTimeAt = ({ offsetMs }: ServerClock, atMs: number): number => offsetMs + atMs;

/** The error of this computer's clock. `ms` is positive when it is ahead of the server's. */
export type Skew = {
  readonly ms: number;
  /** False while a cache that sends no `Age` header could cause the same difference. */
  readonly isCertain: boolean;
};

export const NO_SKEW: Skew = { ms: 0, isCertain: true };

/**
 * Returns the skew of this computer's clock, which shows `wallMs` (epoch milliseconds) at the monotonic time `atMs`.
 *
 * A clock that is behind is certain at once, because a cache can only make dates older. A clock that is ahead needs a
 * direct answer. `NO_SKEW` when no skew is known.
 */
export function skewOf(clock: ServerClock | undefined, atMs: number, wallMs: number): Skew {
  if (clock === undefined) return NO_SKEW;
  const ms = wallMs - serverTimeAt(clock, atMs);
  if (Math.abs(ms) <= TOLERANCE_MS || (ms > 0 && !clock.isDirect)) return NO_SKEW;
  return { ms, isCertain: ms < 0 || clock.isConfirmed };
}
