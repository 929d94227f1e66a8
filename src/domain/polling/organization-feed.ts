import type { Failure } from '#domain/environment/failure.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isMoving, toneOf } from '#domain/environment/tone.ts';
import { createSourceFinder, type FeedEvent, mayChangeState } from './change-feed.ts';
import { matchesHistory } from './feed-history.ts';
import {
  bringsPollForward,
  type FeedAnswer,
  type FeedRecord,
  feedAfterAnswer,
  feedAfterFailure,
  isFeedLive,
  NEVER_REQUESTED_FEED,
} from './feed-record.ts';
import {
  isBrokenAt,
  isChangedAtRest,
  NO_TRUST,
  type SourceTrust,
  timelinessOf,
  trustAfterFeed,
  trustAfterPoll,
} from './feed-trust.ts';
import { bringForward, EMPTY_FORWARDS, type ForwardQueue, forwardSettled } from './forward-queue.ts';
import type { PollSource } from './poll-source.ts';

/** The change feed of one organization: requests, the trust of each source by its key, and polls brought forward. */
export type OrganizationFeed = {
  readonly record: FeedRecord;
  readonly trusts: ReadonlyMap<string, SourceTrust>;
  readonly queue: ForwardQueue;
};

export const NO_FEED: OrganizationFeed = { record: NEVER_REQUESTED_FEED, trusts: new Map(), queue: EMPTY_FORWARDS };

/**
 * Returns the part of a feed about these sources. A source of another board or organization has no part in the plan.
 */
export function feedOfSources(feed: OrganizationFeed, sources: readonly PollSource[]): OrganizationFeed {
  const keys = new Set(sources.map(({ key }) => key));
  const waiting = feed.queue.waiting.filter(({ key }) => keys.has(key));
  const trusts = new Map([...feed.trusts].filter(([key]) => keys.has(key)));
  return { ...feed, trusts, queue: { ...feed.queue, waiting } };
}

type Polled = {
  /** The sources of this organization. Any other source loses its trust, unless that is broken. */
  readonly sources: readonly PollSource[];
  /** The project of an environment, where it is known. */
  readonly projectOf: (environmentId: string) => string | undefined;
  readonly statusesOf: (source: PollSource) => readonly EnvironmentStatus[];
  /** When a source was last polled, in epoch milliseconds. */
  readonly polledAtOf: (source: PollSource) => number | undefined;
  /** The interval of a source now, in milliseconds. */
  readonly intervalMsOf: (source: PollSource) => number;
};

/** A moving source with an interval of this length, in milliseconds, or less needs no poll brought forward. */
const QUICK_MS = 15_000;

/**
 * Returns the feed after an answer. Each source's trust is judged, and the polls of sources with news are brought
 * forward.
 */
export function feedAnswered(feed: OrganizationFeed, answer: FeedAnswer, polled: Polled): OrganizationFeed {
  const { sources, projectOf, statusesOf, polledAtOf, intervalMsOf } = polled;
  const { record, news } = feedAfterAnswer(feed.record, answer);
  const find = createSourceFinder(sources, projectOf);
  const eventsBy = new Map<PollSource, FeedEvent[]>();
  for (const event of news.events.filter(mayChangeState)) {
    for (const source of find(event)) eventsBy.set(source, [...(eventsBy.get(source) ?? []), event]);
  }
  const isProven = eventsBy.size > 0 || [...feed.trusts.values()].some(({ isCovered }) => isCovered);
  const isHistory = news.kind === 'history';
  const oldestAt = oldestOf(answer.events);
  const trusts = sources.map((source) => {
    const events = eventsBy.get(source) ?? [];
    const finding = {
      at: answer.requestedAt,
      announced: timelinessOf(events, news.previousAt),
      isHistory,
      matchesHistory: isHistory && matchesHistory(events, oldestAt, statusesOf(source)),
      isProven,
    };
    return [source.key, trustAfterFeed(feed.trusts.get(source.key) ?? NO_TRUST, finding)] as const;
  });
  // Another board may show a source again before its hour is over.
  const broken = [...feed.trusts].filter(([, trust]) => isBrokenAt(trust, answer.requestedAt));
  // Its interval alone does not show that: a source that has just become idle still has the interval of a moving one.
  const isQuick = (source: PollSource) => isAnyMoving(statusesOf(source)) && intervalMsOf(source) <= QUICK_MS;
  const forward = [...eventsBy].flatMap(([source, events]) =>
    !isQuick(source) && events.some((event) => bringsPollForward(news, event, polledAtOf(source))) ? [source.key] : [],
  );
  const queue = bringForward(feed.queue, forward, answer.requestedAt);
  return { record, trusts: new Map([...broken, ...trusts]), queue };
}

/** Returns the feed after a request without a usable answer: only the time of the next request changes. */
export const feedFailed = (feed: OrganizationFeed, failure: Failure, requestedAt: number): OrganizationFeed => ({
  ...feed,
  record: feedAfterFailure(feed.record, failure, requestedAt),
});

type PollAnswer = {
  /** When this poll and the poll before were requested, in epoch milliseconds. */
  readonly at: number;
  readonly previousAt: number | undefined;
  readonly before: readonly EnvironmentStatus[];
  readonly after: readonly EnvironmentStatus[];
  /** The interval of the feed now. */
  readonly feedMs: number;
};

/** Returns the feed after a poll was answered. The answer is compared with the events since the poll before. */
export function feedCompared(feed: OrganizationFeed, { key }: PollSource, poll: PollAnswer): OrganizationFeed {
  const { at, previousAt, before, after, feedMs } = poll;
  const { record, trusts, queue } = feed;
  const isChanged = isChangedAtRest(before, after);
  const needsNoSecond = isChanged || isAnyMoving(after);
  const settled = { ...feed, queue: needsNoSecond ? forwardSettled(queue, key) : queue };
  if (previousAt === undefined) return settled;
  const wasFeedLive =
    (record.continuousSince ?? Number.POSITIVE_INFINITY) <= previousAt && isFeedLive(record, feedMs, at);
  const trust = trustAfterPoll(trusts.get(key) ?? NO_TRUST, { at, previousAt, isChanged, wasFeedLive });
  return { ...settled, trusts: new Map(trusts).set(key, trust) };
}

const isAnyMoving = (statuses: readonly EnvironmentStatus[]): boolean =>
  statuses.some(({ state }) => isMoving(toneOf(state)));

function oldestOf(events: readonly FeedEvent[]): number | undefined {
  const times = events.flatMap(({ at }) => at ?? []);
  return times.length === 0 ? undefined : times.reduce((oldest, at) => Math.min(oldest, at));
}
