import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bringForward,
  dueForwards,
  EMPTY_FORWARDS,
  type ForwardQueue,
  forwardSent,
  forwardSettled,
  replenish,
} from '#domain/polling/forward-queue.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const HOUR_MS = 3_600_000;
const allowing = (forwardPerHour: number, savedForwards = 10) => ({ forwardPerHour, savedForwards });
const FULL = replenish(EMPTY_FORWARDS, allowing(600), NOW);

describe('a source with events', () => {
  test('is polled once and at once, also for several events', () => {
    const queue = bringForward(bringForward(FULL, ['a', 'b', 'a'], NOW), ['a'], NOW + 1);
    expect(dueForwards(queue, NOW)).toEqual(['a', 'b']);
    expect(dueForwards(forwardSent(queue, 'a', NOW), NOW)).toEqual(['b']);
  });

  test('is polled again after ten seconds, in case its state lagged behind the event', () => {
    const first = forwardSent(bringForward(FULL, ['a'], NOW), 'a', NOW);
    expect(dueForwards(first, NOW + 9_999)).toEqual([]);
    expect(dueForwards(first, NOW + 10_000)).toEqual(['a']);
    expect(forwardSent(first, 'a', NOW + 10_000).waiting).toEqual([]);
  });

  test('is not polled again when an answer has shown the change', () => {
    const first = forwardSent(bringForward(FULL, ['a', 'b'], NOW), 'a', NOW);
    expect(forwardSettled(first, 'a').waiting.map(({ key }) => key)).toEqual(['b']);
    expect(forwardSettled(first, 'c')).toBe(first);
  });

  test('keeps its position when another event names it', () => {
    const queue = bringForward(bringForward(FULL, ['a', 'b'], NOW), ['a'], NOW + 5_000);
    expect(dueForwards(queue, NOW)).toEqual(['a', 'b']);
    const sent = bringForward(forwardSent(queue, 'a', NOW), ['a'], NOW + 1);
    expect(dueForwards(sent, NOW + 9_999)).toEqual(['b']);
  });

  test('waits for the allowance, the longest waiting first', () => {
    const queue = bringForward(replenish(EMPTY_FORWARDS, allowing(20, 2), NOW), ['a', 'b', 'c'], NOW);
    expect(dueForwards(queue, NOW)).toEqual(['a', 'b']);
    const spent = forwardSent(forwardSent(queue, 'a', NOW), 'b', NOW);
    expect(dueForwards(spent, NOW)).toEqual([]);
    expect(dueForwards(replenish(spent, allowing(20, 2), NOW + 180_000), NOW + 180_000)).toEqual(['c']);
  });

  test('uses the saved allowance when the hour has run short', () => {
    const short = replenish(bringForward(FULL, ['a'], NOW + HOUR_MS), allowing(0), NOW + HOUR_MS);
    expect(dueForwards(short, NOW + HOUR_MS)).toEqual(['a']);
  });

  test('uses no allowance for a poll at its own interval', () => {
    expect(forwardSent(FULL, 'z', NOW).allowance).toBe(FULL.allowance);
  });
});

test('brings no more polls forward in an hour than are allowed and saved up, for any events', () => {
  const anySteps = fc.array(
    fc.record({ afterMs: fc.nat(400_000), keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 }) }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(anySteps, fc.integer({ min: 0, max: 900 }), fc.nat(10), (steps, perHour, saved) => {
      let queue: ForwardQueue = EMPTY_FORWARDS;
      let now = NOW;
      const sent: number[] = [];
      for (const { afterMs, keys } of steps) {
        now += afterMs;
        queue = replenish(bringForward(queue, keys, now), allowing(perHour, saved), now);
        for (const key of dueForwards(queue, now)) {
          queue = forwardSent(queue, key, now);
          sent.push(now);
        }
      }

      const most = Math.max(0, ...sent.map((from) => sent.filter((at) => at >= from && at < from + HOUR_MS).length));
      expect(most).toBeLessThanOrEqual(perHour + saved);
    }),
    { numRuns: 300 },
  );
});

test('brings all polls forward with an infinite allowance, and none without an allowance', () => {
  const queue = bringForward(EMPTY_FORWARDS, ['a', 'b', 'c'], NOW);
  expect(
    dueForwards(replenish(queue, allowing(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), NOW), NOW),
  ).toHaveLength(3);
  for (const none of [0, -1, Number.NaN]) {
    expect(dueForwards(replenish(queue, allowing(none), NOW), NOW)).toEqual([]);
    expect(dueForwards(replenish(queue, allowing(600, none), NOW), NOW)).toEqual([]);
  }
});
