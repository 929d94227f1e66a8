import { readLocation } from '#domain/board/board-url.ts';
import { readLink } from '#domain/board/link-values.ts';
import { type Language, languageFor } from '#domain/language.ts';
import { readSettings, subscribeToSettings } from './settings-store.ts';

/** Returns this page's language: from its address, otherwise from the settings, otherwise from the browser. */
export const wantedLanguage = (): Language =>
  languageFor([
    readLink(readLocation(location)).values.get('lang') ?? '',
    readSettings().language,
    ...navigator.languages,
  ]);

/** Calls `show` with each language that the user chooses after `first`, in any tab. */
export function watchLanguage(first: Language, show: (language: Language) => void): void {
  let last = first;
  subscribeToSettings(() => {
    const language = wantedLanguage();
    if (language === last) return;
    last = language;
    show(language);
  });
}
