import type { Language } from '#domain/language.ts';
import { LAST_WORDS as GERMAN } from './de/last-words.ts';
import { LAST_WORDS as ENGLISH } from './en/last-words.ts';
import { LAST_WORDS as SPANISH } from './es/last-words.ts';
import { LAST_WORDS as FRENCH } from './fr/last-words.ts';

/** The only message that the page needs before it has loaded the files of its language. */
export const LAST_WORDS = { en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH } as const satisfies Record<
  Language,
  string
>;
