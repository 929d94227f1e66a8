import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleIndexes } from '#ui/use-visible-rows.ts';

const anyNumber = fc.integer({ min: -50, max: 300 });

test('returns a run of existing rows, in order, and at most the pinned row besides', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, fc.nat({ max: 200 }), anyNumber, (first, end, count, kept) => {
      const numbers = visibleIndexes(first, end, count, kept);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      for (const number of numbers) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(count);
        expect((number >= first && number < end) || number === kept).toBe(true);
      }
      if (kept >= 0 && kept < count) expect(numbers).toContain(kept);
    }),
  );
});

test('returns every row of the range', () => {
  expect(visibleIndexes(2, 5, 100)).toEqual([2, 3, 4]);
  expect(visibleIndexes(2, 5, 100, 9)).toEqual([2, 3, 4, 9]);
  expect(visibleIndexes(2, 5, 100, 0)).toEqual([0, 2, 3, 4]);
  expect(visibleIndexes(2, 5, 4)).toEqual([2, 3]);
});
