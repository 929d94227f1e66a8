import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockAfter, type DatedAnswer, dateIn, type ServerClock, serverTimeAt, skewOf } from '#domain/server-clock.ts';

const NOON = Date.UTC(2026, 10, 27, 12);
const HOUR_MS = 3_600_000;

/** Returns an answer that was created `keptMs` before it arrives, at monotonic time `atMs`. The page opened at noon. */
const arriving = (atMs: number, { keptMs = 0, ageSeconds = 0, path = '/a/status' } = {}): DatedAnswer => ({
  path,
  atMs,
  ageSeconds,
  dateMs: Math.floor((NOON + atMs - keptMs) / 1_000) * 1_000,
});
const clockOf = (...answers: readonly DatedAnswer[]): ServerClock | undefined =>
  answers.reduce<ServerClock | undefined>((clock, answer) => clockAfter(clock, answer), undefined);

test('dateIn accepts HTTP dates only', () => {
  expect(dateIn('Fri, 27 Nov 2026 12:00:00 GMT')).toBe(NOON);
  for (const text of [null, '', '0', '2026', 'soon', 'NaN', '2026-11-27T12:00:00Z', 'Fri, 99 Nov 2026 99:00:00 GMT'])
    expect(dateIn(text)).toBeUndefined();
});

test('the newest date counts when older dates follow', () => {
  const clock = clockOf(arriving(1_000), arriving(5_000, { keptMs: 300_000 }));
  expect(clock && serverTimeAt(clock, 60_000)).toBe(NOON + 60_000);
  const raised = clockOf(arriving(1_000, { keptMs: 300_000 }), arriving(5_000));
  expect(raised && serverTimeAt(raised, 60_000)).toBe(NOON + 60_000);
});

/**
 * Simulates a cache for requests at these times: it stores each answer for a while, and may renew it in the background.
 */
function throughCache(moments: readonly number[], { keepMs, renews }: { keepMs: number; renews: boolean }) {
  const kept = new Map<string, number>();
  return moments
    .toSorted((a, b) => a - b)
    .map((atMs, index) => {
      const path = index % 3 === 0 ? '/a/status' : '/b/status';
      const madeAt = kept.get(path);
      const isKept = madeAt !== undefined && (renews || atMs - madeAt < keepMs);
      const isRenewed = renews && atMs - (madeAt ?? 0) >= keepMs;
      if (!isKept || isRenewed) kept.set(path, atMs);
      return arriving(atMs, { path, keptMs: isKept ? atMs - madeAt : 0 });
    });
}

test('server time never decreases and is never ahead of the server with any cache', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 10 * HOUR_MS }), { minLength: 1, maxLength: 200 });
  const even = fc.record({ everyMs: fc.integer({ min: 5_000, max: 600_000 }), count: fc.integer({ min: 1, max: 99 }) });
  const polled = even.map(({ everyMs, count }) => Array.from({ length: count }, (_, n) => n * everyMs));
  const cache = fc.record({ keepMs: fc.integer({ min: 0, max: HOUR_MS }), renews: fc.boolean() });
  fc.assert(
    fc.property(fc.oneof(moments, polled), cache, (times, options) => {
      let clock: ServerClock | undefined;
      let previous = Number.NEGATIVE_INFINITY;
      for (const answer of throughCache(times, options)) {
        clock = clockAfter(clock, answer);
        const now = serverTimeAt(clock, answer.atMs);
        expect(now).toBeGreaterThanOrEqual(previous);
        expect(now).toBeLessThanOrEqual(NOON + answer.atMs);
        previous = now;
      }
    }),
  );
});

describe('a server whose clock was set back', () => {
  const heard = [arriving(0), arriving(30_000)];
  /** Returns answers of a server whose clock was set back by an hour. */
  const setBack = (...moments: readonly number[]) => moments.map((atMs) => arriving(atMs, { keptMs: HOUR_MS }));
  const timeAt = (atMs: number, ...answers: readonly DatedAnswer[]) => {
    const clock = clockOf(...heard, ...answers);
    return clock && serverTimeAt(clock, atMs);
  };

  test('is accepted after three answers of one path with advancing dates', () => {
    expect(timeAt(90_000, ...setBack(60_000, 90_000))).toBe(NOON + 90_000);
    expect(timeAt(120_000, ...setBack(60_000, 90_000, 120_000))).toBe(NOON + 120_000 - HOUR_MS);
  });

  test('is not accepted while another server sends current dates', () => {
    const now = arriving(100_000, { path: '/b/status' });
    expect(timeAt(120_000, ...setBack(60_000, 90_000), now, ...setBack(120_000))).toBe(NOON + 120_000);
  });

  test('is not accepted when a cache may have renewed its answers with each request', () => {
    const renewed = [60_000, 90_000, 120_000, 150_000].map((atMs) => arriving(atMs, { keptMs: 30_000 }));
    expect(timeAt(150_000, ...renewed)).toBe(NOON + 150_000);
  });
});

test('a correct clock has no skew although dates have whole seconds', () => {
  expect(skewOf(undefined, 0, NOON)).toEqual({ ms: 0, isCertain: true });
  expect(skewOf(clockOf(arriving(999)), 999, NOON + 999)).toEqual({ ms: 0, isCertain: true });
});

test('the skew of a clock that is behind is certain at the first date, even a cached one', () => {
  for (const kept of [{}, { keptMs: 200_000, ageSeconds: 200 }]) {
    const skew = skewOf(clockOf(arriving(0, kept)), 0, NOON - HOUR_MS);
    expect(skew.ms).toBeLessThan(-HOUR_MS / 2);
    expect(skew.isCertain).toBe(true);
  }
});

test('the skew of a clock that is ahead is certain once one path has answered with two dates', () => {
  const ahead = (...answers: readonly DatedAnswer[]) => skewOf(clockOf(...answers), 60_000, NOON + 60_000 + HOUR_MS);
  expect(ahead(arriving(0))).toEqual({ ms: HOUR_MS, isCertain: false });
  expect(ahead(arriving(0), arriving(30_000, { path: '/b/status' })).isCertain).toBe(false);
  expect(ahead(arriving(0), arriving(30_000))).toEqual({ ms: HOUR_MS, isCertain: true });
  expect(ahead(arriving(0), arriving(30_000, { keptMs: 30_000 })).isCertain).toBe(false);
});

test('a path that is not polled does not become the witness', () => {
  const names = arriving(0, { path: '/organization' });
  const skew = skewOf(clockOf(names, arriving(1_000), arriving(31_000)), 31_000, NOON + 31_000 + HOUR_MS);
  expect(skew).toEqual({ ms: HOUR_MS, isCertain: true });
});

test('a cached answer alone gives no skew for a clock that is ahead', () => {
  const kept = arriving(0, { keptMs: 200_000, ageSeconds: 200 });
  expect(skewOf(clockOf(kept), 0, NOON)).toEqual({ ms: 0, isCertain: true });
  expect(skewOf(clockOf(kept, arriving(1_000)), 1_000, NOON + 1_000)).toEqual({ ms: 0, isCertain: true });
});

test('the witness is replaced when its path is not requested again', () => {
  const answers = [arriving(0, { path: '/once/status' }), arriving(1_000_000), arriving(1_030_000)];
  expect(skewOf(clockOf(...answers), 1_030_000, NOON + 1_030_000 + HOUR_MS).isCertain).toBe(true);
});
