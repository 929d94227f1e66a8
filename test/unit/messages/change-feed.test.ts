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

test('tells since when events cause checks, and how often checks and events matched', () => {
  expect(feedText(FEED, '14:02')).toBe(
    'Read since 14:02: a change that they report is checked at once. Checks and events matched 140 times. Requests sent less often while idle: 19 of 20. Changes reported in time: 3 of 3.',
  );
  expect(feedText({ ...FEED, unannounced: 1 }, '14:02')).toMatch(/ Changes reported in time: 3 of 4\.$/);
  expect(feedText({ ...FEED, trusted: 0, announced: 0 }, '14:02')).toMatch(
    / After five minutes of matches, idle environments are checked less often\.$/,
  );
  expect(feedText({ ...FEED, organizations: 2 }, '14:02')).toMatch(/ They can be read for 1 of 2 organizations\.$/);
});

test('tells apart why no events are read', () => {
  const silent = { ...FEED, answering: 0 };
  expect(feedText(undefined, undefined)).toBe('Not requested yet.');
  expect(feedText({ ...silent, refused: 1 }, undefined)).toMatch(/^They cannot be read here\./);
  expect(feedText({ ...silent, feedMs: undefined }, undefined)).toMatch(/^Not requested now/);
  expect(feedText(silent, undefined)).toMatch(/^The last request for them has no answer\./);
});
