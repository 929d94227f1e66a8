/**
 * The server's clock as its `Date` headers show it, on the page's monotonic clock, which no user can set.
 *
 * A `Date` header is never later than the moment it arrives, so each one is a lower bound, and the newest is the best.
 */
export type ServerClock = {
  /** Server time is at least the monotonic time plus this, in milliseconds. It shrinks only after the server's clock did. */
  readonly offsetMs: number;
  /** False while only answers that a cache admits to have kept (`Age`) were received. */
  readonly isDirect: boolean;
  /** True once one path answered twice, with two dates that agree: no cache can do that with a kept answer. */
  readonly isConfirmed: boolean;
  /** The dated answer whose path is watched for a second one; undefined before a path that is polled answered. */
  readonly witness: Witness | undefined;
  /** The last answer of a path whose dates lag although they run on, and how many of them followed each other. */
  readonly lagging?: (Witness & { readonly count: number }) | undefined;
};

type Witness = { readonly path: string; readonly dateMs: number; readonly atMs: number };

export type DatedAnswer = {
  readonly path: string;
  /** Of its `Date` header, in epoch milliseconds. */
  readonly dateMs: number;
  /** Monotonic milliseconds at which its headers arrived. */
  readonly atMs: number;
  /** Seconds of its `Age` header; 0 where there is none. */
  readonly ageSeconds: number;
};

/** `Date` has whole seconds, and a request takes its time: so much, in milliseconds, is no difference. */
export const TOLERANCE_MS = 2_000;
/** A skew of more than this, in milliseconds, is worth a sentence. */
export const NOTABLE_SKEW_MS = 120_000;
/** So many lagging answers of one path, one after the other, show that the server's clock was set back. */
const LAGGING_ANSWERS = 3;
/** A witness whose path was not requested again for so long is replaced, in milliseconds. */
const WITNESS_LASTS_MS = 900_000;

/** Other paths are requested once. */
const POLLED = /\/(?:status|overview)$/;

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Epoch milliseconds of a `Date` header; undefined when it is absent or not an HTTP date. */
export function dateIn(header: string | null): number | undefined {
  const at = HTTP_DATE.test(header ?? '') ? Date.parse(header ?? '') : Number.NaN;
  return Number.isFinite(at) ? at : undefined;
}

/** The clock after one more dated answer. */
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
  const known = before.witness;
  const isSecond = known?.path === path && dateMs > known.dateMs + TOLERANCE_MS;
  const isKnownCurrent = known !== undefined && !isSecond && atMs - known.atMs <= WITNESS_LASTS_MS;
  return {
    ...clock,
    isDirect: true,
    isConfirmed: before.isConfirmed || isSecond,
    witness: isKnownCurrent ? known : (witness ?? known),
    // An answer of now: what lags is a cache, or another of several servers.
    lagging: undefined,
  };
}

/**
 * The lagging answers after one more. A cache hands one date out again and again, or renews its answer with each request,
 * so that dates lag by at most the time between two of them. Dates that lag by much more and run on with the time come
 * from a server whose clock was set back, and a board must not stay late for ever because of that.
 */
function laggingAfter({ offsetMs, lagging }: ServerClock, answer: Witness | undefined): ServerClock['lagging'] {
  if (answer === undefined) return lagging;
  if (lagging === undefined || answer.atMs - lagging.atMs > WITNESS_LASTS_MS) return { ...answer, count: 1 };
  if (answer.path !== lagging.path) return lagging;
  const elapsedMs = answer.atMs - lagging.atMs;
  const lagMs = offsetMs - (answer.dateMs - answer.atMs);
  const runsOn = Math.abs(answer.dateMs - lagging.dateMs - elapsedMs) <= TOLERANCE_MS && elapsedMs > TOLERANCE_MS;
  return { ...answer, count: runsOn && lagMs > 2 * elapsedMs + TOLERANCE_MS ? lagging.count + 1 : 1 };
}

/** Server time at a monotonic moment, in epoch milliseconds. */
export const serverTimeAt = ({ offsetMs }: ServerClock, atMs: number): number => offsetMs + atMs;

/** How wrong this computer's clock is: positive when it is ahead of the server's. */
export type Skew = {
  readonly ms: number;
  /** False while an answer that a cache kept in silence would look the same. */
  readonly isCertain: boolean;
};

export const NO_SKEW: Skew = { ms: 0, isCertain: true };

/**
 * The skew of this computer's clock, which shows `wallMs` at the monotonic moment `atMs`. No skew where none is known: a
 * clock that is behind shows at once, for a cache can only make dates older; one that is ahead needs a direct answer.
 */
export function skewOf(clock: ServerClock | undefined, atMs: number, wallMs: number): Skew {
  if (clock === undefined) return NO_SKEW;
  const ms = wallMs - serverTimeAt(clock, atMs);
  if (Math.abs(ms) <= TOLERANCE_MS || (ms > 0 && !clock.isDirect)) return NO_SKEW;
  return { ms, isCertain: ms < 0 || clock.isConfirmed };
}
