import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation, decodeBoard, readLocation } from '#domain/board/board-url.ts';
import { decodePin, type Pin } from '#domain/board/pin.ts';
import { anId } from '#test/support/ids.ts';
import { LINKERS } from '#test/support/linkers.ts';

const PAGE = 'https://board.example/status/';
const linkOf = (board: Board): string => {
  const { search, hash } = boardLocation(board);
  return `${PAGE}${search}${hash}`;
};

/** Ids whose encoding holds the marks of lightweight markup. */
const MARKED = ['--a--b__c__d-_e_-f-_gQ', '_bold_-_italic_--emphaA', 'p__x__-y-_z_--w--_v_abg'];
const pinsOf = (count: number): readonly Pin[] =>
  Array.from({ length: count }, (_, n) => ({ kind: n % 3 === 0 ? 'project' : 'environment', id: anId(n * 7_919) }));
const marked: readonly Pin[] = MARKED.flatMap((text) => decodePin(text) ?? []);
const LABELS = ['v1.2 ~ *2e', 'été (1)', '生产…', "it's", '**bold** _x_'];

const BOARDS: Readonly<Record<string, Board>> = {
  one: { ...DEFAULT_BOARD, pins: pinsOf(1) },
  eighty: { ...DEFAULT_BOARD, pins: [...marked, ...pinsOf(80)], view: 'table', details: anId(5) },
  labelled: {
    ...DEFAULT_BOARD,
    name: 'a*b_c~d (x) [y] -- ... 50%41 . . z',
    pins: LABELS.map((label, n) => ({ kind: 'environment', id: anId(n), label })),
  },
  filtered: { ...DEFAULT_BOARD, pins: pinsOf(3), collapsed: ['', 'PRODUCTION'], query: '*shop* _a_ `b` #c# ^d^...' },
};
const LARGE: Readonly<Record<string, Board>> = {
  'in the fragment': { ...DEFAULT_BOARD, pins: pinsOf(300) },
  'beyond 10,000 characters': { ...DEFAULT_BOARD, pins: pinsOf(450) },
};

/** Texts around a link, whose place is X. */
const TEXTS = [
  ...[
    'X',
    'see X ok',
    'X.',
    '(see X).',
    '"X"',
    '“X”',
    'X…',
    'X...and',
    'X: text',
    'X, text',
    'X;',
    'X*',
    '*X*',
    '**X**',
  ],
  ...[
    '_X_',
    '__X__',
    '~~X~~',
    '<X>',
    '[X]',
    '{X}',
    "'X'",
    'X!',
    'X?',
    'X)',
    'X/',
    'X\u200B',
    'X\u200Band',
    'X。',
    '（X）',
  ],
  ...['|X|', 'X\nnext', 'X—and', 'X--and', 'X&more', 'X&amp;utm_source=chat', 'X#x', 'X%', 'X`', 'X\u00A0', 'X_', 'X~'],
  ...['[board](X)', '- X\n- Y', 'X is _here_ and *there*', "X's", 'X+', 'X@a', 'X,Y'],
];

type Outcome = 'same' | 'said' | 'silent';
function outcomeOf(link: string, board: Board): Outcome {
  const { board: read, problems } = decodeBoard(readLocation(new URL(link)));
  try {
    expect(read).toEqual(board);
    return 'same';
  } catch {
    const { isCut, isUnreadable, unreadablePins, unreadable } = problems;
    return isCut || isUnreadable || unreadablePins > 0 || unreadable.length > 0 ? 'said' : 'silent';
  }
}

/** The outcome of each link that a program finds in the texts around a board's link. */
const outcomesOf = (find: (text: string) => readonly string[], board: Board, link: string, texts: readonly string[]) =>
  texts.flatMap((text) =>
    find(text.replaceAll('X', () => link))
      .filter((found) => found.startsWith(PAGE) && URL.canParse(found))
      .map((found) => outcomeOf(found, board)),
  );

describe.each(Object.entries(LINKERS))('%s', (_, find) => {
  test.each(Object.entries(BOARDS))('links the same board in every text when the board is %s', (_name, board) => {
    const outcomes = outcomesOf(find, board, linkOf(board), TEXTS);
    expect(outcomes.length).toBeGreaterThan(TEXTS.length / 2);
    expect(outcomes.filter((outcome) => outcome !== 'same')).toEqual([]);
  });

  test.each(Object.entries(LARGE))(
    'links the same board, or the page says that it was cut, when it is %s',
    (_name, board) => {
      const outcomes = outcomesOf(find, board, linkOf(board), ['see X ok', 'X.', '(X)', 'X…']);
      expect(outcomes.length).toBeGreaterThan(1);
      expect(outcomes).not.toContain('silent');
    },
  );
});

test('a program changes the board when the link has no guard and plain marks', () => {
  const { filtered = DEFAULT_BOARD } = BOARDS;
  const old = linkOf(filtered).replace('&v=1', '').replaceAll('%2A', '*').replaceAll('%2E', '.');
  const outcomes = Object.values(LINKERS).flatMap((find) => outcomesOf(find, filtered, old, TEXTS));
  expect(outcomes.filter((outcome) => outcome === 'said').length).toBeGreaterThan(50);
});

const respelled = (link: string, change: (content: string) => string): string => {
  const at = link.search(/[?#]/) + 1;
  return link.slice(0, at) + change(link.slice(at));
};
const escapeAll = (text: string): string => encodeURIComponent(text);
/** Each way in which a program was seen to spell a link. */
const SPELLINGS: Readonly<Record<string, (link: string) => string>> = {
  'HTML escapes': (link) => link.replaceAll('&', '&amp;'),
  'double HTML escapes': (link) => link.replaceAll('&', '&amp;amp;'),
  'numeric HTML escapes': (link) => link.replaceAll('&', '&#38;'),
  'hexadecimal HTML escapes': (link) => link.replaceAll('&', '&#x26;'),
  'a second encoding of the query': (link) => respelled(link, escapeAll),
  'a third encoding of the query': (link) => respelled(link, (content) => escapeAll(escapeAll(content))),
  'a second encoding of the percent signs': (link) => link.replaceAll('%', '%25'),
  'a third encoding of the percent signs': (link) => link.replaceAll('%', '%2525'),
  'encoded ampersands': (link) => respelled(link, (content) => content.replaceAll('&', '%26')),
  'upper-case keys': (link) => link.replaceAll(/(?<=[?#&])\w+(?==)/g, (key) => key.toUpperCase()),
  'a tracking parameter behind it': (link) => `${link}&utm_source=chat&fbclid=x&q=other`.replace('&q=other', ''),
  'a tracking parameter before it': (link) => respelled(link, (content) => `utm_source=chat&${content}`),
  'an encoded mark before the keys': (link) => respelled(link, (content) => `utm_source=chat%23${content}`),
  'a question mark in its middle': (link) => respelled(link, (content) => `utm_source=chat?${content}`),
  ...Object.fromEntries(
    ['\u200B', ' ', '%20', '/', ')', '…', ':', '”', '*', '.', '&', '&amp;', '%E2%80%8B', ' and more', '2'].map(
      (tail) => [`${JSON.stringify(tail)} behind it`, (link: string) => link + tail],
    ),
  ),
};

describe.each(Object.entries(SPELLINGS))('a link with %s', (_, spell) => {
  test.each(Object.entries({ ...BOARDS, ...LARGE }))('opens the same board when the board is %s', (_name, board) => {
    expect(outcomeOf(spell(linkOf(board)), board)).toBe('same');
  });
});

test('a link opens the same board or reports a problem when it is cut anywhere', () => {
  for (const board of Object.values(BOARDS)) {
    const link = linkOf(board);
    for (let length = PAGE.length + 2; length < link.length; length += 1)
      expect([link.slice(0, length), outcomeOf(link.slice(0, length), board)]).not.toContain('silent');
  }
});

test('a link reports unreadable pins when a program changed the case of its letters', () => {
  const { eighty = DEFAULT_BOARD } = BOARDS;
  const link = linkOf(eighty);
  for (const changed of [link.toUpperCase(), link.toLowerCase()]) {
    const { board, problems } = decodeBoard(readLocation(new URL(changed)));
    expect(board.pins).toEqual([]);
    expect(problems.unreadablePins).toBe(eighty.pins.length);
  }
});

test('a link reports the keys of a board behind its guard, and does not use them', () => {
  const { one = DEFAULT_BOARD } = BOARDS;
  const { board, problems } = decodeBoard(readLocation(new URL(`${linkOf(one)}&q=added&view=wall`)));
  expect(board).toEqual(one);
  expect(problems.unreadable).toEqual(['q', 'view']);
});

test.each(['?utm_source=chat', '?fbclid=abc', '?code=x&state=y', '#main'])(
  '%s holds no board, so nothing is reported',
  (tail) => {
    expect(outcomeOf(PAGE + tail, DEFAULT_BOARD)).toBe('same');
    expect(decodeBoard(readLocation(new URL(PAGE + tail))).problems.isUnreadable).toBe(false);
  },
);

test.each(['?pins', '?n', '?pinsP6hfZFcXRWKz_CyWP2avpg', '?x=P6hfZFcXRWKz_CyWP2avpg'])(
  '%s held a board, so the link is reported as unreadable',
  (tail) => {
    expect(decodeBoard(readLocation(new URL(PAGE + tail))).problems.isUnreadable).toBe(true);
  },
);

test('no list of pins has seven dots in a row, after which some mail programs link nothing', () => {
  const link = linkOf({ ...DEFAULT_BOARD, pins: pinsOf(80), hidden: pinsOf(20).map(({ id }) => id) });
  expect(link).toMatch(/(?:\.[^.%+]*){6}%2E/);
  expect(link.slice(PAGE.length)).not.toMatch(/(?:\.[\w-]*){7}/);
});

describe('a link of an older version', () => {
  const OLD: readonly (readonly [string, Partial<Board>])[] = [
    [
      '?name=Release+train&pins=P6hfZFcXRWKz_CyWP2avpg',
      { name: 'Release train', pins: [{ kind: 'environment', id: '3fa85f64-5717-4562-b3fc-2c963f66afa6' }] },
    ],
    [
      '?pins=pP6hfZFcXRWKz_AAAAAAAAA~it%27s+v1*2e0+%26+more&view=wall',
      { pins: [{ kind: 'project', id: anId(0), label: "it's v1.0 & more" }], view: 'wall' },
    ],
    [
      '?pins=P6hfZFcXRWKz_AAAAAAAAA&q=%28x%29-_~.*',
      { pins: [{ kind: 'environment', id: anId(0) }], query: '(x)-_~.*' },
    ],
    ['?name=50%2541&pins=P6hfZFcXRWKz_AAAAAAAAA', { name: '50%41', pins: [{ kind: 'environment', id: anId(0) }] }],
    [
      `#name=n&pins=${Array.from({ length: 9 }, () => 'P6hfZFcXRWKz_AAAAAAAAA').join('.')}`,
      { name: 'n', pins: [{ kind: 'environment', id: anId(0) }] },
    ],
  ];
  test.each(OLD)('%s opens its board, and is reported as one without an end mark', (tail, part) => {
    const { board, problems } = decodeBoard(readLocation(new URL(PAGE + tail)));
    expect(board).toEqual({ ...DEFAULT_BOARD, ...part });
    expect(problems).toEqual({
      isCut: true,
      isUnreadable: false,
      unreadablePins: 0,
      newerVersion: false,
      unreadable: [],
      cappedPins: 0,
    });
  });

  test('opens its board when a mark or a blank stands behind or inside it', () => {
    const pins: readonly Pin[] = [0, 1].map((n) => ({ kind: 'environment', id: anId(n) }));
    const marks = [')', '…', '/', ':', '”', '*', ' ', '\u200B', '%20', '.'];
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.constantFrom('', ' ', '\u200B', '%0A'), (mark, blank) => {
        const link = `${PAGE}?pins=P6hfZFcX${blank}RWKz_AAAAAAAAA.${blank}P6hfZFcXRWKz_AAAAAAAAQ${mark}`;
        expect(decodeBoard(readLocation(new URL(link))).board.pins).toEqual(pins);
      }),
    );
  });
});
