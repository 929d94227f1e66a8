import { useLayoutEffect, useRef } from 'react';
import { useDropLanguage } from '#data/boards/use-drop-language.ts';
import { noteSwitch, reopenedOverlay } from '#data/preferences/language-switch.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { LANGUAGES } from '#domain/language.ts';
import { LANGUAGE_CHOICES } from '#domain/settings.ts';
import { LANGUAGE_NAMES } from '#languages/language-names.ts';
import { MORE } from '#messages/header.ts';
import { BROWSER_LANGUAGE, LANGUAGE_HINT, LANGUAGE_LABEL } from '#messages/settings.ts';
import { Setting } from './setting.tsx';

/**
 * Keeps the user's place while the page is rendered again in another language: open settings, focus, scroll position.
 * Returns the ref of the language's select.
 */
function useKeptPlace() {
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    const { documentElement: root, body } = document;
    const { lang } = root;
    if (reopenedOverlay()) {
      noteSwitch(undefined);
      // The dialog opens after this effect. It focuses the select, and on closing the button that opens the settings.
      document.querySelector<HTMLElement>(`header [aria-label="${MORE}"]`)?.focus({ preventScroll: true });
      select.current?.setAttribute('autofocus', '');
    }
    return () => {
      const isSwitched = root.lang !== lang;
      noteSwitch(isSwitched ? { which: 'settings' } : undefined);
      // The browser would scroll up while the page is empty.
      body.style.minHeight = isSwitched ? `${root.scrollHeight}px` : '';
    };
  }, []);
  return select;
}

/** Renders the choice of the page's language. The choice replaces a language in the address. */
export function LanguageSetting() {
  const { language } = useSettings();
  const dropLanguage = useDropLanguage();
  const select = useKeptPlace();
  return (
    <Setting label={LANGUAGE_LABEL} hint={LANGUAGE_HINT}>
      {(describedBy) => (
        <select
          ref={select}
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
