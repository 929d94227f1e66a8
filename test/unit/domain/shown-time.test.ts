import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageChangesAt, ageOf, inLargestUnit, isShownAsDate } from '#domain/shown-time.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const DAY_MS = 86_400_000;
/** Ages around the limits of the units, of both signs, and any others up to three days. */
const anyAge = fc.oneof(
  fc.integer({ min: -3 * DAY_MS, max: 3 * DAY_MS }),
  fc
    .tuple(fc.constantFrom(0, 5_000, 60_000, 3_600_000, DAY_MS, 2 * DAY_MS), fc.integer({ min: -1_500, max: 1_500 }))
    .map(([limit, near]) => limit + near),
);

test('an age stays the same until the time at which it may change', () => {
  fc.assert(
    fc.property(anyAge, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (age, part) => {
      const at = NOW - age;
      const until = ageChangesAt(at, NOW);
      expect(until).toBeGreaterThan(NOW);
      const later = NOW + Math.floor((until - NOW) * part);
      const shown = (now: number) => [
        ageOf(at, now),
        inLargestUnit(now - at),
        isShownAsDate(at, now, { absoluteTimes: false }),
        now - at < 12 * 3_600_000,
      ];
      expect(shown(later)).toEqual(shown(NOW));
    }),
  );
});

test.each([
  [400, 600],
  [59_400, 600],
  [60_000, 60_000],
  [3 * 3_600_000 + 1_000, 59_000],
])('an age of %d ms changes after %d ms', (age, wait) => {
  expect(ageChangesAt(NOW - age, NOW)).toBe(NOW + wait);
});
