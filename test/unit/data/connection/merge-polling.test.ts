import { describe, expect, test } from 'vitest';
import { mergePollingStates } from '#data/connection/merge-polling.ts';
import type { FeedState } from '#domain/polling/feed-state.ts';
import { initialPollingState, type PollingState } from '#domain/polling/polling-state.ts';
import { anId } from '#test/support/ids.ts';
import { sourcesOf } from '#test/support/polling-hours.ts';

const FEED: FeedState = {
  organizations: 1,
  answering: 1,
  refused: 0,
  since: 1_000,
  sources: 10,
  trusted: 10,
  agreed: 100,
  announced: 5,
  unannounced: 1,
  feedMs: 30_000,
  changesMs: 30_000,
  slowestMs: 300_000,
  intervals: [['project:a', 300_000]],
};

/** Returns the feed of tokens with these states. Each token has a source. */
const feedOf = (...parts: readonly Partial<PollingState>[]): FeedState | undefined =>
  mergePollingStates(
    parts.map((part, token) => {
      const polling = { ...initialPollingState(80_000), sources: sourcesOf(1), ...part };
      return { key: anId(token), isPolicy: false, poller: { getSnapshot: () => polling } };
    }),
  ).feed;

describe('mergePollingStates, for the feeds of several tokens,', () => {
  test('returns no feed when no token has one', () => {
    expect(feedOf({}, {})).toBeUndefined();
  });

  test('adds up the counts, and takes the latest start and the slowest interval', () => {
    const other = {
      ...FEED,
      since: 2_000,
      feedMs: 60_000,
      changesMs: 60_000,
      intervals: [['project:b', 900_000]] as const,
    };
    expect(feedOf({ feed: FEED }, { feed: other })).toEqual({
      ...FEED,
      organizations: 2,
      answering: 2,
      since: 2_000,
      sources: 20,
      trusted: 20,
      agreed: 200,
      announced: 10,
      unannounced: 2,
      feedMs: 60_000,
      changesMs: 60_000,
      intervals: [...FEED.intervals, ...other.intervals],
    });
  });

  test.each([
    ['has no feed', undefined],
    [
      'has a refused feed',
      { ...FEED, answering: 0, refused: 1, trusted: 0, changesMs: 0, slowestMs: 0, intervals: [] },
    ],
  ])('takes the interval of the polls when a token %s', (_, feed) => {
    expect(feedOf({ feed: FEED }, { feed })).toMatchObject({ trusted: 10, changesMs: 80_000, slowestMs: 300_000 });
  });

  test('ignores a token without a source', () => {
    expect(feedOf({ feed: FEED }, { sources: [] })).toMatchObject({ changesMs: 30_000 });
  });
});
