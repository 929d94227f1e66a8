import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Command, createSearch, foldText, rankOf, wordsOf } from '#domain/text-search.ts';

const command = (title: string, detail = '', also?: string): Command => ({
  id: `${title} ${detail}`,
  title,
  detail,
  also,
});
const titles = (commands: readonly Command[], query: string) => createSearch(commands)(query).map(({ title }) => title);

it('finds commands with every word, in any order and at any position', () => {
  const commands = [
    command('production', 'acme / checkout'),
    command('staging', 'acme / checkout'),
    command('production', 'acme / search'),
  ];
  expect(createSearch(commands)('check prod')).toEqual([commands[0]]);
  expect(titles(commands, 'prod check staging')).toEqual([]);
});

it('ranks the start of a word before its middle, and the title before the details', () => {
  const commands = [
    command('freestable', 'x'),
    command('web', 'unstable'),
    command('web', 'my table'),
    command('View: Table'),
    command('tableau'),
  ];
  expect(createSearch(commands)('table').map(({ id }) => id)).toEqual([
    'tableau ',
    'View: Table ',
    'web my table',
    'freestable x',
    'web unstable',
  ]);
});

it('finds with and without accents, in either case', () => {
  expect(titles([command('München'), command('MUNCHEN-2')], 'muNChen')).toEqual(['München', 'MUNCHEN-2']);
  expect(titles([command('Munchen')], 'münchen')).toEqual(['Munchen']);
});

it('finds commands by hidden words', () => {
  expect(titles([command('Pin environments', '', 'add search paste')], 'paste')).toEqual(['Pin environments']);
});

it('returns all commands in their order when the query is empty', () => {
  const commands = [command('b'), command('a'), command('c')];
  expect(titles(commands, '  ')).toEqual(['b', 'a', 'c']);
});

const anyCommand = fc
  .tuple(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }))
  .map(([title, detail]) => command(title, detail));
const anyCommands = fc.uniqueArray(anyCommand, { selector: ({ id }) => id, maxLength: 12 });

it('never throws, and returns each command at most once, for any query', () => {
  fc.assert(
    fc.property(anyCommands, fc.string({ unit: 'grapheme', maxLength: 8 }), (commands, query) => {
      const found = createSearch(commands)(query);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((one) => commands.includes(one))).toBe(true);
    }),
  );
});

it('finds every command by its whole title', () => {
  fc.assert(
    fc.property(anyCommands, (commands) => {
      for (const one of commands) expect(createSearch(commands)(one.title)).toContain(one);
    }),
  );
});

it('finds no further commands when the query is longer', () => {
  fc.assert(
    fc.property(anyCommands, fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), (commands, query, more) => {
      const search = createSearch(commands);
      const before = search(query);
      expect(search(`${query} ${more}`).every((one) => before.includes(one))).toBe(true);
    }),
  );
});

it('keeps the order of equal matches', () => {
  const commands = Array.from({ length: 30 }, (_, number) => command('same', '', `${number}`));
  expect(createSearch(commands)('same')).toEqual(commands);
});

it('separates words at slashes, commas and semicolons', () => {
  const commands = [command('production', 'acme / checkout'), command('production', 'acme / search')];
  expect(createSearch(commands)('acme/checkout;production,')).toEqual([commands[0]]);
});

it('folds case and accents, and splits a query into words without empty ones', () => {
  expect(foldText('MÜNchen')).toBe('munchen');
  expect(wordsOf('  Acme / Check,,Out ; ')).toEqual(['acme', 'check', 'out']);
});

it('returns the same list for a query without words', () => {
  const commands = [command('b'), command('a')];
  expect(createSearch(commands)(' / ')).toBe(commands);
});

it('matches the start of an id when the word has four characters or more', () => {
  const text = { title: 'x', details: '', id: 'abcd-1' };
  expect(rankOf(['abcd'], text)).toBe(1);
  expect(rankOf(['abcd-1'], text)).toBe(1);
  expect(rankOf(['abc'], text)).toBeUndefined();
  expect(rankOf(['cd-1'], text)).toBeUndefined();
  expect(rankOf(['abcd'], { title: 'x', details: '' })).toBeUndefined();
});

it('ranks a title first that starts with all words of the query in order', () => {
  expect(rankOf(['view', 'table'], { title: 'view table', details: '' })).toBe(-1);
  expect(rankOf(['view', 'table'], { title: 'table view', details: '' })).toBe(0);
});
