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

/** The ledger after `count` more requests at `nowMs`. Drops what no longer counts, so it never holds more than two hours. */
export function spend(ledger: Ledger, nowMs: number, count = 1): Ledger {
  const kept = { buckets: counting(ledger, nowMs) };
  const [startMs, already] = bucketAt(kept, nowMs);
  return withAtLeast(kept, [startMs, already + count]);
}

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
 * Requests that the server has counted and the ledger has not, from the server's figure of those that remain: another
 * program may spend from the same token. 0 when the server has counted fewer, or its figure is no number.
 */
export function uncountedBy(ledger: Ledger, nowMs: number, remaining: number, limit: number = HOURLY_LIMIT): number {
  const missing = limit - spentInHour(ledger, nowMs) - Math.max(Math.floor(remaining), 0);
  return missing > 0 ? missing : 0;
}

/** One ledger of all that several writers have spent: each counts by itself, so that no writer overwrites another. */
export function sumOf(ledgers: readonly Ledger[]): Ledger {
  const counts = new Map<number, number>();
  for (const { buckets } of ledgers) {
    for (const [startMs, count] of buckets) counts.set(startMs, (counts.get(startMs) ?? 0) + count);
  }
  return { buckets: [...counts].toSorted(([a], [b]) => a - b) };
}

/** Whether nothing in a ledger counts any longer. */
export const isOver = (ledger: Ledger, nowMs: number): boolean => counting(ledger, nowMs).length === 0;

/** A count that one tab wrote may reach the others this much later, in milliseconds. */
export const LATE_MS = 2_000;

/**
 * Milliseconds until one more request is safe although the counts of other tabs arrive late: 0 when it is now.
 *
 * Within `LATE_MS` a tab spends at most one of `shares` parts of the room it saw when that time began. All requests older
 * than twice that time are visible to each tab, so half as many tabs as there are shares never spend more than the room
 * together, whatever they have not seen of each other. Up to `shares - 1` requests of each hour stay unspent.
 *
 * `recent` are the moments of this tab's own requests, in epoch milliseconds, the oldest first.
 */
export function waitForShareMs(ledger: Ledger, nowMs: number, { recent, shares, limit = HOURLY_LIMIT }: Share): number {
  const unseen = recent.filter((at) => at > nowMs - LATE_MS && at <= nowMs);
  const room = limit - spentInHour(ledger, nowMs) + unseen.length;
  if (room < shares) return waitForBudgetMs(ledger, nowMs, limit - shares + 1);
  const [oldest] = unseen;
  return oldest === undefined || unseen.length + 1 <= room / shares ? 0 : oldest + LATE_MS - nowMs;
}

type Share = { readonly recent: readonly number[]; readonly shares: number; readonly limit?: number };

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

const bucketStartMs = (nowMs: number): number => Math.floor(nowMs / BUCKET_MS) * BUCKET_MS;

/** A bucket more than an hour ahead was written under a wrong clock; a nearer one counts, to be on the safe side. */
const counting = ({ buckets }: Ledger, nowMs: number): readonly Bucket[] =>
  buckets.filter(([startMs]) => nowMs < forgottenAtMs(startMs) && startMs <= nowMs + HOUR_MS);

const forgottenAtMs = (startMs: number): number => startMs + BUCKET_MS + HOUR_MS;

const total = (buckets: readonly Bucket[]): number => buckets.reduce((sum, [, count]) => sum + count, 0);
