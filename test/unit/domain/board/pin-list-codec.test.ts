import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePin, type Pin } from '#domain/board/pin.ts';
import { decodePins, encodePins } from '#domain/board/pin-list-codec.ts';

const anyPin: fc.Arbitrary<Pin> = fc.record({
  kind: fc.constantFrom('environment' as const, 'project' as const),
  id: fc.uuid(),
});
const anyLabelledPin: fc.Arbitrary<Pin> = fc.record({
  kind: fc.constant('environment' as const),
  id: fc.uuid(),
  label: fc.stringMatching(/^[a-z][a-z .~]{0,8}[a-z]$/),
});
/** Encoded pins, some twice and some with a label, with the marks that programs put between and around them. */
const anyList = fc
  .array(
    fc.tuple(
      fc.oneof({ arbitrary: anyPin, weight: 4 }, { arbitrary: anyLabelledPin, weight: 1 }).map(encodePin),
      fc.constantFrom('.', '.', '.', '.', ',', '..', ' ', '', '%2E', '_.'),
      fc.boolean(),
    ),
  )
  .map((parts) => parts.map(([pin, mark, isTwice]) => `${pin}${mark}${isTwice ? `${pin}.` : ''}`).join(''));

test('encodePins returns the list that decodePins received when the list has nothing but pins', () => {
  const plain = fc.uniqueArray(anyPin, { selector: ({ id }) => id }).map((pins) => pins.map(encodePin).join('.'));
  fc.assert(
    fc.property(plain, (list) => {
      expect(encodePins(decodePins(list).pins)).toBe(list);
    }),
  );
});

test('encodePins returns the same text for decoded pins as for equal pins', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      const { pins } = decodePins(list);
      expect(encodePins(pins)).toBe(encodePins([...pins]));
    }),
  );
});
