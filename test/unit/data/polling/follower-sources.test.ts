import { expect, test } from 'vitest';
import { FollowerSources } from '#data/polling/follower-sources.ts';
import { environmentSource } from '#domain/polling/poll-source.ts';

const [A, B] = [environmentSource('a'), environmentSource('b')];

test('returns the last sources of each follower, until it leaves or is silent for a minute', () => {
  const wants = new FollowerSources();
  expect(wants.isEmpty).toBe(true);
  wants.take('first', [A], 0);
  wants.take('first', [B], 1_000);
  wants.take('second', [A, B], 5_000);
  expect(wants.sources()).toEqual([B, A, B]);
  expect(wants.expire(61_000)).toBe(false);
  expect(wants.expire(61_001)).toBe(true);
  expect(wants.sources()).toEqual([A, B]);
  wants.drop('second');
  expect(wants.sources()).toEqual([]);
  expect(wants.isEmpty).toBe(true);
});
