/** The languages of the interface. English is for a browser that prefers none of them. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the first language of the interface in a list of language tags such as `fr-CA`; English when there is none. */
export function languageFor(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}
