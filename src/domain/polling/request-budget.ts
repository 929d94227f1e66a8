/**
 * The requests that one token has spent, counted in buckets of ten seconds, oldest first.
 *
 * Plain data, so that it can be persisted and sent to other tabs. A bucket counts until its end is an hour old, so the
 * ledger counts a request up to ten seconds longer than Qovery does, and never shorter.
 */
export type Ledger = { readonly buckets: readonly Bucket[] };

/** Start of ten seconds in epoch milliseconds, and the number of requests in them. */
export type Bucket = readonly [startMs: number, count: number];

export const EMPTY_LEDGER: Ledger = { buckets: [] };

/** Qovery's limit for each API token: requests within any hour. */
export const HOURLY_LIMIT = 1_000;

const HOUR_MS = 3_600_000;
const BUCKET_MS = 10_000;

/**
 * Returns the ledger after `count` more requests at `nowMs`. Buckets that no longer count are removed, so that a ledger
 * never covers more than two hours.
 */
export function spend(ledger: Ledger, nowMs: number, count = 1): Ledger {
  const current = { buckets: countedBuckets(ledger, nowMs) };
  const [startMs, spent] = bucketAt(current, nowMs);
  return withAtLeast(current, [startMs, spent + count]);
}

/** Returns the number of requests that count against the limit at `nowMs`. */
export const spentInHour = (ledger: Ledger, nowMs: number): number => sumCounts(countedBuckets(ledger, nowMs));

/**
 * Returns the milliseconds until one more request is allowed; 0 when it is allowed now.
 *
 * Finite and never negative. For a limit below 1 the result is the longest time for which a request counts.
 */
export function waitForBudgetMs(ledger: Ledger, nowMs: number, limit: number = HOURLY_LIMIT): number {
  if (!(limit >= 1)) return HOUR_MS + BUCKET_MS;
  const buckets = countedBuckets(ledger, nowMs);
  let spent = sumCounts(buckets);
  let waitMs = 0;
  for (const [startMs, count] of buckets) {
    if (spent + 1 <= limit) break;
    spent -= count;
    waitMs = expiresAtMs(startMs) - nowMs;
  }
  return waitMs;
}

/**
 * Returns the highest steady rate, in requests an hour, that from now on never exceeds the limit in any sliding hour.
 *
 * Spent requests leave the window bucket by bucket. The least room remains just before a bucket leaves, so the rate
 * times the time until then must fit into the room. Between 0 and `limit`; 0 or at least 1 when `limit` is whole.
 */
export function sustainablePerHour(ledger: Ledger, nowMs: number, limit: number = HOURLY_LIMIT): number {
  const buckets = countedBuckets(ledger, nowMs);
  let spent = sumCounts(buckets);
  let perHour = limit;
  for (const [startMs, count] of buckets) {
    const horizonMs = Math.min(expiresAtMs(startMs) - nowMs, HOUR_MS);
    perHour = Math.min(perHour, ((limit - spent) * HOUR_MS) / horizonMs);
    spent -= count;
  }
  return Math.max(perHour, 0);
}

/**
 * Returns the number of requests that the server has counted and the ledger has not: another program may use the token.
 *
 * `remaining` is the server's number of requests that are left. 0 when the server has counted fewer, or when
 * `remaining` is not a number.
 */
export function uncountedBy(ledger: Ledger, nowMs: number, remaining: number, limit: number = HOURLY_LIMIT): number {
  const missing = limit - spentInHour(ledger, nowMs) - Math.max(Math.floor(remaining), 0);
  return missing > 0 ? missing : 0;
}

/** Returns the sum of ledgers. Each tab writes a ledger of its own, so that no tab overwrites the count of another. */
export function sumOf(ledgers: readonly Ledger[]): Ledger {
  const counts = new Map<number, number>();
  for (const { buckets } of ledgers) {
    for (const [startMs, count] of buckets) counts.set(startMs, (counts.get(startMs) ?? 0) + count);
  }
  return { buckets: [...counts].toSorted(([a], [b]) => a - b) };
}

/** True when no request in the ledger counts any longer. */
export const isOver = (ledger: Ledger, nowMs: number): boolean => countedBuckets(ledger, nowMs).length === 0;

/** Maximum delay, in milliseconds, until other tabs can read a count that one tab has written. */
const LATE_MS = 2_000;

/**
 * Returns the milliseconds until one more request is safe although the counts of other tabs arrive late; 0 when it is
 * safe now.
 *
 * Within `LATE_MS` a tab spends at most one of `shares` parts of the room that it read at the start of that time. Each
 * tab can read all requests older than twice that time. Therefore half as many tabs as there are shares never spend
 * more than the room together, even when they cannot read each other's latest counts. Up to `shares - 1` requests of
 * each hour stay unspent.
 *
 * `recent` are the times of this tab's own requests, in epoch milliseconds, oldest first.
 */
export function waitForShareMs(ledger: Ledger, nowMs: number, { recent, shares, limit = HOURLY_LIMIT }: Share): number {
  const latest = unsharedOf(recent, nowMs);
  const room = limit - spentInHour(ledger, nowMs) + latest.length;
  if (room < shares) return waitForBudgetMs(ledger, nowMs, limit - shares + 1);
  const [oldest] = latest;
  return oldest === undefined || latest.length + 1 <= room / shares ? 0 : oldest + LATE_MS - nowMs;
}

/** Returns the times of requests that other tabs may not have read yet, without times in the future: a wrong clock wrote these. */
export const unsharedOf = (times: readonly number[], nowMs: number): readonly number[] =>
  times.filter((at) => at > nowMs - LATE_MS && at <= nowMs);

type Share = { readonly recent: readonly number[]; readonly shares: number; readonly limit?: number };

/** Returns the bucket of the ten seconds that contain `nowMs`; its count is 0 when the ledger has none. */
export function bucketAt({ buckets }: Ledger, nowMs: number): Bucket {
  const startMs = bucketStartMs(nowMs);
  return buckets.find(([otherMs]) => otherMs === startMs) ?? [startMs, 0];
}

/**
 * Returns the ledger with at least the count of `bucket` in the bucket of the same start. It takes the higher count
 * instead of a sum, so that a count that arrives twice counts once.
 */
export function withAtLeast(ledger: Ledger, bucket: Bucket): Ledger {
  const [startMs, count] = bucket;
  const present = ledger.buckets.find(([otherMs]) => otherMs === startMs)?.[1] ?? 0;
  if (count <= present) return ledger;
  return {
    buckets: [
      ...ledger.buckets.filter(([otherMs]) => otherMs < startMs),
      bucket,
      ...ledger.buckets.filter(([otherMs]) => otherMs > startMs),
    ],
  };
}

const bucketStartMs = (nowMs: number): number => Math.floor(nowMs / BUCKET_MS) * BUCKET_MS;

/**
 * Returns the buckets that count at `nowMs`. A bucket more than an hour in the future was written under a wrong clock
 * and does not count. A nearer one counts, because too few requests are safer than too many.
 */
const countedBuckets = ({ buckets }: Ledger, nowMs: number): readonly Bucket[] =>
  buckets.filter(([startMs]) => nowMs < expiresAtMs(startMs) && startMs <= nowMs + HOUR_MS);

const expiresAtMs = (startMs: number): number => startMs + BUCKET_MS + HOUR_MS;

const sumCounts = (buckets: readonly Bucket[]): number => buckets.reduce((sum, [, count]) => sum + count, 0);
