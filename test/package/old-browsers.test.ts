import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Methods that Chromium 103 lacks. TypeScript refuses those of the language (`lib` is ES2023, whose copying methods
 * `browser/array-stand-in.ts` adds), but knows neither the age of the browser's own nor what packages call.
 */
const NEWER =
  /\.(?:canParse|groupBy|withResolvers|fromAsync|isWellFormed|toWellFormed|showPopover|togglePopover|requestClose|moveBefore|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom|toBase64|fromBase64|setHTMLUnsafe|getOrInsert|getHTML)\(|AbortSignal\.any\(|scheduler\.yield\(|URL\.parse\(|Promise\.try\(|RegExp\.escape\(/g;

const scriptsOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.js'));

it('no built script calls a method that Chromium 103 lacks', () => {
  const names = scriptsOf('dist/assets');
  expect(names.length).toBeGreaterThan(50);
  const found = names.flatMap((name) =>
    [...readFileSync(`dist/assets/${name}`, 'utf8').matchAll(NEWER)].map(([call]) => `${name}: ${call}`),
  );
  expect(found).toEqual([]);
  expect('const address = URL.canParse(text)'.match(NEWER)).toEqual(['.canParse(']);
});

it('the built styles use a unit that Chromium 103 lacks only with a fallback, and `:has()` only in rules of its own', () => {
  const [styles = ''] = readdirSync('dist/assets').filter((name) => name.endsWith('.css'));
  const css = readFileSync(`dist/assets/${styles}`, 'utf8');
  expect(css).toMatch(/--window-height:100vh/);
  // The only use is inside `@supports`.
  expect(css.match(/\d+[dls]vh\b/g)).toEqual(['1dvh', '100dvh']);
  // Chromium before 105 drops a whole rule for a selector that it does not know.
  const listed = /,[^{},]*:has\(|:has\([^{},()]*\)[^{},]*,[^{}]*\{/g;
  expect(css).toContain('label:has(>input){');
  expect(css.match(listed) ?? []).toEqual([]);
  expect('main,main section:has(>table){'.match(listed)).toHaveLength(1);
  expect('section:has(>table),main{'.match(listed)).toHaveLength(1);
});
