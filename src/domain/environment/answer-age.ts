import { dateIn, type ServerClock, serverTimeAt, TOLERANCE_MS } from '#domain/server-clock.ts';

/** Why an answer is not known to be current: a cache served it, or its age cannot be determined (`undated`). */
export type Via = 'cache' | 'undated';

export type AnswerAge = {
  /** Milliseconds. Never negative; 0 for a new answer, and for an answer without any header that gives its age. */
  readonly ageMs: number;
  readonly via?: Via;
};

/** Raw values of the headers that give an answer's age; null for a header that is absent or hidden by CORS. */
export type AgeHeaders = {
  readonly age: string | null;
  readonly date: string | null;
  readonly fetchedAt: string | null;
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
/** The value that a cache writes for any longer age (RFC 9111). */
const MAX_SECONDS = 2 ** 31;

/** Seconds of an `Age` header: the first of several values (RFC 9111); 0 when it is absent or malformed. */
export function ageSecondsIn(header: string | null): number {
  const digits = /^(\d+)\s*(?:,.*)?$/.exec(header ?? '')?.[1];
  return digits === undefined ? 0 : Math.min(Number(digits), MAX_SECONDS);
}

/**
 * Epoch milliseconds of an `X-Fetched-At` header in seconds or milliseconds; undefined when it is absent or malformed.
 */
function fetchedAtIn(header: string | null): number | undefined {
  const at = Number(header ?? Number.NaN);
  if (!(at > 0 && Number.isFinite(at))) return undefined;
  return at > EPOCH_MILLISECONDS ? at : at * 1_000;
}

/**
 * Returns the age of an answer: the highest of the ages that its headers give.
 *
 * `Age` is used as it is. `Date` and `X-Fetched-At` are compared with the server's time: the newest date that this
 * server ever sent, plus the time that has passed since. `clock` must already include this answer's date.
 */
export function answerAge(
  clock: ServerClock | undefined,
  { age, date, fetchedAt }: AgeHeaders,
  { sentMs, arrivedMs, wallMs }: RequestTimes,
): AnswerAge {
  const ageMs = ageSecondsIn(age) * 1_000;
  const dateMs = clock && dateIn(date);
  const nowMs = clock === undefined ? wallMs : serverTimeAt(clock, arrivedMs);
  const sinceDateMs = dateMs === undefined ? 0 : nowMs - dateMs;
  const fetchedAtMs = fetchedAtIn(fetchedAt);
  const sinceFetchedMs = fetchedAtMs === undefined ? 0 : nowMs - fetchedAtMs;
  const oldest = Math.max(0, ageMs, sinceFetchedMs, sinceDateMs > TOLERANCE_MS ? sinceDateMs : 0);
  // The gateway fetched the answer in the future: its clock or the server's is wrong.
  if (sinceFetchedMs < -TOLERANCE_MS) return { ageMs: oldest, via: 'undated' };
  // Only a cache can serve an answer that is dated well before its request. A slow network makes an answer old, but its
  // date is not before the request.
  const isFromCache = clock && dateMs !== undefined && serverTimeAt(clock, sentMs) - dateMs > TOLERANCE_MS;
  return ageMs > 0 || isFromCache ? { ageMs: oldest, via: 'cache' } : { ageMs: oldest };
}
