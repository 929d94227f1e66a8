import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#domain/environment/failure.ts';
import { eventKey, type FeedEvent } from '#domain/polling/change-feed.ts';
import {
  bringsPollForward,
  FEED_REST_MS,
  type FeedRecord,
  feedAfterAnswer,
  feedAfterFailure,
  feedQuery,
  isFeedLive,
  isResting,
  NEVER_REQUESTED_FEED,
  nextFeedRequestAt,
} from '#domain/polling/feed-record.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const INTERVAL = 30_000;
const SECOND = 1_000;

const answer = (before: FeedRecord, requestedAt: number, events: readonly FeedEvent[] = [], isComplete = true) =>
  feedAfterAnswer(before, { events, isComplete, pages: isComplete ? 1 : 3, requestedAt, intervalMs: INTERVAL });
const event = (n: number, at?: number): FeedEvent => ({ id: `e-${n}`, at });
const first = answer(NEVER_REQUESTED_FEED, NOW, [event(1, NOW - 3_600 * SECOND)]);

test('requests the newest page first, then events since five minutes before the newest one, in epoch seconds', () => {
  expect(feedQuery(NEVER_REQUESTED_FEED)).toEqual({ pageSize: 100 });
  const { record } = answer(first.record, NOW + INTERVAL, [event(2, NOW + 7_500)]);
  expect(feedQuery(record)).toEqual({ pageSize: 100, fromTimestamp: NOW / SECOND + 7 - 300 });
});

test('a timestamp far ahead hides no later event', () => {
  const { record } = answer(first.record, NOW + INTERVAL, [event(2, NOW * 2), event(3, NOW)]);
  expect(feedQuery(record).fromTimestamp).toBe(NOW / SECOND - 300);
});

test('a timestamp somewhat ahead hides no later event', () => {
  const { record } = answer(first.record, NOW + INTERVAL, [event(2, NOW + 3_000 * SECOND)]);
  expect(feedQuery(record).fromTimestamp).toBe(NOW / SECOND + 30 - 300);
});

test('an event is new once, also when answers repeat it in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(40), { maxLength: 30 }), { maxLength: 12 }), (answers) => {
      let record = first.record;
      const news: string[] = [];
      answers.forEach((numbers, round) => {
        const next = answer(
          record,
          NOW + (round + 1) * INTERVAL,
          numbers.map((n) => event(n + 2)),
        );
        record = next.record;
        news.push(...next.news.events.map(eventKey));
      });

      expect(news.toSorted()).toEqual([...new Set(answers.flat().map((n) => `e-${n + 2}`))].toSorted());
    }),
  );
});

test('remembers a thousand events at most, the latest answer first', () => {
  let record: FeedRecord = first.record;
  for (let round = 0; round < 8; round += 1) {
    const events = Array.from({ length: 300 }, (_, n) => event(round * 300 + n + 10));
    record = answer(record, NOW + (round + 1) * INTERVAL, events).record;
  }
  expect(record.seen).toHaveLength(1_000);
  expect(record.seen[0]).toBe('e-2110');
});

describe('an answer', () => {
  test('is a history at first, and later continues the answer before', () => {
    expect(first.news).toMatchObject({ kind: 'history', previousAt: undefined });
    const next = answer(first.record, NOW + INTERVAL, [event(2)]);
    expect(next.news).toMatchObject({ kind: 'continued', previousAt: NOW, events: [event(2)] });
    expect(next.record.continuousSince).toBe(NOW);
  });

  test('is a history after a gap, and when pages are missing', () => {
    const late = answer(first.record, NOW + 10 * INTERVAL, [event(2)]);
    expect(late.news.kind).toBe('history');
    expect(late.record.continuousSince).toBe(NOW + 10 * INTERVAL);
    expect(answer(first.record, NOW + INTERVAL, [event(2)], false).news.kind).toBe('history');
  });
});

describe('the feed', () => {
  test('is live for two intervals after an answer, and not after a clock was set', () => {
    expect(isFeedLive(NEVER_REQUESTED_FEED, INTERVAL, NOW)).toBe(false);
    expect(isFeedLive(first.record, INTERVAL, NOW + 85 * SECOND)).toBe(true);
    expect(isFeedLive(first.record, INTERVAL, NOW + 86 * SECOND)).toBe(false);
    expect(isFeedLive(first.record, INTERVAL, NOW - 86 * SECOND)).toBe(false);
  });

  test.each<Failure>([
    { kind: 'unauthorized', credential: 'token' },
    { kind: 'denied' },
    { kind: 'malformed' },
    { kind: 'signOn' },
    { kind: 'refused', status: 400 },
  ])('is not requested for an hour after $kind, and slows no poll down meanwhile', (failure) => {
    const record = feedAfterFailure(first.record, failure, NOW + INTERVAL);
    expect(nextFeedRequestAt(record, 'o', INTERVAL, NOW)).toBe(NOW + INTERVAL + FEED_REST_MS);
    expect(isFeedLive(record, INTERVAL, NOW + INTERVAL)).toBe(false);
  });

  test.each<Failure>([{ kind: 'server', status: 503 }, { kind: 'timeout', afterMs: 20_000 }, { kind: 'unreachable' }])(
    'backs off after $kind, to five minutes',
    (failure) => {
      let record: FeedRecord = first.record;
      const waits = Array.from({ length: 8 }, () => {
        record = feedAfterFailure(record, failure, NOW);
        return (nextFeedRequestAt(record, 'o', INTERVAL, NOW) - NOW) / SECOND;
      });
      expect(waits[0]).toBeGreaterThanOrEqual(30);
      expect(waits[0]).toBeLessThan(33);
      expect(waits.at(-1)).toBeGreaterThanOrEqual(300);
      expect(waits.at(-1)).toBeLessThan(330);
      expect(isFeedLive(record, INTERVAL, NOW + 60 * SECOND)).toBe(true);
    },
  );

  test('waits for the server’s `Retry-After`, and an hour at most', () => {
    const nextAt = (retryAfterMs: number) =>
      nextFeedRequestAt(feedAfterFailure(first.record, { kind: 'rateLimited', retryAfterMs }, NOW), 'o', INTERVAL, NOW);
    expect(nextAt(600 * SECOND)).toBe(NOW + 600 * SECOND);
    expect(nextAt(1e12)).toBe(NOW + 3_600 * SECOND);
  });

  test('is not requested after three consecutive 429s, because each of them blocks the polls', () => {
    const limited = (record: FeedRecord) =>
      feedAfterFailure(record, { kind: 'rateLimited', retryAfterMs: 60 * SECOND }, NOW);
    const second = limited(limited(first.record));
    expect(nextFeedRequestAt(second, 'o', INTERVAL, NOW)).toBe(NOW + 60 * SECOND);
    expect(isResting(second, NOW)).toBe(false);
    const third = limited(second);
    expect(nextFeedRequestAt(third, 'o', INTERVAL, NOW)).toBe(NOW + FEED_REST_MS);
    expect([isResting(third, NOW), isResting(third, NOW + FEED_REST_MS)]).toEqual([true, false]);
    expect(isResting(answer(third, NOW + FEED_REST_MS).record, NOW + FEED_REST_MS)).toBe(false);
  });

  test('waits for as many intervals as an answer had pages', () => {
    const { record } = answer(first.record, NOW + INTERVAL, [event(2)], false);
    const waitMs = nextFeedRequestAt(record, 'o', INTERVAL, NOW) - NOW - INTERVAL;
    expect(waitMs).toBeGreaterThanOrEqual(3 * INTERVAL);
    expect(isFeedLive(record, INTERVAL, NOW + INTERVAL + waitMs)).toBe(true);
  });

  test('waits for one interval after the history, for any number of pages', () => {
    const { record } = answer(NEVER_REQUESTED_FEED, NOW, [event(2)], false);
    expect(nextFeedRequestAt(record, 'o', INTERVAL, NOW)).toBeLessThan(NOW + 2 * INTERVAL);
  });

  test('is requested at once at first, then at its interval with up to a tenth of jitter', () => {
    expect(nextFeedRequestAt(NEVER_REQUESTED_FEED, 'o', INTERVAL, NOW)).toBeLessThan(NOW);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 10_000, max: 600_000 }), (key, interval) => {
        const waitMs = nextFeedRequestAt(first.record, key, interval, NOW) - NOW;

        expect(waitMs).toBeGreaterThanOrEqual(interval);
        expect(waitMs).toBeLessThanOrEqual(interval * 1.1 + 1);
      }),
    );
  });
});

test('a clock that was set back delays no request, neither after an answer nor after a refusal', () => {
  const refused = feedAfterFailure(first.record, { kind: 'denied' }, NOW);
  const dayBefore = NOW - 24 * 3_600 * SECOND;
  expect(isResting(refused, NOW)).toBe(true);
  expect(isResting(refused, dayBefore)).toBe(false);
  for (const record of [first.record, refused]) {
    expect(nextFeedRequestAt(record, 'o', INTERVAL, NOW)).toBeGreaterThan(NOW);
    expect(nextFeedRequestAt(record, 'o', INTERVAL, dayBefore)).toBeLessThan(dayBefore);
  }
});

test('an old event of a history brings no poll forward, a recent event and each event of a continued answer do', () => {
  const history = first.news;
  expect(bringsPollForward(history, event(1, NOW - 600 * SECOND), NOW)).toBe(false);
  expect(bringsPollForward(history, event(1, NOW - 60 * SECOND), NOW)).toBe(true);
  expect(bringsPollForward(history, event(1, NOW - 60 * SECOND), undefined)).toBe(false);
  expect(bringsPollForward(history, event(1), NOW)).toBe(false);
  const { news } = answer(first.record, NOW + INTERVAL, [event(2)]);
  expect(bringsPollForward(news, event(2, NOW - 600 * SECOND), NOW)).toBe(true);
});
