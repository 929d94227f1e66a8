import type { Language } from '#domain/language.ts';

/**
 * Returns the locale of dates and numbers in a language: the browser's own where it is of that language, such as `de-CH`
 * for German, else the language itself.
 */
export function localeOf(language: Language): string {
  const own = [new Intl.NumberFormat().resolvedOptions().locale, ...(globalThis.navigator?.languages ?? [])];
  return own.find((tag) => tag.split('-')[0] === language) ?? language;
}
