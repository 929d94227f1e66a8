import { dateIn, type ServerClock, serverTimeAt, TOLERANCE_MS } from '#domain/server-clock.ts';

/** Where an answer comes from, when not straight from the API: a cache kept it, or its age cannot be told. */
export type Via = 'cache' | 'undated';

export type AnswerAge = {
  /** Milliseconds. Never negative; 0 for a new answer, and where nothing says how old it is. */
  readonly ageMs: number;
  readonly via?: Via;
};

/** Headers that say how old an answer is, as they came; null where one is absent or the page may not read it. */
export type AgeHeaders = {
  readonly age: string | null;
  readonly date: string | null;
  readonly fetchedAt: string | null;
};

type Moments = {
  /** Monotonic milliseconds at which the request was sent, and at which its answer had arrived. */
  readonly sentMs: number;
  readonly arrivedMs: number;
  /** What this computer's clock shows at `arrivedMs`: epoch milliseconds, used where the server tells no date. */
  readonly wallMs: number;
};

/** Far beyond any time in seconds. */
const EPOCH_MILLISECONDS = 1e12;
/** What a cache must write for any longer age (RFC 9111). */
const MAX_SECONDS = 2 ** 31;

/** Seconds of an `Age` header: the first of several, as RFC 9111 says; 0 when it is absent or malformed. */
export function ageSecondsIn(header: string | null): number {
  const digits = /^(\d+)\s*(?:,.*)?$/.exec(header ?? '')?.[1];
  return digits === undefined ? 0 : Math.min(Number(digits), MAX_SECONDS);
}

/** Epoch milliseconds of an `X-Fetched-At` header, which has seconds or milliseconds; undefined when it has neither. */
function fetchedAtIn(header: string | null): number | undefined {
  const at = Number(header ?? Number.NaN);
  if (!(at > 0 && Number.isFinite(at))) return undefined;
  return at > EPOCH_MILLISECONDS ? at : at * 1_000;
}

/**
 * How old an answer is: as old as the oldest of what its headers say. `Age` counts as it is, `Date` against the newest
 * date ever received from this server, run forward, and `X-Fetched-At` against the server's time. `clock` has taken in
 * this answer's date already.
 */
export function answerAge(
  clock: ServerClock | undefined,
  { age, date, fetchedAt }: AgeHeaders,
  { sentMs, arrivedMs, wallMs }: Moments,
): AnswerAge {
  const ageMs = ageSecondsIn(age) * 1_000;
  const dateMs = clock && dateIn(date);
  const nowMs = clock === undefined ? wallMs : serverTimeAt(clock, arrivedMs);
  const sinceDateMs = dateMs === undefined ? 0 : nowMs - dateMs;
  const fetchedAtMs = fetchedAtIn(fetchedAt);
  const sinceFetchedMs = fetchedAtMs === undefined ? 0 : nowMs - fetchedAtMs;
  const oldest = Math.max(0, ageMs, sinceFetchedMs, sinceDateMs > TOLERANCE_MS ? sinceDateMs : 0);
  // A gateway that fetched the answer later than it is now: one of the two clocks is wrong.
  if (sinceFetchedMs < -TOLERANCE_MS) return { ageMs: oldest, via: 'undated' };
  // Dated well before it was requested. A slow network alone makes an answer old and no cache of it.
  const isKept = clock && dateMs !== undefined && serverTimeAt(clock, sentMs) - dateMs > TOLERANCE_MS;
  return ageMs > 0 || isKept ? { ageMs: oldest, via: 'cache' } : { ageMs: oldest };
}
