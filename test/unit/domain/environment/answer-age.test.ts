import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgeHeaders, ageSecondsIn, answerAge, unixTimeIn } from '#domain/environment/answer-age.ts';
import { clockAfter, dateIn, type ServerClock } from '#domain/server-clock.ts';

const NOON = Date.UTC(2026, 10, 27, 12);
const NOTHING: AgeHeaders = { age: null, date: null, fetchedAt: null };
const httpDate = (ms: number): string => new Date(ms).toUTCString();

/** A clock that has received the server's true time. The page opened at noon, at monotonic time 0. */
const CLOCK = clockAfter(undefined, { path: '/first', atMs: 0, dateMs: NOON, ageSeconds: 0 });

/** Returns the age of an answer that was requested 100 ms before it arrives, at `arrivedMs`. */
const ageAt = (arrivedMs: number, headers: Partial<AgeHeaders>, clock: ServerClock | undefined = CLOCK) =>
  answerAge(clock, { ...NOTHING, ...headers }, { sentMs: arrivedMs - 100, arrivedMs, wallMs: NOON + arrivedMs });

test('an answer has age 0 when no header gives its age', () => {
  expect(ageAt(5_000, {})).toEqual({ ageMs: 0 });
  expect(answerAge(undefined, NOTHING, { sentMs: 0, arrivedMs: 100, wallMs: NOON })).toEqual({ ageMs: 0 });
});

test('a new answer has age 0 although its Date has whole seconds', () => {
  expect(ageAt(5_999, { date: httpDate(NOON + 5_999) })).toEqual({ ageMs: 0 });
});

test('an answer is at least as old as its Age header', () => {
  expect(ageAt(5_000, { age: '300' })).toEqual({ ageMs: 300_000, via: 'cache' });
  expect(ageAt(5_000, { age: '300, 7', date: httpDate(NOON + 5_000) })).toEqual({ ageMs: 300_000, via: 'cache' });
});

test('an answer is at least as old as its Date header, measured by the server’s time', () => {
  expect(ageAt(300_000, { date: httpDate(NOON) })).toEqual({ ageMs: 300_000, via: 'cache' });
});

test('an answer is at least as old as its X-Fetched-At header, in seconds or milliseconds', () => {
  for (const fetchedAt of [String(NOON / 1_000), String(NOON)])
    expect(ageAt(60_000, { fetchedAt, date: httpDate(NOON + 60_000) })).toEqual({ ageMs: 60_000, fetchedAtMs: NOON });
});

test('the highest age counts when several headers give one', () => {
  const headers = { age: '300', date: httpDate(NOON + 400_000), fetchedAt: String((NOON - 100_000) / 1_000) };
  expect(ageAt(500_000, headers)).toEqual({ ageMs: 600_000, fetchedAtMs: NOON - 100_000, via: 'cache' });
});

test('an answer has an unknown age when its gateway fetched it in the future', () => {
  const at = (ms: number) => ageAt(0, { date: httpDate(NOON), fetchedAt: String((NOON + ms) / 1_000) });
  expect(at(2_000)).toEqual({ ageMs: 0, fetchedAtMs: NOON + 2_000 });
  expect(at(2_001)).toEqual({ ageMs: 0, via: 'undated' });
});

test('an answer has an unknown age when it left its gateway before it was fetched, at any time of this page', () => {
  const clock = clockAfter(undefined, { path: '/first', atMs: 0, dateMs: NOON, ageSeconds: 0 });
  const fetchedAt = String((NOON - 60_000) / 1_000);
  const setBack = String((NOON - 3_600_000) / 1_000);
  expect(ageAt(10_000, { fetchedAt, gatewayTime: setBack }, clock)).toMatchObject({ via: 'undated' });
  expect(ageAt(10_000, { fetchedAt, date: httpDate(NOON - 3_600_000) }, clock)).toMatchObject({ via: 'undated' });
});

test('an answer that an edge repeats for two seconds is not from a cache, and one that is repeated longer is', () => {
  const at = (ms: number) => ageAt(ms, { fetchedAt: String(NOON), gatewayTime: String(NOON / 1_000) });
  expect(at(3_500)).toEqual({ ageMs: 3_500, fetchedAtMs: NOON });
  expect(at(5_000)).toEqual({ ageMs: 5_000, fetchedAtMs: NOON, via: 'cache' });
});

test('an answer over a slow network is old, and is not marked as cached', () => {
  const slow = { sentMs: 10_000, arrivedMs: 25_000, wallMs: NOON + 25_000 };
  expect(answerAge(CLOCK, { ...NOTHING, date: httpDate(NOON + 11_000) }, slow)).toEqual({ ageMs: 14_000 });
});

test.each(['', 'soon', '-5', '1.5', '1e9', 'NaN', 'Infinity', '5 s'])(
  'ageSecondsIn returns 0 for the malformed Age %j',
  (age) => {
    expect(ageSecondsIn(age)).toBe(0);
  },
);

test.each([null, '', '0', '-5', 'Infinity', 'NaN', 'soon'])('unixTimeIn returns undefined for %j', (header) => {
  expect(unixTimeIn('1.5')).toBe(1_500);
  expect(unixTimeIn(header)).toBeUndefined();
});

test('a number up to a million million is Unix seconds, and a higher one is milliseconds', () => {
  expect(unixTimeIn('1000000000000')).toBe(1e15);
  expect(unixTimeIn('1000000000001')).toBe(1_000_000_000_001);
});

test('an answer dated two seconds before its request is new, and an older one is from a cache', () => {
  const at = (dateMs: number) => ({ sentMs: 60_000, arrivedMs: 60_000, wallMs: NOON, dateMs });
  const age = (dateMs: number) => answerAge(CLOCK, { ...NOTHING, date: httpDate(dateMs) }, at(dateMs));
  expect(age(NOON + 58_000)).toEqual({ ageMs: 0 });
  expect(age(NOON + 57_000)).toEqual({ ageMs: 3_000, via: 'cache' });
});

test('a date without a clock of the server says nothing', () => {
  const times = { sentMs: 0, arrivedMs: 100, wallMs: NOON };
  expect(answerAge(undefined, { ...NOTHING, date: httpDate(NOON - 3_600_000) }, times)).toEqual({ ageMs: 0 });
  expect(answerAge(CLOCK, { ...NOTHING, date: httpDate(NOON - 3_600_000) }, times)).toMatchObject({ via: 'cache' });
});

const rubbish = fc.option(
  fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.integer().map(String),
    fc.integer({ min: -1e12, max: 1e14 }).map((ms) => httpDate(ms)),
    fc.constantFrom('NaN', 'Infinity', '-1', '1e400', '0x10', '99999999999999999999'),
  ),
  { nil: null },
);
const anyHeaders: fc.Arbitrary<AgeHeaders> = fc.record({ age: rubbish, date: rubbish, fetchedAt: rubbish });
const anyTimeMs = fc.integer({ min: 0, max: 1e9 });
const anyWall = fc.integer({ min: -1e13, max: 1e13 });

/** Returns the clock after a response with this date has arrived. */
function clockWith(clock: ServerClock | undefined, date: string | null, atMs: number): ServerClock | undefined {
  const dateMs = dateIn(date);
  return dateMs === undefined ? clock : clockAfter(clock, { path: '/a', atMs, dateMs, ageSeconds: 0 });
}

test('the age is finite and never negative for any headers and any clock', () => {
  fc.assert(
    fc.property(anyHeaders, fc.boolean(), anyTimeMs, anyTimeMs, anyWall, (headers, hasClock, first, second, wallMs) => {
      const arrivedMs = Math.max(first, second);
      const clock = hasClock ? clockWith(undefined, headers.date, arrivedMs) : undefined;
      const { ageMs } = answerAge(clock, headers, { sentMs: Math.min(first, second), arrivedMs, wallMs });
      expect(ageMs).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(ageMs)).toBe(true);
    }),
  );
});

test('the same answer never becomes younger when this computer’s clock changes', () => {
  const kept = fc.record({ age: fc.constant(null), date: fc.constant(httpDate(NOON)), fetchedAt: rubbish });
  fc.assert(
    fc.property(kept, fc.array(anyTimeMs, { minLength: 2, maxLength: 9 }), anyWall, (headers, timesMs, wallMs) => {
      let clock: ServerClock | undefined = CLOCK;
      let ageMs = 0;
      for (const arrivedMs of timesMs.toSorted((a, b) => a - b)) {
        clock = clockWith(clock, headers.date, arrivedMs);
        const next = answerAge(clock, headers, { sentMs: arrivedMs, arrivedMs, wallMs: wallMs - arrivedMs });
        expect(next.ageMs).toBeGreaterThanOrEqual(ageMs);
        ageMs = next.ageMs;
      }
    }),
  );
});

test('an answer is at least as old as its Age and as the time since its Date, within two seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), anyTimeMs, (keptSeconds, arrivedMs) => {
      const dateMs = NOON + arrivedMs - keptSeconds * 1_000;
      const { ageMs } = ageAt(arrivedMs, { date: httpDate(dateMs) });
      expect(ageMs).toBeGreaterThanOrEqual(keptSeconds * 1_000 - 2_000);
      expect(ageAt(arrivedMs, { age: String(keptSeconds) }).ageMs).toBeGreaterThanOrEqual(keptSeconds * 1_000);
    }),
  );
});
