import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, it } from 'vitest';

const documentsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const documents = ['.', 'docs', 'docs/decisions', 'deploy'].flatMap(documentsIn);
const textOf = (path: string): string => readFileSync(path, 'utf8');

const LAYERS = readdirSync('src', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const SOURCE = new RegExp(`\`(?:src/)?((?:${LAYERS.join('|')})/[\\w./-]+\\.(?:tsx?|css))\``, 'g');
const TEST = /`(test\/[\w./-]+\.(?:tsx?|mjs))`/g;
const LINK = /\]\((?!https?:)([^)\s]+)\)/g;

/** Returns the files of the project that a document names in code spans. */
const filesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(SOURCE)].map(([, path = '']) => join('src', path)),
  ...[...text.matchAll(TEST)].map(([, path = '']) => path),
];

/** Returns GitHub's anchors of a document's headings. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

function isBroken(document: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? document : join(dirname(document), file);
  if (!existsSync(target)) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(textOf(target)).includes(anchor);
}

it('names only files that exist in the documents', () => {
  const named = documents.flatMap((document) => filesIn(textOf(document)).map((path) => `${document}: ${path}`));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((one) => !existsSync(one.split(': ')[1] ?? ''))).toEqual([]);
});

it('links only to files and headings that exist in the documents', () => {
  const links = documents.flatMap((document) =>
    [...textOf(document).matchAll(LINK)].map(([, link = '']) => ({ document, link })),
  );
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ document, link }) => isBroken(document, link))).toEqual([]);
  expect(isBroken('README.md', 'docs/missing.md')).toBe(true);
  expect(isBroken('README.md', 'docs/faults.md#missing')).toBe(true);
});
