import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitName } from '#domain/split-name.ts';

test('the two parts of a name are the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(splitName(name).join('')).toBe(name);
    }),
  );
});

test('long names that differ only at the end keep their ends', () => {
  expect(splitName('checkout-eu-west-blue')[1]).toBe('st-blue');
  expect(splitName('checkout-eu-west-green')[1]).toBe('t-green');
  expect(splitName('production')).toEqual(['production', '']);
});
