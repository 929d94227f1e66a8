import { readLocation } from '#domain/board/board-url.ts';
import { readLink } from '#domain/board/link-values.ts';
import { type Language, languageFor } from '#domain/language.ts';
import { readSettings, subscribeToSettings } from './settings-store.ts';

/** Returns the language for this page: that of its address, else that of the settings, else the browser's. */
export const wantedLanguage = (): Language =>
  languageFor([
    readLink(readLocation(location)).values.get('lang') ?? '',
    readSettings().language,
    ...navigator.languages,
  ]);

/** Calls `show` with each language that the user chooses after `first`, here or in another tab. */
export function watchLanguage(first: Language, show: (language: Language) => void): void {
  let last = first;
  subscribeToSettings(() => {
    const language = wantedLanguage();
    if (language === last) return;
    last = language;
    show(language);
  });
}
