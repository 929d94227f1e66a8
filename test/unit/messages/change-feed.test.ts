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

test('tells since when events cause checks, and how many checks agreed with them', () => {
  expect(feedText(FEED, '14:02')).toBe(
    'Read since 14:02: an event causes a check at once. 140 checks found what the events had said. Of 20 projects and single environments, 19 are checked less often while nothing changes: their events agreed with every check. The others are checked as without events. Events announced 3 of 3 changes within a minute.',
  );
  expect(feedText({ ...FEED, unannounced: 1 }, '14:02')).toMatch(/ Events announced 3 of 4 changes within a minute\.$/);
  expect(feedText({ ...FEED, trusted: 0, announced: 0 }, '14:02')).toMatch(
    / Once they have announced every change for five minutes, environments that do not change are checked less often\.$/,
  );
  expect(feedText({ ...FEED, agreed: 0 }, '14:02')).toMatch(/at once\. Of 20 projects/);
  expect(feedText({ ...FEED, organizations: 2 }, '14:02')).toMatch(/ They can be read for 1 of 2 organizations\.$/);
});

test('tells apart why no events are read', () => {
  const silent = { ...FEED, answering: 0 };
  expect(feedText(undefined, undefined)).toBe('Not requested yet: every project is checked once before.');
  expect(feedText({ ...silent, refused: 1 }, undefined)).toMatch(/^They cannot be read here\./);
  expect(feedText({ ...silent, feedMs: undefined }, undefined)).toMatch(/^Not requested now/);
  expect(feedText(silent, undefined)).toMatch(/^The last request for them has no answer\./);
});
