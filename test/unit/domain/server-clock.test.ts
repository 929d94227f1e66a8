import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockAfter, type DatedAnswer, dateIn, type ServerClock, serverTimeAt, skewOf } from '#domain/server-clock.ts';

const NOON = Date.UTC(2026, 10, 27, 12);
const HOUR_MS = 3_600_000;

/** An answer that was made `keptMs` before it arrives at the monotonic moment `atMs`; the page opened at noon. */
const arriving = (atMs: number, { keptMs = 0, ageSeconds = 0, path = '/a/status' } = {}): DatedAnswer => ({
  path,
  atMs,
  ageSeconds,
  dateMs: Math.floor((NOON + atMs - keptMs) / 1_000) * 1_000,
});
const clockOf = (...answers: readonly DatedAnswer[]): ServerClock | undefined =>
  answers.reduce<ServerClock | undefined>((clock, answer) => clockAfter(clock, answer), undefined);

test('only an HTTP date is read as a date', () => {
  expect(dateIn('Fri, 27 Nov 2026 12:00:00 GMT')).toBe(NOON);
  for (const text of [null, '', '0', '2026', 'soon', 'NaN', '2026-11-27T12:00:00Z', 'Fri, 99 Nov 2026 99:00:00 GMT'])
    expect(dateIn(text)).toBeUndefined();
});

test('the newest date counts, whatever comes after it', () => {
  const clock = clockOf(arriving(1_000), arriving(5_000, { keptMs: 300_000 }));
  expect(clock && serverTimeAt(clock, 60_000)).toBe(NOON + 60_000);
  const raised = clockOf(arriving(1_000, { keptMs: 300_000 }), arriving(5_000));
  expect(raised && serverTimeAt(raised, 60_000)).toBe(NOON + 60_000);
});

const someAnswer = fc
  .record({
    atMs: fc.integer({ min: 0, max: 10 * HOUR_MS }),
    keptMs: fc.integer({ min: 0, max: HOUR_MS }),
    ageSeconds: fc.integer({ min: 0, max: 400 }),
    path: fc.constantFrom('/a/status', '/b/status', '/c'),
  })
  .map(({ atMs, ...rest }) => arriving(atMs, rest));

test('server time never runs back and never runs ahead of the server', () => {
  fc.assert(
    fc.property(fc.array(someAnswer, { minLength: 1 }), (answers) => {
      const inOrder = answers.toSorted((a, b) => a.atMs - b.atMs);
      let clock: ServerClock | undefined;
      let told = Number.NEGATIVE_INFINITY;
      for (const answer of inOrder) {
        clock = clockAfter(clock, answer);
        const now = serverTimeAt(clock, answer.atMs);
        expect(now).toBeGreaterThanOrEqual(told);
        expect(now).toBeLessThanOrEqual(NOON + answer.atMs);
        told = now;
      }
    }),
  );
});

test('a clock that is right has no skew, in spite of whole seconds', () => {
  expect(skewOf(undefined, 0, NOON)).toEqual({ ms: 0, isCertain: true });
  expect(skewOf(clockOf(arriving(999)), 999, NOON + 999)).toEqual({ ms: 0, isCertain: true });
});

test('a clock that is behind is certain at the first date, even at a kept one', () => {
  for (const kept of [{}, { keptMs: 200_000, ageSeconds: 200 }]) {
    const skew = skewOf(clockOf(arriving(0, kept)), 0, NOON - HOUR_MS);
    expect(skew.ms).toBeLessThan(-HOUR_MS / 2);
    expect(skew.isCertain).toBe(true);
  }
});

test('a clock that is ahead is certain once one path has answered with two dates', () => {
  const ahead = (...answers: readonly DatedAnswer[]) => skewOf(clockOf(...answers), 60_000, NOON + 60_000 + HOUR_MS);
  expect(ahead(arriving(0))).toEqual({ ms: HOUR_MS, isCertain: false });
  expect(ahead(arriving(0), arriving(30_000, { path: '/b/status' })).isCertain).toBe(false);
  expect(ahead(arriving(0), arriving(30_000))).toEqual({ ms: HOUR_MS, isCertain: true });
  expect(ahead(arriving(0), arriving(30_000, { keptMs: 30_000 })).isCertain).toBe(false);
});

test('a path that is not polled is not watched for a second date', () => {
  const names = arriving(0, { path: '/organization' });
  const skew = skewOf(clockOf(names, arriving(1_000), arriving(31_000)), 31_000, NOON + 31_000 + HOUR_MS);
  expect(skew).toEqual({ ms: HOUR_MS, isCertain: true });
});

test('a kept answer alone says nothing of a clock that is ahead', () => {
  const kept = arriving(0, { keptMs: 200_000, ageSeconds: 200 });
  expect(skewOf(clockOf(kept), 0, NOON)).toEqual({ ms: 0, isCertain: true });
  expect(skewOf(clockOf(kept, arriving(1_000)), 1_000, NOON + 1_000)).toEqual({ ms: 0, isCertain: true });
});

test('the path that is watched for a second date is replaced when it is not requested again', () => {
  const answers = [arriving(0, { path: '/once/status' }), arriving(1_000_000), arriving(1_030_000)];
  expect(skewOf(clockOf(...answers), 1_030_000, NOON + 1_030_000 + HOUR_MS).isCertain).toBe(true);
});
