import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedUp } from '#languages/rounded-up.ts';

test.each([
  [0, 5],
  [0.4, 5],
  [5, 5],
  [5.1, 10],
  [60, 60],
  [61, 70],
])('%d s that remain are shown as %d s', (seconds, shown) => {
  expect(roundedUp(seconds)).toBe(shown);
});

test('the shown time is never shorter than the time that remains, and at most a step longer', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
      const shown = roundedUp(seconds);
      expect(shown).toBeGreaterThanOrEqual(seconds);
      expect(shown - seconds).toBeLessThanOrEqual(10);
      expect(shown).toBeGreaterThan(0);
    }),
  );
});
