import { expect, test } from 'vitest';
import type { FeedRecord } from '#domain/polling/feed-record.ts';
import { isAided } from '#domain/polling/feed-state.ts';
import { summarizeFeeds } from '#domain/polling/feed-summary.ts';
import { NO_TRUST } from '#domain/polling/feed-trust.ts';
import { NO_FEED } from '#domain/polling/organization-feed.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
const trust = {
  ...NO_TRUST,
  state: 'trusted' as const,
  since: NOW,
  evidence: { agreed: 3, announced: 2, unannounced: 1 },
};
const feedSince = (continuousSince: number, part: Partial<FeedRecord> = {}) => ({
  ...NO_FEED,
  record: { ...NO_FEED.record, requestedAt: NOW, answeredAt: NOW, continuousSince, ...part },
  trusts: new Map([['a', trust]]),
});
const plan = (intervalMsOf: readonly (readonly [string, number])[], feedMs = 30_000) => ({
  intervalMsOf: new Map(intervalMsOf),
  feedMs,
  forwardPerHour: 100,
  savedForwards: 10,
});
const summaryOf = (
  intervals: readonly (readonly [string, number])[],
  feedMs?: number,
  record: Partial<FeedRecord> = {},
) =>
  summarizeFeeds({
    feeds: [
      { feed: feedSince(NOW - 90_000, record), isLive: true, sources: 2 },
      { feed: feedSince(NOW - 60_000), isLive: true, sources: 3 },
      { feed: NO_FEED, isLive: false, sources: 4 },
    ],
    levels: new Map([
      ['a', 'short'],
      ['b', 'none'],
    ]),
    plan: plan(intervals, feedMs),
    intervals,
    now: NOW,
  });

test('adds up the feeds, and names the latest start', () => {
  const state = summaryOf([['a', 300_000]]);
  expect(state).toMatchObject({ organizations: 2, answering: 2, refused: 0, sources: 9, trusted: 1 });
  expect(state).toMatchObject({ agreed: 6, announced: 4, unannounced: 2, since: NOW - 60_000 });
  expect(isAided(state)).toBe(true);
});

test('claims the interval of the feed for trusted sources, and that of the polls for every other source', () => {
  expect(summaryOf([['a', 300_000]])).toMatchObject({ changesMs: 30_000, slowestMs: 300_000 });
  const mixed = [
    ['a', 300_000],
    ['b', 80_000],
  ] as const;
  expect(summaryOf(mixed)).toMatchObject({ changesMs: 80_000, slowestMs: 300_000 });
  expect(summaryOf(mixed, Number.POSITIVE_INFINITY)).toMatchObject({ feedMs: undefined, changesMs: 300_000 });
});

test('claims the interval of the polls while the feed fails, and several intervals of the feed after as many pages', () => {
  const intervals = [['a', 300_000]] as const;
  expect(summaryOf(intervals)).toMatchObject({ changesMs: 30_000 });
  expect(summaryOf(intervals, 30_000, { failures: 1 })).toMatchObject({ changesMs: 300_000 });
  expect(summaryOf(intervals, 30_000, { pages: 3 })).toMatchObject({ changesMs: 90_000 });
});

test('returns no feed before the first request', () => {
  const feeds = [{ feed: NO_FEED, isLive: false, sources: 4 }];
  expect(
    summarizeFeeds({ feeds, levels: new Map(), plan: plan([['a', 30_000]]), intervals: [], now: NOW }),
  ).toBeUndefined();
});
