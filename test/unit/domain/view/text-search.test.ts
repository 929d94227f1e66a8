import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Command, createSearch } from '#domain/view/text-search.ts';

const command = (title: string, detail = '', also?: string): Command => ({
  id: `${title} ${detail}`,
  title,
  detail,
  also,
});
const titles = (commands: readonly Command[], query: string) => createSearch(commands)(query).map(({ title }) => title);

it('finds what holds every word, in any order and wherever it stands', () => {
  const commands = [
    command('production', 'acme / checkout'),
    command('staging', 'acme / checkout'),
    command('production', 'acme / search'),
  ];
  expect(createSearch(commands)('check prod')).toEqual([commands[0]]);
  expect(titles(commands, 'prod check staging')).toEqual([]);
});

it('puts the start of a word before its middle, and the title before the rest', () => {
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

it('finds by words that are shown nowhere', () => {
  expect(titles([command('Pin environments', '', 'add search paste')], 'paste')).toEqual(['Pin environments']);
});

it('gives everything in its own order when nothing is typed', () => {
  const commands = [command('b'), command('a'), command('c')];
  expect(titles(commands, '  ')).toEqual(['b', 'a', 'c']);
});

const anyCommand = fc
  .tuple(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }))
  .map(([title, detail]) => command(title, detail));
const anyCommands = fc.uniqueArray(anyCommand, { selector: ({ id }) => id, maxLength: 12 });

it('never throws, invents or repeats, whatever is typed', () => {
  fc.assert(
    fc.property(anyCommands, fc.string({ unit: 'grapheme', maxLength: 8 }), (commands, query) => {
      const found = createSearch(commands)(query);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((one) => commands.includes(one))).toBe(true);
    }),
  );
});

it('finds everything by the whole of its title', () => {
  fc.assert(
    fc.property(anyCommands, (commands) => {
      for (const one of commands) expect(createSearch(commands)(one.title)).toContain(one);
    }),
  );
});

it('finds no more when more is typed', () => {
  fc.assert(
    fc.property(anyCommands, fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), (commands, query, more) => {
      const search = createSearch(commands);
      const before = search(query);
      expect(search(`${query} ${more}`).every((one) => before.includes(one))).toBe(true);
    }),
  );
});

it('keeps equals in their order', () => {
  const commands = Array.from({ length: 30 }, (_, number) => command('same', '', `${number}`));
  expect(createSearch(commands)('same')).toEqual(commands);
});
