import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Board,
  COLUMNS,
  DEFAULT_BOARD,
  GROUPINGS,
  PAGES,
  ROTATE_SECONDS,
  SORTS,
  VERSION_OPTIONS,
  VIEWS,
} from '#domain/board/board.ts';
import { boardLocation, decodeBoard, encodeBoard, readLocation } from '#domain/board/board-url.ts';
import { cleanLabel, encodePin, type Pin } from '#domain/board/pin.ts';
import { TONES } from '#domain/environment/tone.ts';
import { LANGUAGES } from '#domain/language.ts';
import { cleanText } from '#domain/text.ts';
import { anId } from '#test/support/ids.ts';

const NO_PROBLEMS = {
  isCut: false,
  isUnreadable: false,
  unreadablePins: 0,
  newerVersion: false,
  unreadable: [],
  cappedPins: 0,
};
const pinsOf = (count: number, kind: Pin['kind'] = 'environment'): Pin[] =>
  Array.from({ length: count }, (_, n) => ({ kind, id: anId(n) }));

const anyUnits = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), anyUnits);
const anyPin: fc.Arbitrary<Pin> = fc
  .tuple(fc.constantFrom('environment' as const, 'project' as const), fc.uuid(), anyText)
  .map(([kind, id, text]) => {
    const label = cleanLabel(text);
    return { kind, id, ...(label && { label }) };
  });
const anyBoard: fc.Arbitrary<Board> = fc.record({
  name: anyText.map((text) => cleanText(text, 120)),
  pins: fc.uniqueArray(anyPin, { selector: ({ kind, id }) => kind + id }),
  hidden: fc.uniqueArray(fc.uuid()),
  page: fc.constantFrom(...PAGES),
  only: fc.oneof(fc.constant(''), fc.stringMatching(/^(?:failed|well|24h|7d)(?:\.o[A-Z]{1,9})?(?:\.d2026112[0-9])?$/)),
  view: fc.constantFrom(...VIEWS),
  group: fc.constantFrom(...GROUPINGS),
  collapsed: fc.uniqueArray(fc.oneof(fc.uuid(), fc.constantFrom('', 'PRODUCTION', 'failing'))),
  sort: fc.constantFrom(...SORTS),
  isReversed: fc.boolean(),
  hiddenColumns: fc.subarray([...COLUMNS]),
  tones: fc.uniqueArray(fc.constantFrom(...TONES)),
  outOfDate: fc.boolean(),
  snoozed: fc.boolean(),
  query: anyText.map((text) => cleanText(text, 120)),
  details: fc.option(fc.uuid(), { nil: undefined }),
  rotateSeconds: fc.option(fc.integer({ min: ROTATE_SECONDS.min, max: ROTATE_SECONDS.max }), { nil: undefined }),
  language: fc.option(fc.constantFrom(...LANGUAGES), { nil: undefined }),
  versions: fc.subarray([...VERSION_OPTIONS]),
});

test('decodeBoard returns the board that encodeBoard received', () => {
  fc.assert(
    fc.property(anyBoard, (board) => {
      expect(decodeBoard(encodeBoard(board))).toEqual({ board, problems: NO_PROBLEMS });
    }),
  );
});

test('a board is restored from a real location', () => {
  fc.assert(
    fc.property(anyBoard, fc.boolean(), (small, isLarge) => {
      const board = isLarge ? { ...small, pins: pinsOf(400) } : small;
      const { search, hash } = boardLocation(board);
      const url = new URL(`https://board.example/${search}${hash}`);
      expect(decodeBoard(readLocation(url)).board).toEqual(board);
    }),
  );
});

test('URLSearchParams reads the same values from a link', () => {
  fc.assert(
    fc.property(anyBoard, (board) => {
      const params = new URLSearchParams(encodeBoard(board));
      expect(params.get('name') ?? '').toBe(board.name);
      expect(params.get('q') ?? '').toBe(board.query);
    }),
  );
});

test('encodeBoard writes only the values that differ from the default', () => {
  expect(encodeBoard(DEFAULT_BOARD)).toBe('');
  expect(boardLocation(DEFAULT_BOARD)).toEqual({ search: '', hash: '' });
  const pins: Pin[] = [{ kind: 'project', id: anId(0), label: "it's v1.0 & more" }];
  expect(
    encodeBoard({
      name: 'Release train',
      pins,
      hidden: [anId(1)],
      page: 'versions',
      only: 'failed.oTERRAFORM_PROVIDER.24h',
      view: 'table',
      group: 'mode',
      collapsed: ['PREVIEW', '', anId(2)],
      sort: 'manual',
      isReversed: true,
      hiddenColumns: ['state'],
      tones: ['failing', 'ok'],
      outOfDate: true,
      snoozed: true,
      query: '(x)-_~.*',
      details: anId(3),
      rotateSeconds: 30,
      language: 'fr',
      versions: ['last', 'name'],
    }),
  ).toBe(
    'name=Release+train&pins=pP6hfZFcXRWKz_AAAAAAAAA%7Eit%27s+v1%2A2e0%20%26+more&without=P6hfZFcXRWKz_AAAAAAAAQ' +
      '&page=versions&view=table&group=mode&closed=PREVIEW.-.P6hfZFcXRWKz_AAAAAAAAg&sort=manual&order=reversed' +
      '&columns=project.mode.configuration.deployed.duration.origin.history%2Ecluster.since.checked' +
      '&tone=failing.ok.snoozed&configuration=OUT_OF_DATE&q=%28x%29-%5F%7E.%2A&env=P6hfZFcXRWKz_AAAAAAAAw&rotate=30' +
      '&lang=fr&versions=last.name&only=failed.oTERRAFORM_PROVIDER.24h&v=1',
  );
});

test.each(['environment', 'project'] as const)('a link with 80 %s pins has less than 2,048 characters', (kind) => {
  const link = encodeBoard({ ...DEFAULT_BOARD, name: 'Release train', pins: pinsOf(80, kind), tones: ['failing'] });
  expect(link.length).toBeLessThan(2_048);
});

test('decodeBoard never throws, and its board can be encoded and decoded again', () => {
  const value = fc.oneof(anyText, fc.constantFrom('%', '%E0%A4%A', '__proto__', 'constructor', '\0', '🚀', '\u202E'));
  const key = fc.constantFrom(
    ...['name', 'pins', 'without', 'view', 'group', 'closed', 'sort', 'order', 'columns', 'tone'],
    ...['configuration', 'q', 'env', 'rotate', 'lang', 'v', '__proto__'],
  );
  const pairs = fc.array(fc.tuple(key, value)).map((all) => all.map(([name, text]) => `${name}=${text}`).join('&'));
  fc.assert(
    fc.property(fc.oneof(anyText, pairs), (text) => {
      const { board } = decodeBoard(text);
      expect(decodeBoard(encodeBoard(board))).toEqual({ board, problems: NO_PROBLEMS });
    }),
    { numRuns: 1_000 },
  );
});

test('encodeBoard never throws', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, (text, id) => {
      const pins: Pin[] = [
        { kind: 'environment', id, label: text },
        { kind: 'project', id: anId(1), label: text },
      ];
      const { board, problems } = decodeBoard(encodeBoard({ ...DEFAULT_BOARD, name: text, query: text, pins }));
      expect(board.pins).toMatchObject([{ kind: 'project', id: anId(1) }]);
      expect(problems).toEqual(NO_PROBLEMS);
    }),
  );
});

test('decodeBoard leaves out and counts invalid pins, and keeps the others', () => {
  const good = encodePin({ kind: 'environment', id: anId(1) });
  const { board, problems } = decodeBoard(`pins=rubbish.${good}..__proto__.${good}~again.${good}x&v=1`);
  expect(board.pins).toEqual([{ kind: 'environment', id: anId(1) }]);
  expect(problems).toEqual({ ...NO_PROBLEMS, unreadablePins: 3 });
});

test('decodeBoard reports keys with an invalid value, and uses the default', () => {
  const { board, problems } = decodeBoard(
    'group=__proto__&sort=Name&tone=failing.nope&configuration=UP_TO_DATE' +
      '&view=x&without=x&closed=%3Cb%3E&order=x&columns=x&env=x&rotate=4&v=x',
  );
  expect(board).toEqual({ ...DEFAULT_BOARD, hiddenColumns: COLUMNS, tones: ['failing'] });
  expect([...problems.unreadable].sort()).toEqual(
    [
      ...['closed', 'columns', 'configuration', 'env', 'group', 'order', 'rotate', 'sort', 'tone', 'v', 'view'],
      'without',
    ].sort(),
  );
});

test.each([
  ['v=1', false],
  ['v=2', true],
  [`v=${'9'.repeat(400)}`, true],
  ['', false],
])('decodeBoard reports whether the version of %j is newer', (text, newerVersion) => {
  expect(decodeBoard(text && `view=table&${text}`).problems).toEqual({ ...NO_PROBLEMS, newerVersion });
});

test('decodeBoard ignores unknown, empty and repeated keys', () => {
  const { board, problems } = decodeBoard('?__proto__=x&utm_source=chat&&=&group=&q=first&q=second&name&v=1');
  expect(board).toEqual({ ...DEFAULT_BOARD, query: 'first' });
  expect(problems).toEqual(NO_PROBLEMS);
});

test('decodeBoard cuts texts at 120 characters, and cleans them', () => {
  const { board } = decodeBoard(`name=%00%E2%80%AE${'a'.repeat(119)}🚀&q=a%0Ab+c%20`);
  expect(board.name).toBe('a'.repeat(119));
  expect(board.query).toBe('ab c ');
});

test('encodeBoard writes 100,000 pins, and decodeBoard reads the first 8,000', () => {
  const pins = pinsOf(100_000);
  const { board, problems } = decodeBoard(encodeBoard({ ...DEFAULT_BOARD, pins }));
  expect(board.pins).toEqual(pins.slice(0, 8_000));
  expect(problems).toEqual({ ...NO_PROBLEMS, cappedPins: 92_000 });
});

test('boardLocation puts the board into the fragment when it has more than 6,000 characters', () => {
  const fits = { ...DEFAULT_BOARD, name: 'n', pins: pinsOf(257) };
  expect(boardLocation(fits).hash).toBe('');
  const { search, hash } = boardLocation({ ...fits, pins: pinsOf(258) });
  expect(search).toBe('');
  expect(hash).toMatch(/^#name=n&pins=/);
});

const THREE: Board = { ...DEFAULT_BOARD, name: 'Release train', pins: pinsOf(3) };

test.each(['%20', '\uFEFF', '%EF%BB%BF', '!', ' '])(
  'decodeBoard finds the first key when %j stands before it',
  (mark) => {
    expect(decodeBoard(`${mark}${encodeBoard(THREE)}`).board).toEqual(THREE);
  },
);

test.each([
  ['the key of the pins is misspelt', encodeBoard(THREE).replace('pins=', 'pin=')],
  ['the key of the pins ends with a colon', encodeBoard(THREE).replace('pins=', 'pins:')],
  ['the key of the pins is a list', encodeBoard(THREE).replace('pins=', 'pins[]=')],
  ['the key of the pins is missing', encodeBoard(THREE).replace('pins=', '')],
  ['only the guard is left', 'v=1'],
])('decodeBoard reports a link that held a board when %s', (_, text) => {
  expect(decodeBoard(text).problems).toMatchObject({ isUnreadable: true });
});

test('decodeBoard reports no unreadable link when it holds no board', () => {
  for (const text of ['', 'utm_source=mail', 'lang=fr', 'lang=fr&v=1', 'view=table&v=1', 'name=Mine&v=1'])
    expect(decodeBoard(text).problems, text).toEqual(NO_PROBLEMS);
});

test.each([
  ['commas', ','],
  ['bars', '|'],
  ['an escape that a mail breaks', '%2\n  E'],
])('decodeBoard reads each pin when a program writes %s for the dots', (_, mark) => {
  const text = encodeBoard(THREE);
  const pins = THREE.pins.map(encodePin);
  expect(decodeBoard(text.replace(pins.join('.'), pins.join(mark)))).toEqual({ board: THREE, problems: NO_PROBLEMS });
});

test('encodeBoard leaves the guard out when the link of the board was cut', () => {
  const { board, problems } = decodeBoard(encodeBoard(THREE, true));
  expect(board).toEqual(THREE);
  expect(problems).toEqual({ ...NO_PROBLEMS, isCut: true });
});

test.each(['#a=1&utm_name=x', '#name=intro', '#:~:text=pins'])(
  'readLocation returns the search when it holds a board and another program added the fragment %j',
  (hash) => {
    const { search } = boardLocation(THREE);
    expect(decodeBoard(readLocation({ search, hash })).board).toEqual(THREE);
  },
);

test('readLocation returns the search unless the fragment contains a board', () => {
  expect(readLocation({ search: '?q=a', hash: '#main' })).toBe('q=a');
  expect(readLocation({ search: '?q=a', hash: '#pins=x' })).toBe('pins=x');
});

const MEGABYTE = 1_000_000;
const filled = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
test.each([
  ['pins', `pins=${pinsOf(43_000).map(encodePin).join('.')}`],
  [
    'labels',
    `pins=${pinsOf(30_000)
      .map((pin) => `${encodePin(pin)}~*2e%20%`)
      .join('.')}`,
  ],
  ['dots', `pins=${filled('.')}`],
  ['short pins', `pins=${filled('a.')}`],
  ['one label', `pins=${encodePin({ kind: 'project', id: anId(1) })}~${filled(' *')}`],
  ['spaces', `name=${filled('+')}x`],
  ['percents', `q=${filled('%')}`],
  ['ampersands', filled('&')],
  ['keys', filled('q=&')],
  ['tones', `tone=${filled('failing.')}`],
  ['version', `v=${filled('1')}x`],
  ['surrogates', `name=${filled('\uD83D')}`],
  ['question marks', filled('?')],
])('decodeBoard reads a megabyte of %s, and its board can be encoded and decoded again', (_, text) => {
  const { board } = decodeBoard(text);
  expect(decodeBoard(encodeBoard(board)).board).toEqual(board);
});

test('decodeBoard returns the same array of pins until the pins of a link change', () => {
  const read = (pins: readonly Pin[], query: string) =>
    decodeBoard(encodeBoard({ ...DEFAULT_BOARD, pins, query })).board.pins;
  const pins = pinsOf(300);
  expect(read(pins, 'a')).toEqual(pins);
  expect(read(pins, 'ab')).toBe(read(pins, 'abc'));
  expect(read(pinsOf(301), 'ab')).toEqual(pinsOf(301));
  expect(read(pins, 'a')).toEqual(pins);
});

test.each([
  ['in capital letters', '?NAME=A&LANG=FR&V=1'],
  ['with a region', '?name=A&lang=fr-CA&v=1'],
  ['with escaped marks', '?name=A&amp;lang=fr&amp;v=1'],
  ['encoded twice', '?name%3DA%26lang%3Dfr%26v%3D1'],
  ['behind the end mark, where users write it', '?name=A&v=1&lang=fr'],
])('the language of a link is read: %s', (_, link) => {
  const { board, problems } = decodeBoard(link);
  expect(board).toMatchObject({ name: 'A', language: 'fr' });
  expect(problems).toEqual(NO_PROBLEMS);
});

test('an address of a language alone is no cut link', () => {
  expect(decodeBoard('?lang=fr')).toEqual({ board: { ...DEFAULT_BOARD, language: 'fr' }, problems: NO_PROBLEMS });
  expect(decodeBoard('?name=A&lang=fr').problems.isCut).toBe(true);
});

test('a language that Envboard lacks is reported', () => {
  const { board, problems } = decodeBoard('?name=A&lang=xx&v=1');
  expect(board.language).toBeUndefined();
  expect(problems.unreadable).toEqual(['lang']);
});
