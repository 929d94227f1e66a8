import type { Language } from '#domain/language.ts';
import { countingIn } from '#languages/counting.ts';
import { localeOf } from '#languages/locale.ts';

/** The language of these files. */
export const LANGUAGE: Language = 'es';
export const LOCALE = localeOf(LANGUAGE);
export const counting = countingIn(LANGUAGE);
