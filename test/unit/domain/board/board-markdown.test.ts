import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardMarkdown, escapeMarkdown } from '#domain/board/board-markdown.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { cleanText } from '#domain/text.ts';
import { MARKDOWN_WORDS } from '#messages/share.ts';

const AT = Date.UTC(2026, 9, 2, 10, 15, 7, 250);
const WORDS = {
  ...MARKDOWN_WORDS,
  state: ({ status }: BoardEnvironment) => status?.state ?? 'Not checked yet',
  configuration: String,
};
const LINK = 'https://board.example/?name=x&pins=P6hfZFcXRWKz_CyWP2avpg';

function anEnvironment({ name = 'production', ...part }: Partial<BoardEnvironment> & { readonly name?: string } = {}) {
  const id = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  const watched: BoardEnvironment = {
    id,
    tone: toneOf('DEPLOYED'),
    freshness: 'fresh',
    info: {
      id,
      name,
      mode: 'PRODUCTION',
      projectId: 'p',
      projectName: 'storefront',
      organizationId: 'o',
      organizationName: 'acme',
    },
    status: {
      id,
      state: 'DEPLOYED',
      lastDeploymentState: 'DEPLOYED',
      lastDeploymentAt: AT,
      configuration: 'UP_TO_DATE',
    },
    ...part,
  };
  return watched;
}
const snippet = (watched: readonly BoardEnvironment[], name = 'Release train', link = LINK) =>
  boardMarkdown({ name, at: AT, link }, watched, WORDS);

test('boardMarkdown returns a table of the states, followed by the link', () => {
  expect(snippet([anEnvironment()])).toBe(`### Release train

States at 2026-10-02T10:15:07Z:

| Environment | Project | State | Configuration | Last deployment |
| --- | --- | --- | --- | --- |
| production | acme / storefront | DEPLOYED | UP\\_TO\\_DATE | 2026-10-02T10:15:07Z |

[Open the board](${LINK})
`);
});

test.each<[string, Partial<BoardEnvironment>, string]>([
  ['was not reached', { freshness: 'unreachable' }, 'DEPLOYED (not reached)'],
  ['is from before', { freshness: 'kept' }, 'DEPLOYED (last known)'],
  ['is overdue', { freshness: 'late' }, 'DEPLOYED (answer overdue)'],
  ['never came', { freshness: 'late', status: undefined }, 'Not checked yet'],
])('boardMarkdown marks a reading that %s', (_, part, words) => {
  expect(snippet([anEnvironment(part)])).toContain(`| ${words} |`);
});

test('boardMarkdown writes a dash for an unknown value', () => {
  const row = snippet([{ id: '3fa85f64-5717', tone: 'unknown', freshness: 'late' }]).split('\n')[6];
  expect(row).toBe('| 3fa85f64… | – | Not checked yet | – | – |');
  const odd = anEnvironment({ status: { id: 'x', state: 'X', lastDeploymentState: 'X', lastDeploymentAt: 1e300 } });
  expect(snippet([odd])).toContain('| X | – | – |');
});

test.each([
  ['a | b', 'a \\| b'],
  ['**bold** _x_ `code`', '\\*\\*bold\\*\\* \\_x\\_ \\`code\\`'],
  ['[evil](https://evil.example)', '\\[evil\\](https\\://evil.example)'],
  ['![x](y) <img src=x> &lt; #1 ~~a~~ @all', '\\!\\[x\\](y) \\<img src=x\\> \\&lt; \\#1 \\~\\~a\\~\\~ \\@all'],
  ['two\n| lines\r\n# end', 'two \\| lines \\# end'],
  ['www.evil.example v1.2', 'www\\.evil.example v1.2'],
  ['\\|', '\\\\\\|'],
  ['\u202Egnp.\u0000exe', 'gnp.exe'],
])('escapeMarkdown makes Markdown show %j unchanged', (name, escaped) => {
  expect(escapeMarkdown(name)).toBe(escaped);
});

const hostile = fc.string({
  unit: fc.constantFrom(...'\\|*_`[]<>(){}#!~&@:/.- \n\r\tabw'.split(''), '🚀', '\u2028', '\u202E'),
  maxLength: 60,
});

test('a name never leaves its cell, and unescaping returns it in one line', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, board) => {
      const escaped = escapeMarkdown(name);
      const plain = cleanText(name.replaceAll(/\s+/g, ' ').trim(), 120);
      expect(escaped.replaceAll(/\\(.)/gu, '$1')).toBe(plain);
      // Without the escaped characters, no character with a meaning in Markdown remains, and no `://` of a link.
      expect(escaped.replaceAll(/\\./gu, '·')).not.toMatch(/[\\`*_{}[\]<>|~#&!@\n]|:\/\//);
      const lines = snippet([anEnvironment({ name })], board).split('\n');
      expect(lines).toHaveLength(10);
      expect(lines[6]?.replaceAll(/\\./gu, '').match(/\|/g)).toHaveLength(6);
    }),
    { examples: [[':/\\/', '']] },
  );
});

test('parentheses in the address do not end the link', () => {
  expect(snippet([], 'x', 'https://board.example/a(b)/')).toContain('(https://board.example/a%28b%29/)');
});
