import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { wantedLanguage } from '#data/preferences/wanted-language.ts';
import { LANGUAGES } from '#domain/language.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';

const START = readFileSync('public/theme.js', 'utf8');

type Situation = {
  readonly search?: string;
  readonly setting?: string;
  readonly stored?: string;
  readonly browser: readonly string[];
};

const storedSettings = ({ setting, stored }: Situation): string | null =>
  setting === undefined
    ? (stored ?? null)
    : JSON.stringify({ version: 1, value: { ...DEFAULT_SETTINGS, language: setting } });

/** Returns the language whose files the script of the theme preloads. */
function preloaded(situation: Situation): string {
  const links = LANGUAGES.map((language) => ({ dataset: { language }, rel: '' }));
  runInNewContext(START, {
    window: { CSSLayerBlockRule: class {} },
    document: { documentElement: { dataset: {} }, querySelectorAll: () => links, querySelector: () => ({}) },
    location: { search: situation.search ?? '', hash: '' },
    localStorage: { getItem: () => storedSettings(situation) },
    navigator: { languages: situation.browser },
  });
  return links.flatMap(({ dataset, rel }) => (rel === 'modulepreload' ? [dataset.language] : [])).join();
}

function chosen(situation: Situation): string {
  vi.stubGlobal('location', { search: situation.search ?? '', hash: '' });
  vi.stubGlobal('navigator', { languages: situation.browser });
  vi.stubGlobal('localStorage', { getItem: () => storedSettings(situation), setItem: () => {}, removeItem: () => {} });
  return wantedLanguage();
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['the browser’s', { browser: ['it', 'fr-CA', 'en'] }, 'fr'],
  ['English where the browser prefers none that there is', { browser: ['it', 'pt-BR'] }, 'en'],
  ['English where the browser names none', { browser: [] }, 'en'],
  ['that of the settings', { setting: 'es', browser: ['fr'] }, 'es'],
  ['the browser’s where the settings say so', { setting: 'automatic', browser: ['de-CH'] }, 'de'],
  ['the browser’s where the stored settings have no value', { stored: '[]', browser: ['de'] }, 'de'],
  [
    'the browser’s where the stored settings are empty',
    { stored: '{"version":1,"value":null}', browser: ['es'] },
    'es',
  ],
  ['that of the link before all others', { search: '?name=A&lang=de&v=1', setting: 'es', browser: ['fr'] }, 'de'],
  ['that of a link in capital letters', { search: '?NAME=A&LANG=DE&V=1', browser: ['fr'] }, 'de'],
  ['that of a link with escaped marks', { search: '?name=A&amp;lang=de&amp;v=1', browser: ['fr'] }, 'de'],
  ['that of a link that was encoded once more', { search: '?name%3DA%26lang%3Dde%26v%3D1', browser: ['fr'] }, 'de'],
  ['the browser’s where the link has another', { search: '?name=A&lang=xx&v=1', browser: ['fr'] }, 'fr'],
] as const)('chooses the page’s language, and preloads its files: %s', (_, situation, language) => {
  expect(chosen(situation)).toBe(language);
  expect(preloaded(situation)).toBe(language);
});

test('an engine without cascade layers shows what it needs, in the language of the page, and reports an error', () => {
  const links = LANGUAGES.map((language) => ({ dataset: { language, tooOld: `too old (${language})` }, rel: '' }));
  const body = { textContent: 'the page' };
  const document: { body: typeof body; onreadystatechange?: () => void } & Record<string, unknown> = {
    body,
    documentElement: { dataset: {} },
    querySelectorAll: () => links,
  };
  runInNewContext(START, {
    window: {},
    document,
    location: { search: '?lang=fr', hash: '' },
    localStorage: { getItem: () => null },
    navigator: { languages: ['en'] },
  });
  expect(body.textContent).toBe('the page');
  expect(() => document.onreadystatechange?.()).toThrow('too old (fr)');
  expect(body.textContent).toBe('too old (fr)');
});
