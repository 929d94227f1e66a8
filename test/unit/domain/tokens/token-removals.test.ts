import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Forgettings, forgettingsAfter, isForgotten, NOTHING_FORGOTTEN } from '#domain/tokens/token-removals.ts';

const aPrint = fc.constantFrom('a', 'b', 'c');
const after = (prints: readonly (string | undefined)[]): Forgettings =>
  prints.reduce<Forgettings>((forgotten, print) => forgettingsAfter(forgotten, print), NOTHING_FORGOTTEN);

test('a token is forgotten when it or all tokens were forgotten after the tab stored it', () => {
  fc.assert(
    fc.property(fc.array(fc.option(aPrint, { nil: undefined })), fc.nat({ max: 10 }), aPrint, (prints, at, token) => {
      const seen = after(prints.slice(0, at)).latest;
      const since = prints.slice(at);
      expect(isForgotten(after(prints), token, seen)).toBe(since.includes(undefined) || since.includes(token));
    }),
  );
});

test('a tab that stored its token before the storage was emptied drops it with the next forgetting', () => {
  expect(isForgotten(NOTHING_FORGOTTEN, 'a', 7)).toBe(false);
  expect(isForgotten(after([undefined]), 'a', 7)).toBe(true);
});

test('more single forgettings than are remembered count as one of all tokens', () => {
  const many = after(Array.from({ length: 60 }, (_, index) => `token ${index}`));
  expect(Object.keys(many.tokens).length).toBeLessThanOrEqual(50);
  expect(isForgotten(many, 'token 0', 0)).toBe(true);
  expect(isForgotten(many, 'another', many.latest)).toBe(false);
});
