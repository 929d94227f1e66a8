import { useDropLanguage } from '#data/boards/current-board.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { LANGUAGES } from '#domain/language.ts';
import { LANGUAGE_CHOICES } from '#domain/settings.ts';
import { LANGUAGE_NAMES } from '#languages/language-names.ts';
import { BROWSER_LANGUAGE, LANGUAGE_HINT, LANGUAGE_LABEL } from '#messages/settings.ts';
import { Setting } from './setting.tsx';

/** Renders the choice of the page's language. The choice replaces a language in the address. */
export function LanguageSetting() {
  const { language } = useSettings();
  const dropLanguage = useDropLanguage();
  return (
    <Setting label={LANGUAGE_LABEL} hint={LANGUAGE_HINT}>
      {(describedBy) => (
        <select
          aria-label={LANGUAGE_LABEL}
          aria-describedby={describedBy}
          value={language}
          className="flex-none rounded-lg border border-line bg-surface px-3 py-[7px] max-sm:min-h-11"
          onChange={({ target }) => {
            dropLanguage();
            changeSettings({ language: LANGUAGE_CHOICES.find((choice) => choice === target.value) ?? 'automatic' });
          }}
        >
          <option value="automatic">{BROWSER_LANGUAGE}</option>
          {LANGUAGES.map((choice) => (
            <option key={choice} value={choice} lang={choice}>
              {LANGUAGE_NAMES[choice]}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}
