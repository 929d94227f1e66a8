import type { Language } from '#domain/language.ts';
import { localeOf } from './locale.ts';

/** A text in the forms that a language has for numbers; `#` stands for the number. A form that is left out is as `other`. */
type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Returns the functions that write numbers in a language. */
export function countingIn(language: Language) {
  const format = new Intl.NumberFormat(localeOf(language));
  const rules = new Intl.PluralRules(language);
  const figures = (count: number): string => format.format(count);
  const counted = (count: number, forms: Forms): string =>
    (forms[rules.select(count)] ?? forms.other).replace('#', () => figures(count));
  return { figures, counted };
}
