import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#domain/language.ts';

const SCRIPT = readFileSync('deploy/nginx/sign-in/sign-in.js', 'utf8');

/** Runs the script of the gateway's sign-in page, and returns what the page then shows. */
async function shown(search: string, languages: readonly string[]) {
  const elements: Record<string, { textContent: string; href?: string }> = {
    title: { textContent: '' },
    link: { textContent: '' },
    words: { textContent: '' },
  };
  const storage = { getItem: () => null, setItem: () => {} };
  const page = { documentElement: { lang: '' }, title: '', getElementById: (id: string) => elements[id] };
  const location = { pathname: '/', search, hash: '', replace: () => {}, reload: () => {} };
  const fetch = async () => ({ status: 503 });
  runInNewContext(SCRIPT, {
    ...{ document: page, location, fetch, navigator: { languages } },
    ...{ localStorage: storage, sessionStorage: storage, setTimeout: () => 0 },
  });
  await new Promise((resolve) => setTimeout(resolve));
  const { title, link, words } = elements;
  return { lang: page.documentElement.lang, texts: [page.title, title, link, words].map((one) => JSON.stringify(one)) };
}

test('the sign-in page of the gateway has its words in the language of the link or of the browser', async () => {
  const pages = await Promise.all(LANGUAGES.map((language) => shown('', [language])));
  expect(pages.map(({ lang }) => lang)).toEqual([...LANGUAGES]);
  for (const at of [0, 1, 2, 3]) expect(new Set(pages.map(({ texts }) => texts[at])).size).toBe(LANGUAGES.length);
  expect(pages.flatMap(({ texts }) => texts).filter((text) => text?.includes('undefined'))).toEqual([]);
  expect((await shown('?name=A&lang=de&v=1', ['fr'])).lang).toBe('de');
  expect((await shown('', ['it'])).lang).toBe('en');
});
