import { DENIED_MS } from '#domain/environment/failure.ts';
import { HOURLY_LIMIT } from './request-budget.ts';

/** How often to ask a moving and a calm source. `stretched` when that is slower than the reader wants. */
export type Plan = { readonly movingMs: number; readonly calmMs: number; readonly slowedDown: boolean };

type Demand = {
  readonly moving: number;
  readonly calm: number;
  /** The pace the reader chose for calm sources. */
  readonly chosenMs: number;
  /** Requests an hour that can be kept up, from the ledger; infinite behind a gateway that guards the hour itself. */
  readonly perHour: number;
};

type Turn = {
  /** `-Infinity` when never asked. */
  readonly lastRequestedMs: number;
  readonly intervalMs: number;
  /** Consecutive failures of this source. */
  readonly failures: number;
  /** True when Qovery refused this one source: not found, or no access. */
  readonly denied: boolean;
  readonly key: string;
  readonly round: number;
  /** The server's word, for all sources; `-Infinity` when it said nothing. */
  readonly notBeforeMs: number;
};

/** The pace of what may change any second, and the quickest anyone can choose. */
export const MOVING_MS = 10_000;

/** The slowest pace, as long as the budget allows it. */
export const SLOWEST_MS = 600_000;

const HOUR_MS = 3_600_000;

/** The longest that anyone may make us wait; a clock that was set back could make it longer. */
export const MAX_WAIT_MS = HOUR_MS;

const SHARE = 0.9; // the tenth left over is for the picker, details and a second device
const FIRST_BACKOFF_MS = 10_000;
const LAST_BACKOFF_MS = 300_000;
const JITTER = 0.1;

/**
 * The intervals, in whole milliseconds, at which all sources together stay within nine tenths of `perHour`.
 *
 * Moving sources keep their pace while calm ones stretch, up to ten minutes; then moving ones stretch too; then all
 * share one interval beyond that, however long. A moving source is never slower than a calm one. Counts and paces that
 * are no numbers count as none. With no budget at all no finite interval fits: then it is an hour, and the ledger,
 * which has the last word, refuses what is asked too early. Finite and positive for any input, at most
 * `MAX_SAFE_INTEGER`, which from one request an hour on is enough for two thousand million sources; never throws.
 */
export function planPolling({ moving, calm, chosenMs, perHour }: Demand): Plan {
  if (!(perHour > 0)) return { movingMs: HOUR_MS, calmMs: HOUR_MS, slowedDown: true };
  const wantedMs = Math.min(Math.max(chosenMs || 0, MOVING_MS), SLOWEST_MS);
  const movers = countOf(moving);
  const calms = countOf(calm);
  // A gateway's viewers are not limited; whoever claims a larger finite budget is mistaken.
  const allowed = Number.isFinite(perHour) ? Math.min(perHour, HOURLY_LIMIT) : perHour;
  const perMs = (allowed * SHARE) / HOUR_MS;

  if (movers / MOVING_MS + calms / wantedMs <= perMs) {
    return { movingMs: MOVING_MS, calmMs: wantedMs, slowedDown: false };
  }
  const calmMs = intervalMs(calms, perMs - movers / MOVING_MS);
  if (calmMs <= SLOWEST_MS) return { movingMs: MOVING_MS, calmMs: Math.max(calmMs, wantedMs), slowedDown: true };

  const movingMs = intervalMs(movers, perMs - calms / SLOWEST_MS);
  if (movingMs <= SLOWEST_MS) {
    return { movingMs: Math.max(movingMs, MOVING_MS), calmMs: SLOWEST_MS, slowedDown: true };
  }
  const equalMs = Math.max(intervalMs(movers + calms, perMs), SLOWEST_MS);
  return { movingMs: equalMs, calmMs: equalMs, slowedDown: true };
}

/** Milliseconds to leave a failing source alone: none, then ten seconds, doubling with each failure to five minutes. */
export const backoffMs = (consecutiveFailures: number): number =>
  consecutiveFailures >= 1
    ? Math.min(FIRST_BACKOFF_MS * 2 ** (Math.floor(consecutiveFailures) - 1), LAST_BACKOFF_MS)
    : 0;

const OUTAGE_WAITS_MS = [60_000, 120_000, 300_000] as const;

/**
 * Milliseconds until the next try while the token is refused everywhere, or the browser says that it is offline. Nothing
 * says when either ends, so one source is tried: after a minute, two, and then every five.
 */
export const outageWaitMs = (tries: number): number =>
  OUTAGE_WAITS_MS[Math.min(Math.max(Math.floor(tries), 0), OUTAGE_WAITS_MS.length - 1)] ?? OUTAGE_WAITS_MS[0];

/**
 * A factor from 1 to just under 1.1 that keeps sources from marching in step. The same for the same key and round, so
 * that a new plan, a reload or another tab comes to the same time. Only ever slower: the plan stays within its budget.
 */
export const jitter = (key: string, round: number): number => 1 + (JITTER * hash(`${key} ${round}`)) / 2 ** 32;

/**
 * When to ask a source again, in epoch milliseconds.
 *
 * Its interval, or longer while it fails or is refused, after it was last asked, with jitter; `notBeforeMs` is a floor
 * under all of that. May lie in the past: then it is due.
 */
export function nextRequestMs({
  lastRequestedMs,
  intervalMs,
  failures,
  denied,
  key,
  round,
  notBeforeMs,
}: Turn): number {
  const pauseMs = Math.max(intervalMs, denied ? DENIED_MS : backoffMs(failures));
  return Math.max(lastRequestedMs + Math.ceil(pauseMs * jitter(key, round)), notBeforeMs);
}

const countOf = (sources: number): number => Math.min(Math.max(sources || 0, 0), Number.MAX_SAFE_INTEGER);

/** The interval at which so many sources use up the rate; `MAX_SAFE_INTEGER` when there is none to use. */
const intervalMs = (sources: number, perMs: number): number =>
  perMs > 0 ? Math.min(Math.ceil(sources / perMs), Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;

/** FNV-1a, then mixed once more: without that, neighbouring rounds would get neighbouring factors. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
