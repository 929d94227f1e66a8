import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Forgettings, forgettingsAfter, isForgotten, NOTHING_FORGOTTEN } from '#domain/tokens/token-removals.ts';

const aPrint = fc.constantFrom('a', 'b', 'c');
const after = (prints: readonly (string | undefined)[]): Forgettings =>
  prints.reduce<Forgettings>((forgotten, print) => forgettingsAfter(forgotten, print), NOTHING_FORGOTTEN);

test('isForgotten is true when the token or all tokens were removed after the tab stored it', () => {
  fc.assert(
    fc.property(fc.array(fc.option(aPrint, { nil: undefined })), fc.nat({ max: 10 }), aPrint, (prints, at, token) => {
      const seen = after(prints.slice(0, at)).latest;
      const since = prints.slice(at);
      expect(isForgotten(after(prints), token, seen)).toBe(since.includes(undefined) || since.includes(token));
    }),
  );
});

test('isForgotten is true after the next removal when the storage was cleared in between', () => {
  expect(isForgotten(NOTHING_FORGOTTEN, 'a', 7)).toBe(false);
  expect(isForgotten(after([undefined]), 'a', 7)).toBe(true);
});

test('a further removal counts as one of all tokens when the record is full', () => {
  const removedOf = (count: number) => after(Array.from({ length: count }, (_, index) => `token ${index}`));
  expect(Object.keys(removedOf(50).tokens)).toHaveLength(50);
  expect(isForgotten(removedOf(50), 'another', 0)).toBe(false);
  expect(isForgotten(removedOf(51), 'another', 0)).toBe(true);
  const many = after(Array.from({ length: 60 }, (_, index) => `token ${index}`));
  expect(Object.keys(many.tokens).length).toBeLessThanOrEqual(50);
  expect(isForgotten(many, 'token 0', 0)).toBe(true);
  expect(isForgotten(many, 'another', many.latest)).toBe(false);
});
