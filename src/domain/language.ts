/** The languages of the interface. English is for a browser that prefers none of them. */
export const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the language of a tag such as `fr`, `FR` or `fr-CA`; undefined for any other text. */
export const languageIn = (tag: string): Language | undefined =>
  LANGUAGES.find((language) => language === tag.toLowerCase().split(/[-_]/)[0]);

/** Returns the first language of the interface in a list of tags; English when there is none. */
export const languageFor = (tags: readonly string[]): Language =>
  tags.map(languageIn).find((language) => language !== undefined) ?? 'en';
