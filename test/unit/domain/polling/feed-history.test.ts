import { expect, test } from 'vitest';
import type { FeedEvent } from '#domain/polling/change-feed.ts';
import { matchesHistory } from '#domain/polling/feed-history.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 7, 3, 10);
const OLDEST = NOW - 24 * HOUR;
const status = (id: string, lastDeploymentAt?: number) => ({
  id,
  state: 'DEPLOYED',
  lastDeploymentState: 'DEPLOYED',
  lastDeploymentAt,
});
const event = (environmentId: string, at?: number): FeedEvent => ({ environmentId, at });

test.each([
  ['the event of the last deployment', [event('a', NOW - 2 * HOUR)], [status('a', NOW - 2.2 * HOUR)], true],
  ['an environment as target', [{ targetId: 'a', at: NOW - 2 * HOUR }], [status('a', NOW - 2 * HOUR)], true],
  [
    'no event of one of two',
    [event('a', NOW - 2 * HOUR)],
    [status('a', NOW - 2 * HOUR), status('b', NOW - HOUR)],
    false,
  ],
  ['an event hours away', [event('a', NOW - 9 * HOUR)], [status('a', NOW - 2 * HOUR)], false],
  ['an event without a time', [event('a')], [status('a', NOW - 2 * HOUR)], false],
  ['a deployment before the history', [event('a', NOW - 2 * HOUR)], [status('a', OLDEST - HOUR)], false],
  ['one before the history, and a match', [event('a', NOW)], [status('a', NOW), status('b', OLDEST)], true],
  ['no deployment', [event('a', NOW)], [status('a')], false],
  ['nothing', [], [], false],
])('%s', (_, events, statuses, matches) => {
  expect(matchesHistory(events, OLDEST, statuses)).toBe(matches);
});

test('an answer without times matches no deployment', () => {
  expect(matchesHistory([event('a', NOW)], undefined, [status('a', NOW)])).toBe(false);
});
