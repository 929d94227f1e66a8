import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES, languageFor, languageIn } from '#domain/language.ts';

test('languageFor returns the first language of the interface among the preferred ones', () => {
  expect(languageFor(['it', 'fr-CA', 'en'])).toBe('fr');
  expect(languageFor(['', 'automatic', 'FR'])).toBe('fr');
  expect(languageFor(['it', 'pt-BR'])).toBe('en');
  expect(languageFor([])).toBe('en');
});

test('languageIn reads a tag with any region and in any case, and never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.stringMatching(/^(?:[-_][A-Za-z]{2,4})?$/), (language, region) => {
      expect(languageIn(`${language}${region}`.toUpperCase())).toBe(language);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([...LANGUAGES, undefined]).toContain(languageIn(text));
    }),
  );
  expect(languageIn('french')).toBeUndefined();
});
