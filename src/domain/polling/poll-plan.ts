import { DENIED_MS } from '#domain/environment/failure.ts';
import { HOURLY_LIMIT } from './request-budget.ts';

/**
 * The intervals of sources in progress (`movingMs`) and of idle sources (`calmMs`), in milliseconds. `slowedDown`: the
 * budget makes them longer than the user chose.
 */
export type Plan = { readonly movingMs: number; readonly calmMs: number; readonly slowedDown: boolean };

type Demand = {
  /** Number of sources in progress. */
  readonly moving: number;
  /** Number of idle sources. */
  readonly calm: number;
  /** The interval that the user chose for idle sources. */
  readonly chosenMs: number;
  /**
   * Sustainable rate of the ledger, in requests an hour; infinite behind a gateway, which enforces the limit itself.
   */
  readonly perHour: number;
};

type LastRequest = {
  /** Epoch milliseconds of the last request; `-Infinity` when there was none. */
  readonly lastRequestedMs: number;
  readonly intervalMs: number;
  /** Number of consecutive failures of this source. */
  readonly failures: number;
  /** True when Qovery denies this source: not found, or no access. */
  readonly denied: boolean;
  /** Key of the source and number of its requests: they select the jitter. */
  readonly key: string;
  readonly round: number;
  /** Epoch milliseconds before which the server accepts no request; `-Infinity` when it gave no such time. */
  readonly notBeforeMs: number;
};

/** Interval of a source in progress, and the shortest interval that a user can choose, in milliseconds. */
export const MOVING_MS = 10_000;

/** The longest interval in milliseconds, unless the budget requires a longer one. */
export const SLOWEST_MS = 600_000;

const HOUR_MS = 3_600_000;

/**
 * The longest accepted wait in milliseconds. A server or a clock that was set back could otherwise cause a longer one.
 */
export const MAX_WAIT_MS = HOUR_MS;

/** Share of the budget for polling. The rest is for the picker, the details and a second device. */
const POLLING_SHARE = 0.9;
const MIN_BACKOFF_MS = 10_000;
const MAX_BACKOFF_MS = 300_000;
const JITTER = 0.1;

/**
 * Returns the intervals, in whole milliseconds, at which all sources together use at most nine tenths of `perHour`.
 *
 * When the budget is short, the interval of idle sources grows first, up to ten minutes. Then the interval of sources
 * in progress grows up to ten minutes. Then both share one longer interval. A source in progress never has a longer
 * interval than an idle one. NaN counts as 0. Without any budget the interval is an hour, and the ledger refuses
 * earlier requests.
 *
 * Finite and positive for any input, at most `MAX_SAFE_INTEGER`: enough for two thousand million sources at one request
 * an hour. Never throws.
 */
export function planPolling({ moving, calm, chosenMs, perHour }: Demand): Plan {
  if (!(perHour > 0)) return { movingMs: HOUR_MS, calmMs: HOUR_MS, slowedDown: true };
  const requestedMs = Math.min(Math.max(chosenMs || 0, MOVING_MS), SLOWEST_MS);
  const movingCount = countOf(moving);
  const calmCount = countOf(calm);
  // The rate is infinite behind a gateway. A finite rate above Qovery's limit is an error.
  const allowed = Number.isFinite(perHour) ? Math.min(perHour, HOURLY_LIMIT) : perHour;
  const perMs = (allowed * POLLING_SHARE) / HOUR_MS;

  if (movingCount / MOVING_MS + calmCount / requestedMs <= perMs) {
    return { movingMs: MOVING_MS, calmMs: requestedMs, slowedDown: false };
  }
  const calmMs = intervalMs(calmCount, perMs - movingCount / MOVING_MS);
  if (calmMs <= SLOWEST_MS) return { movingMs: MOVING_MS, calmMs: Math.max(calmMs, requestedMs), slowedDown: true };

  const movingMs = intervalMs(movingCount, perMs - calmCount / SLOWEST_MS);
  if (movingMs <= SLOWEST_MS) {
    return { movingMs: Math.max(movingMs, MOVING_MS), calmMs: SLOWEST_MS, slowedDown: true };
  }
  const equalMs = Math.max(intervalMs(movingCount + calmCount, perMs), SLOWEST_MS);
  return { movingMs: equalMs, calmMs: equalMs, slowedDown: true };
}

/** Returns the back-off of a failing source: 0, then 10 s, doubled with each failure up to 5 min, in milliseconds. */
export const backoffMs = (consecutiveFailures: number): number =>
  consecutiveFailures >= 1 ? Math.min(MIN_BACKOFF_MS * 2 ** (Math.floor(consecutiveFailures) - 1), MAX_BACKOFF_MS) : 0;

const OUTAGE_WAITS_MS = [60_000, 120_000, 300_000] as const;

/**
 * Returns the milliseconds until the next request during an outage: the token is refused, or the browser is offline.
 *
 * No event reports the end of an outage, so one source is requested after one minute, then two, then every five.
 */
export const outageWaitMs = (tries: number): number =>
  OUTAGE_WAITS_MS[Math.min(Math.max(Math.floor(tries), 0), OUTAGE_WAITS_MS.length - 1)] ?? OUTAGE_WAITS_MS[0];

/**
 * Returns a factor from 1 to just under 1.1 that spreads the requests of sources with equal intervals.
 *
 * Deterministic for a key and a round, so that a new plan, a reload and another tab compute the same time. Never below
 * 1, so that the plan stays within its budget.
 */
export const jitter = (key: string, round: number): number => 1 + (JITTER * hash(`${key} ${round}`)) / 2 ** 32;

/**
 * Returns the time of a source's next request, in epoch milliseconds. A time in the past means that the source is due.
 *
 * The time is the last request plus the interval, or plus the back-off when that is longer, with jitter. It is never
 * before `notBeforeMs`.
 */
export function nextRequestMs({
  lastRequestedMs,
  intervalMs,
  failures,
  denied,
  key,
  round,
  notBeforeMs,
}: LastRequest): number {
  const pauseMs = Math.max(intervalMs, denied ? DENIED_MS : backoffMs(failures));
  return Math.max(lastRequestedMs + Math.ceil(pauseMs * jitter(key, round)), notBeforeMs);
}

const countOf = (sources: number): number => Math.min(Math.max(sources || 0, 0), Number.MAX_SAFE_INTEGER);

/**
 * Returns the interval at which so many sources use the whole rate; `MAX_SAFE_INTEGER` when the rate is not positive.
 */
const intervalMs = (sources: number, perMs: number): number =>
  perMs > 0 ? Math.min(Math.ceil(sources / perMs), Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;

/** FNV-1a with a final mix: without the mix, consecutive rounds would get similar factors. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
