import { dateIn, type ServerClock, serverTimeAt, TOLERANCE_MS } from '#domain/server-clock.ts';

/** Why an answer is not known to be current: a cache served it, or its age cannot be determined (`undated`). */
export type Via = 'cache' | 'undated';

export type AnswerAge = {
  /** Milliseconds. Never negative; 0 for a new answer, and for an answer without any header that gives its age. */
  readonly ageMs: number;
  readonly via?: Via;
  /**
   * Epoch milliseconds at which a gateway fetched the answer, by the gateway's clock; undefined without a gateway, and when
   * this time lies in that clock's future. It orders the answers of one gateway.
   */
  readonly fetchedAtMs?: number | undefined;
};

/** Raw values of the headers that give an answer's age; null for a header that is absent or hidden by CORS. */
export type AgeHeaders = {
  readonly age: string | null;
  readonly date: string | null;
  readonly fetchedAt: string | null;
  /** When the answer left the gateway, by the clock of `fetchedAt`. It replaces `date`, which another server may set. */
  readonly gatewayTime?: string | null;
};

type RequestTimes = {
  /** Monotonic milliseconds at which the request was sent, and at which its answer arrived. */
  readonly sentMs: number;
  readonly arrivedMs: number;
  /** Time of this computer's clock at `arrivedMs`, in epoch milliseconds. Used when the server sends no date. */
  readonly wallMs: number;
};

/** A number above this is epoch milliseconds: as seconds it would be 30,000 years ahead. */
const EPOCH_MILLISECONDS = 1e12;
/** A gateway's edges repeat an answer, and its `X-Gateway-Time`, for up to two seconds. Milliseconds. */
const EDGE_KEEPS_MS = 2_000;
/** The value that a cache writes for any longer age (RFC 9111). */
const MAX_SECONDS = 2 ** 31;

/** Seconds of an `Age` header: the first of several values (RFC 9111); 0 when it is absent or malformed. */
export function ageSecondsIn(header: string | null): number {
  const digits = /^(\d+)\s*(?:,.*)?$/.exec(header ?? '')?.[1];
  return digits === undefined ? 0 : Math.min(Number(digits), MAX_SECONDS);
}

/** Epoch milliseconds of a header in Unix seconds or milliseconds; undefined when it is absent or malformed. */
export function unixTimeIn(header: string | null): number | undefined {
  const at = Number(header ?? Number.NaN);
  if (!(at > 0 && Number.isFinite(at))) return undefined;
  return at > EPOCH_MILLISECONDS ? at : at * 1_000;
}

/**
 * Returns the age of an answer: the highest of the ages that its headers give.
 *
 * `Age` is used as it is. `Date` and `X-Fetched-At` are compared with the server's time: the newest date that this
 * server ever sent, plus the time that has passed since. `clock` must already include this answer's date. An answer that
 * was fetched later than it left the gateway has no known age: the gateway's clock was set back in between.
 */
export function answerAge(
  clock: ServerClock | undefined,
  { age, date, fetchedAt, gatewayTime = null }: AgeHeaders,
  { sentMs, arrivedMs, wallMs }: RequestTimes,
): AnswerAge {
  const ageMs = ageSecondsIn(age) * 1_000;
  const gatewayMs = unixTimeIn(gatewayTime);
  const dateMs = clock && (gatewayMs ?? dateIn(date));
  const toleranceMs = TOLERANCE_MS + (gatewayMs === undefined ? 0 : EDGE_KEEPS_MS);
  const nowMs = clock === undefined ? wallMs : serverTimeAt(clock, arrivedMs);
  const sinceDateMs = dateMs === undefined ? 0 : nowMs - dateMs;
  const fetchedAtMs = unixTimeIn(fetchedAt);
  const sinceFetchedMs = fetchedAtMs === undefined ? 0 : nowMs - fetchedAtMs;
  const undatedMs = Math.max(0, ageMs, sinceFetchedMs);
  const leftAfterMs = fetchedAtMs === undefined ? 0 : (dateMs ?? nowMs) - fetchedAtMs;
  // The date of such an answer comes from the clock that was set back, so it gives no age.
  if (Math.min(sinceFetchedMs, leftAfterMs) < -TOLERANCE_MS) return { ageMs: undatedMs, via: 'undated' };
  const oldest = Math.max(undatedMs, sinceDateMs > toleranceMs ? sinceDateMs : 0);
  // Only a cache can serve an answer that is dated well before its request. A slow network makes an answer old, but its
  // date is not before the request.
  const isFromCache = clock && dateMs !== undefined && serverTimeAt(clock, sentMs) - dateMs > toleranceMs;
  const result: AnswerAge = fetchedAtMs === undefined ? { ageMs: oldest } : { ageMs: oldest, fetchedAtMs };
  return ageMs > 0 || isFromCache ? { ...result, via: 'cache' } : result;
}
