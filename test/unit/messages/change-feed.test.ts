import { expect, test } from 'vitest';
import type { FeedState } from '#domain/polling/feed-state.ts';
import { feedText } from '#messages/change-feed.ts';

const FEED: FeedState = {
  organizations: 1,
  answering: 1,
  refused: 0,
  sources: 20,
  trusted: 19,
  agreed: 140,
  announced: 3,
  unannounced: 0,
  feedMs: 30_000,
  changesMs: 30_000,
  slowestMs: 300_000,
  intervals: [],
};

test('tells since when events cause checks, and how often checks and events agreed', () => {
  expect(feedText(FEED, '14:02')).toBe(
    'Since 14:02, an event causes a check at once. At rest, 19 of 20 requests can be sent less often. Checks and events agreed 140 times. 3 changes had an event in time.',
  );
  expect(feedText({ ...FEED, unannounced: 1 }, '14:02')).toMatch(/ 1 change had no event in time\.$/);
  expect(feedText({ ...FEED, organizations: 2 }, '14:02')).toMatch(/ They can be read for 1 of 2 organizations\.$/);
});

test('tells apart why no events are read', () => {
  const silent = { ...FEED, answering: 0 };
  expect(feedText(undefined, undefined)).toBe('Not requested yet.');
  expect(feedText({ ...silent, refused: 1 }, undefined)).toMatch(/^They cannot be read here\./);
  expect(feedText({ ...silent, feedMs: undefined }, undefined)).toMatch(/^Not requested now/);
  expect(feedText(silent, undefined)).toMatch(/^The last request for them has no answer\./);
});
