import type { Language } from '#domain/language.ts';
import { LAST_WORDS as GERMAN, NEEDS_NEWER_BROWSER as NEWER_GERMAN } from './de/last-words.ts';
import { LAST_WORDS as ENGLISH, NEEDS_NEWER_BROWSER as NEWER_ENGLISH } from './en/last-words.ts';
import { NEEDS_NEWER_BROWSER as NEWER_SPANISH, LAST_WORDS as SPANISH } from './es/last-words.ts';
import { LAST_WORDS as FRENCH, NEEDS_NEWER_BROWSER as NEWER_FRENCH } from './fr/last-words.ts';

/** The only message that the page needs before it has loaded the files of its language. */
export const LAST_WORDS = { en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH } as const satisfies Record<
  Language,
  string
>;

/** The sentences for browsers that are too old. The build writes them into the page, so that its scripts need not hold them. */
export const NEEDS_NEWER_BROWSER = {
  en: NEWER_ENGLISH,
  fr: NEWER_FRENCH,
  de: NEWER_GERMAN,
  es: NEWER_SPANISH,
} as const satisfies Record<Language, string>;
