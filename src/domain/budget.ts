/**
 * The requests one token has spent, counted in buckets of ten seconds, oldest first.
 *
 * Plain data, so that it can be stored and sent to other tabs. A bucket counts until its END is an hour old, so the
 * ledger may believe a request up to ten seconds longer than Qovery does, never shorter.
 */
export type Ledger = { readonly buckets: readonly Bucket[] };

export type Bucket = readonly [startMs: number, count: number];

export const EMPTY_LEDGER: Ledger = { buckets: [] };

/** Qovery's limit for each API token, in requests within any hour. */
export const HOURLY_LIMIT = 1_000;

const HOUR_MS = 3_600_000;
const BUCKET_MS = 10_000;

/** The ledger after one more request at `nowMs`. Drops what no longer counts, so it never holds more than two hours. */
export const spend = (ledger: Ledger, nowMs: number): Ledger => spendMany(ledger, nowMs, 1);

/** Requests that may still count against the limit at `nowMs`. */
export const spentInHour = (ledger: Ledger, nowMs: number): number => total(counting(ledger, nowMs));

/**
 * Milliseconds until one more request is allowed: 0 when it is allowed now.
 *
 * Finite and never negative. A limit that allows nothing at all waits for the longest time a request counts.
 */
export function waitForBudgetMs(ledger: Ledger, nowMs: number, limit: number = HOURLY_LIMIT): number {
  if (!(limit >= 1)) return HOUR_MS + BUCKET_MS;
  const buckets = counting(ledger, nowMs);
  let spent = total(buckets);
  let waitMs = 0;
  for (const [startMs, count] of buckets) {
    if (spent + 1 <= limit) break;
    spent -= count;
    waitMs = forgottenAtMs(startMs) - nowMs;
  }
  return waitMs;
}

/**
 * The greatest steady rate, in requests an hour, that from now on never breaks the limit in any sliding hour.
 *
 * What was spent leaves the window in steps, and just before each step the room is tightest: there the rate times the
 * time that passed must fit in what is left. Between 0 and `limit`; either 0 or at least 1 when `limit` is whole.
 */
export function sustainablePerHour(ledger: Ledger, nowMs: number, limit: number = HOURLY_LIMIT): number {
  const buckets = counting(ledger, nowMs);
  let spent = total(buckets);
  let perHour = limit;
  for (const [startMs, count] of buckets) {
    const horizonMs = Math.min(forgottenAtMs(startMs) - nowMs, HOUR_MS);
    perHour = Math.min(perHour, ((limit - spent) * HOUR_MS) / horizonMs);
    spent -= count;
  }
  return Math.max(perHour, 0);
}

/**
 * The ledger once the server has said how many requests remain. Someone else may spend from the same token: when the
 * server knows of fewer than we do, the difference counts as spent now. When it knows of more, ours stands.
 */
export function believeRemaining(
  ledger: Ledger,
  nowMs: number,
  remaining: number,
  limit: number = HOURLY_LIMIT,
): Ledger {
  const missing = limit - spentInHour(ledger, nowMs) - Math.max(Math.floor(remaining), 0);
  return missing > 0 ? spendMany(ledger, nowMs, missing) : ledger; // NaN is not a word of the server: ours stands
}

/** What was spent in the ten seconds that `nowMs` lies in. */
export function bucketAt({ buckets }: Ledger, nowMs: number): Bucket {
  const startMs = bucketStartMs(nowMs);
  return buckets.find(([otherMs]) => otherMs === startMs) ?? [startMs, 0];
}

/** The ledger with no fewer than so many in one bucket: what was written down twice counts once. */
export function withAtLeast(ledger: Ledger, bucket: Bucket): Ledger {
  const [startMs, count] = bucket;
  const known = ledger.buckets.find(([otherMs]) => otherMs === startMs)?.[1] ?? 0;
  if (count <= known) return ledger;
  return {
    buckets: [
      ...ledger.buckets.filter(([otherMs]) => otherMs < startMs),
      bucket,
      ...ledger.buckets.filter(([otherMs]) => otherMs > startMs),
    ],
  };
}

function spendMany(ledger: Ledger, nowMs: number, count: number): Ledger {
  const kept = { buckets: counting(ledger, nowMs) };
  const [startMs, already] = bucketAt(kept, nowMs);
  return withAtLeast(kept, [startMs, already + count]);
}

const bucketStartMs = (nowMs: number): number => Math.floor(nowMs / BUCKET_MS) * BUCKET_MS;

/** A bucket more than an hour ahead was written under a wrong clock; a nearer one counts, to be on the safe side. */
const counting = ({ buckets }: Ledger, nowMs: number): readonly Bucket[] =>
  buckets.filter(([startMs]) => nowMs < forgottenAtMs(startMs) && startMs <= nowMs + HOUR_MS);

const forgottenAtMs = (startMs: number): number => startMs + BUCKET_MS + HOUR_MS;

const total = (buckets: readonly Bucket[]): number => buckets.reduce((sum, [, count]) => sum + count, 0);
