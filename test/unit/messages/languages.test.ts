import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES, type Language } from '#domain/language.ts';
import type * as Relative from '#messages/relative-time.ts';
import { filesOf, textsOf } from '#test/support/catalogue-texts.ts';

type Module = Readonly<Record<string, unknown>>;
const modules = import.meta.glob<Module>('/src/messages/*/*.ts', { eager: true });
const moduleOf = (language: Language, name: string): Module => modules[`/src/messages/${language}/${name}`] ?? {};
const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

/** Names and codes that are the same in every language. */
const NAMES = ['', 'Auto', 'Envboard', 'Markdown', 'config.json', '·', '–', '—'];
/** Names for programs, which no user reads: the columns of a CSV file, and the keys of the measures. */
const FOR_PROGRAMS = /^(?:version-export\.EXPORT_WORDS\.columns|delivery\.MEASURES)\./;
const CSV_COLUMNS = ['Deployed', 'Deployed at'];
/** Texts that are the same as in English on purpose. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  fr: [
    ...['Actions', 'Cluster', 'Compact', 'Configuration', 'Ctrl', 'Import', 'Mode', 'Notifications', 'Services'],
    ...['cluster', 'configuration', 'mode', 'Commit', 'Page', 'Previews', 'Service', 'Version', 'Versions'],
  ],
  de: [
    'Board',
    'Cluster',
    'Details',
    'Esc',
    'Import',
    'Link',
    'Live',
    'Offline',
    'Tokens',
    'Commit',
    'Definition',
    'Person',
    'Previews',
    'Version',
  ],
  es: ['Commit', 'Ctrl', 'Esc', 'Previews', 'Tokens', 'manual'],
};

/** Returns the strings of a message with their paths: a constant, or the values of a record. */
function constantsOf(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => constantsOf(part, `${path}.${key}`));
}

const constantsIn = (language: Language) =>
  filesOf(language).flatMap((name) => constantsOf(moduleOf(language, name), name.replace('.ts', '')));

test('each file of messages is in each language, and in its list', () => {
  const english = filesOf('en');
  expect(english.length).toBeGreaterThan(30);
  for (const language of LANGUAGES) {
    expect(filesOf(language)).toEqual(english);
    const list = readFileSync(`src/messages/${language}/modules.ts`, 'utf8');
    expect(
      english.filter((name) => !list.includes(`./${name}'`)),
      language,
    ).toEqual([]);
  }
});

describe.each(TRANSLATIONS)('%s', (language) => {
  it('has the constants of English, and no text of English', () => {
    const english = constantsIn('en');
    expect(english.length).toBeGreaterThan(300);
    const own = new Map(constantsIn(language));
    expect([...own.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
    const texts = english.filter(([path]) => !FOR_PROGRAMS.test(path));
    const same = texts.filter(([path, text]) => own.get(path) === text).map(([, text]) => text);
    expect([...new Set(same)].toSorted()).toEqual([...NAMES, ...(SAME[language] ?? [])].toSorted());
  });

  it('has no English words in its sentences', () => {
    const ENGLISH =
      /\b(?:the|of|and|are|with|this|that|not|your|from|is|its|when|cannot|could|been|which|there|ago|checked|deployed|failing)\b/i;
    expect(textsOf('en').filter((text) => ENGLISH.test(text)).length).toBeGreaterThan(100);
    expect(
      textsOf(language).filter(
        (text) => ENGLISH.test(text) && !text.includes('Use it with your account') && !CSV_COLUMNS.includes(text),
      ),
    ).toEqual([]);
  });
});

const FORMS: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:tu|toi|ton|tes|te)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:du|dein|deine|deinen|dir|dich)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:tú|tu|tus|ti|te|vosotros)(?!\p{L})/iu,
};

test.each(TRANSLATIONS)('the texts in %s address the user formally', (language) => {
  const texts = textsOf(language);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter((text) => FORMS[language]?.test(text))).toEqual([]);
});

test('the texts have the marks of their language', () => {
  const french = textsOf('fr');
  expect(french.filter((text) => /\u202f[:;!?»]/.test(text)).length).toBeGreaterThan(50);
  // A colon in a code example and a colon after a word without a break are no marks of a sentence.
  const spaced = french.filter((text) => / [:;!?»]|« |\p{L}[;!?](?!\p{L})|\p{L}:(?= |$)/u.test(text));
  expect(spaced).toEqual([]);
  expect(textsOf('de').filter((text) => /[“”](?=\p{L})|«|»/u.test(text))).toEqual([]);
  expect(textsOf('de').filter((text) => /„[^“”]*“/.test(text)).length).toBeGreaterThan(15);
  expect(textsOf('es').filter((text) => /« | »|[“”„]/.test(text))).toEqual([]);
  for (const language of TRANSLATIONS) expect(textsOf(language).filter((text) => text.includes("'"))).toEqual([]);
});

const relativeTimeIn = (language: Language) => moduleOf(language, 'relative-time.ts') as typeof Relative;
const AGO: Readonly<Record<Language, (length: string) => string>> = {
  en: (length) => `${length} ago`,
  fr: (length) => `il y a ${length}`,
  de: (length) => `vor ${length}`.replace(/Tage$/, 'Tagen'),
  es: (length) => `hace ${length}`,
};

describe.each(LANGUAGES)('times in %s', (language) => {
  const { agoText, durationText, lengthText, shortAge } = relativeTimeIn(language);

  it('have a form for one and a form for more', () => {
    for (const ms of [1_000, 60_000, 3_600_000, 86_400_000]) {
      expect(lengthText(ms)).toMatch(/^1 \p{L}+$/u);
      expect(lengthText(2 * ms)).toMatch(/^2 \p{L}+$/u);
      expect(lengthText(2 * ms).slice(2)).not.toBe(lengthText(ms).slice(2));
    }
  });

  it('hold the number of the largest unit, whatever the duration', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 400 * 86_400_000 }), (ms) => {
        expect(lengthText(ms).replace(/[^\d]/g, '')).toBe(shortAge(ms).replace(/[^\d]/g, ''));
        expect(`${lengthText(ms)} ${shortAge(ms)} ${durationText(ms / 1_000)}`).not.toMatch(/undefined|NaN|#/);
      }),
    );
  });

  it('of the past are the length in the words of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 86_399_999 }), (ms) => {
        expect(agoText(0, ms)).toBe(AGO[language](lengthText(ms)));
      }),
    );
    expect(agoText(0, 3 * 86_400_000)).toBe(AGO[language](lengthText(3 * 86_400_000)));
    expect(agoText(1_000, 0)).not.toMatch(/\d/);
  });
});

test('counted chooses the form of the language, and writes the number in its digits', () => {
  type Counting = { readonly counted: (count: number, forms: { one: string; other: string }) => string };
  const forms = { one: 'one #', other: 'other #' };
  const countedIn = (language: Language, count: number) =>
    (moduleOf(language, 'common.ts') as Counting).counted(count, forms);
  expect(LANGUAGES.map((language) => countedIn(language, 1))).toEqual(LANGUAGES.map(() => 'one 1'));
  // Zero is singular in French only.
  expect(LANGUAGES.map((language) => countedIn(language, 0))).toEqual(['other 0', 'one 0', 'other 0', 'other 0']);
  expect(countedIn('de', 1_234)).toBe('other 1.234');
  expect(countedIn('fr', 1_234)).toBe('other 1\u202f234');
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.nat(), (language, count) => {
      const form = new Intl.PluralRules(language).select(count) === 'one' ? 'one ' : 'other ';
      expect(countedIn(language, count)).toBe(`${form}${new Intl.NumberFormat(language).format(count)}`);
    }),
  );
});
