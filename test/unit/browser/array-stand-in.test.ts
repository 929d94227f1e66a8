import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standInForArrayMethods } from '#browser/array-stand-in.ts';

const calls = fc.oneof(
  fc.constant({ name: 'toSorted', values: [] }),
  fc.constant({ name: 'toSorted', values: [(a: number, b: number) => b - a] }),
  fc.constant({ name: 'toReversed', values: [] }),
  fc.record({ name: fc.constant('toSpliced'), values: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9), fc.nat()) }),
  fc.record({ name: fc.constant('toSpliced'), values: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9)) }),
  fc.record({ name: fc.constant('with'), values: fc.tuple(fc.integer({ min: -3, max: 2 }), fc.nat()) }),
);

test('each stand-in returns what the method of a newer browser returns, and leaves the array as it is', () => {
  const missing = {};
  standInForArrayMethods(missing);
  expect(Object.keys(Object.getOwnPropertyDescriptors(missing)).toSorted()).toEqual(
    ['toSorted', 'toReversed', 'toSpliced', 'with'].toSorted(),
  );
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 3, maxLength: 9 }), calls, (list, { name, values }) => {
      const before = [...list];
      const [own, native] = [missing, Array.prototype].map((from: object): unknown =>
        Reflect.apply(Reflect.get(from, name), list, values),
      );
      expect(own).toEqual(native);
      expect(list).toEqual(before);
    }),
  );
});

test.each([-4, 3, Number.POSITIVE_INFINITY])('`with` throws a RangeError for the index %d of three', (index) => {
  const missing = {};
  standInForArrayMethods(missing);
  for (const from of [missing, Array.prototype])
    expect(() => Reflect.apply(Reflect.get(from, 'with'), [1, 2, 3], [index, 0])).toThrow(RangeError);
});

test('a method that the browser has stays its own', () => {
  const own = () => [];
  const prototype = { toSorted: own };
  standInForArrayMethods(prototype);
  expect(prototype.toSorted).toBe(own);
});
