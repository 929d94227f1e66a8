import type { Language } from '#domain/language.ts';

/** Each language in its own words. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
} as const satisfies Record<Language, string>;
