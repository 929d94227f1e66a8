import type { Failure } from '#domain/environment/failure.ts';
import { eventKey, type FeedEvent } from './change-feed.ts';
import { backoffMs, jitter, MAX_WAIT_MS } from './poll-plan.ts';

/** The state of requesting one organization's events. Times are epoch milliseconds. */
export type FeedRecord = {
  /** When the last request was sent; undefined before the first. */
  readonly requestedAt: number | undefined;
  /** When the last request that was answered was sent. */
  readonly answeredAt: number | undefined;
  /** Since when the answers follow each other without a gap; undefined while there is no answer, or requests fail. */
  readonly continuousSince: number | undefined;
  readonly notBefore: number;
  /** Pages of the last answer: each was a request. 1 for the first answer. */
  readonly pages: number;
  /** Consecutive failures. */
  readonly failures: number;
  /** The last answer was a refusal or unreadable: the feed rests until `notBefore`. */
  readonly isRefused: boolean;
  /** The newest event so far, by Qovery's clock. */
  readonly newestAt: number | undefined;
  /** Keys of events that were announced already, the latest answer's first. */
  readonly seen: readonly string[];
};

export const NEVER_REQUESTED_FEED: FeedRecord = {
  requestedAt: undefined,
  answeredAt: undefined,
  continuousSince: undefined,
  notBefore: Number.NEGATIVE_INFINITY,
  pages: 1,
  failures: 0,
  isRefused: false,
  newestAt: undefined,
  seen: [],
};

/** The largest page that the official clients request. */
export const FEED_PAGE_SIZE = 100;
/** More pages than this are not worth their requests: then everything is polled as without the feed. */
export const MAX_FEED_PAGES = 3;
/** Milliseconds by which each request overlaps the time before it: an event may arrive later than its timestamp. */
export const OVERLAP_MS = 300_000;
/** Milliseconds without a request to the feed after a refusal or an unreadable answer. */
export const FEED_REST_MS = 3_600_000;
/** An answer that is older than two intervals and this, in milliseconds, no longer proves anything. */
const GRACE_MS = 25_000;
const MAX_SEEN = 1_000;
/** A timestamp further ahead than this, in milliseconds, is a mistake. An earlier one counts as the time of its request. */
const MAX_AHEAD_MS = 3_600_000;
/** Clocks of Qovery and of this computer may differ by so much, in milliseconds. */
const MAX_SKEW_MS = 120_000;

/** Returns the request to send: the newest events, from shortly before the newest known one where there is one. Epoch seconds. */
export const feedQuery = ({
  newestAt,
}: FeedRecord): { readonly pageSize: number; readonly fromTimestamp?: number } => ({
  pageSize: FEED_PAGE_SIZE,
  ...(newestAt !== undefined && { fromTimestamp: Math.max(0, Math.floor((newestAt - OVERLAP_MS) / 1_000)) }),
});

/**
 * When to send the next request, in epoch milliseconds; `key` is the organization's. An answer of several pages is followed
 * by as many intervals, so that its requests stay within the plan. May lie in the past.
 */
export function nextFeedRequestAt(record: FeedRecord, key: string, intervalMs: number, now: number): number {
  const { requestedAt, notBefore, pages, failures } = record;
  if (requestedAt === undefined || isAhead(record, now)) return Number.NEGATIVE_INFINITY;
  const pauseMs = Math.max(intervalMs * pages, backoffMs(failures));
  return Math.max(notBefore, requestedAt + Math.ceil(pauseMs * jitter(key, requestedAt)));
}

/** True while the feed's answers are new enough to slow polls down. */
export function isFeedLive(
  { answeredAt, continuousSince, pages }: FeedRecord,
  intervalMs: number,
  now: number,
): boolean {
  if (answeredAt === undefined || continuousSince === undefined) return false;
  return Math.abs(now - answeredAt) <= 2 * pages * intervalMs + GRACE_MS;
}

/** True while no request is sent to a feed that was refused or sent an unreadable answer. */
export const isResting = (record: FeedRecord, now: number): boolean =>
  record.isRefused && now < record.notBefore && !isAhead(record, now);

/** True when the last request lies in the future: the clock was set back, and no wait may last until that time. */
export const isAhead = ({ requestedAt }: FeedRecord, now: number): boolean =>
  requestedAt !== undefined && requestedAt > now + MAX_SKEW_MS;

export type FeedAnswer = {
  /** All pages of the answer, in any order. */
  readonly events: readonly FeedEvent[];
  /** False when there were more pages than were requested: events between two answers are missing. */
  readonly isComplete: boolean;
  readonly pages: number;
  /** When the request was sent. */
  readonly requestedAt: number;
  /** The interval at which requests are sent now. */
  readonly intervalMs: number;
};

/** The events of an answer that no earlier answer held, and how far they reach. */
export type FeedNews = {
  readonly events: readonly FeedEvent[];
  /**
   * `continued`: the feed answered before, without a gap. `history`: it did not, so that an old event does not show how
   * late events arrive.
   */
  readonly kind: 'continued' | 'history';
  /** When the answer before was requested: an older event should have been in it. Epoch milliseconds. */
  readonly previousAt: number | undefined;
};

/**
 * Returns the record after an answer, and its new events. An event that an earlier answer contained is never new, in
 * any order of the answers.
 */
export function feedAfterAnswer(before: FeedRecord, answer: FeedAnswer): { record: FeedRecord; news: FeedNews } {
  const { requestedAt, pages } = answer;
  const seen = new Set(before.seen);
  const announced = new Map(answer.events.map((event) => [eventKey(event), event]));
  const isContinued = answer.isComplete && isFeedLive(before, answer.intervalMs, requestedAt);
  const times = answer.events.flatMap(({ at }) =>
    at !== undefined && at <= requestedAt + MAX_AHEAD_MS ? [Math.min(at, requestedAt)] : [],
  );
  const newestAt = times.reduce((newest, at) => Math.max(newest, at), before.newestAt ?? Number.NEGATIVE_INFINITY);
  return {
    record: {
      requestedAt,
      answeredAt: requestedAt,
      continuousSince: isContinued ? before.continuousSince : requestedAt,
      notBefore: Number.NEGATIVE_INFINITY,
      // The first answer is the history: its pages are requested once, and the next answer decides when trust begins.
      pages: before.answeredAt === undefined ? 1 : pages,
      failures: 0,
      isRefused: false,
      newestAt: Number.isFinite(newestAt) ? newestAt : undefined,
      seen: [...announced.keys(), ...before.seen.filter((key) => !announced.has(key))].slice(0, MAX_SEEN),
    },
    news: {
      events: [...announced].flatMap(([key, event]) => (seen.has(key) ? [] : [event])),
      kind: isContinued ? 'continued' : 'history',
      previousAt: isContinued ? before.answeredAt : undefined,
    },
  };
}

/**
 * Failures of the connection or the server, which pass by themselves; every other answer is a refusal or unreadable.
 */
const TRANSIENT: ReadonlySet<Failure['kind']> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'server',
  'rateLimited',
  'budgetSpent',
  'gatewaySpent',
  'gatewayUnreachable',
  'gatewayUnusable',
]);

/** A 429 holds back the polls too: a feed that causes so many in a row, while polls are answered, is refused. */
const MAX_RATE_LIMITED = 3;

/**
 * Returns the record after a request without a usable answer. A refusal rests the feed for an hour; nothing else
 * changes.
 */
export function feedAfterFailure(before: FeedRecord, failure: Failure, requestedAt: number): FeedRecord {
  const isExcess = failure.kind === 'rateLimited' && before.failures + 1 >= MAX_RATE_LIMITED;
  const isTransient = TRANSIENT.has(failure.kind) && !isExcess;
  const waitMs = 'retryAfterMs' in failure ? Math.min(failure.retryAfterMs, MAX_WAIT_MS) : 0;
  return {
    ...before,
    requestedAt,
    failures: before.failures + 1,
    isRefused: !isTransient,
    continuousSince: isTransient ? before.continuousSince : undefined,
    notBefore: requestedAt + (isTransient ? waitMs : FEED_REST_MS),
  };
}

/**
 * Returns whether an event brings a poll of its source forward. In continued answers, every event does. In a history,
 * the last poll must be older than the event: `polledAt` is when the source was last polled, in epoch milliseconds.
 */
export function bringsPollForward(news: FeedNews, { at }: FeedEvent, polledAt: number | undefined): boolean {
  if (news.kind === 'continued') return true;
  return at !== undefined && polledAt !== undefined && at > polledAt - MAX_SKEW_MS;
}
