import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Board, DEFAULT_BOARD, PAGES, VIEWS } from '#domain/board/board.ts';
import { decodeBoard, encodeBoard } from '#domain/board/board-url.ts';
import { newAddresses, readBoardsFile, writeBoardsFile } from '#domain/board/boards-file.ts';
import { encodePins } from '#domain/board/pin-list-codec.ts';
import { addressOf, type SavedBoards } from '#domain/board/saved-board.ts';
import { cleanText } from '#domain/text.ts';
import { anId } from '#test/support/ids.ts';

const anyBoard: fc.Arbitrary<Board> = fc
  .record({
    name: fc.string({ unit: 'binary', maxLength: 130 }).map((text) => cleanText(text, 120)),
    ids: fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 5 }),
    page: fc.constantFrom(...PAGES),
    view: fc.constantFrom(...VIEWS),
    outOfDate: fc.boolean(),
  })
  .map(({ name, ids, view, outOfDate }) => ({
    ...DEFAULT_BOARD,
    name,
    view,
    outOfDate,
    pins: ids.map((id) => ({ kind: 'environment' as const, id })),
  }));
const saved = (boards: readonly Board[]): SavedBoards =>
  boards.map((board, n) => ({ id: anId(n), address: addressOf(board), savedAt: n }));
/** The address of a board as an older version wrote it, without a guard. */
const PINS = encodeBoard({ ...DEFAULT_BOARD, pins: [{ kind: 'environment', id: anId(1) }] }).replace('&v=1', '');
const NOTHING_LEFT = {
  isCut: false,
  isUnreadable: false,
  unreadablePins: 0,
  cappedPins: 0,
  newerVersion: false,
  unreadable: [],
};
const file = (...boards: readonly string[]) =>
  `{\n  "envboard": 1,\n  "boards": [\n${boards.map((board) => `    ${board}`).join(',\n')}\n  ]\n}`;

test('readBoardsFile returns all exported boards without a problem', () => {
  fc.assert(
    fc.property(fc.array(anyBoard, { maxLength: 6 }), (boards) => {
      const { boards: read, problems } = readBoardsFile(writeBoardsFile(saved(boards)));
      expect(problems).toEqual([]);
      expect(read.map(({ address }) => decodeBoard(address).board)).toEqual(boards);
      expect(newAddresses(read, saved(boards))).toEqual({ added: [], duplicates: boards.length });
    }),
  );
});

test('a file keeps pins that this version cannot read', () => {
  const address = `name=A&pins=${encodePins([{ kind: 'environment', id: anId(1) }])}.Zfuture-kind&v=1`;
  const file = writeBoardsFile([{ id: anId(2), address, savedAt: 0 }]);
  expect(file).toContain('.Zfuture-kind');
  expect(readBoardsFile(file).problems).toMatchObject([{ kind: 'partly', left: { unreadablePins: 1 } }]);
});

test('a file contains no open details, no search text and no empty board', () => {
  const board = { ...DEFAULT_BOARD, name: 'A', query: 'Ada Byron', details: anId(9) };
  expect(JSON.parse(writeBoardsFile(saved([board, DEFAULT_BOARD])))).toEqual({
    envboard: 1,
    boards: [{ name: 'A', address: 'name=A&v=1' }],
  });
});

test('readBoardsFile never throws, and its boards can be exported and imported again', () => {
  const broken = fc.tuple(fc.array(anyBoard, { maxLength: 3 }), fc.nat(), fc.string()).map(([boards, at, extra]) => {
    const text = writeBoardsFile(saved(boards));
    const place = at % text.length;
    return text.slice(0, place) + extra + text.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(broken, fc.string({ unit: 'binary' }), fc.json({ maxDepth: 3 })), (text) => {
      const { boards, problems } = readBoardsFile(text);
      const mine = boards.map(({ address }, n) => ({ id: anId(n), address, savedAt: 0 }));
      expect(readBoardsFile(writeBoardsFile(mine))).toEqual({ boards, problems: [] });
      if (boards.length === 0 && problems.length === 0) expect(JSON.parse(text)).toMatchObject({ boards: [] });
    }),
  );
});

test('readBoardsFile reports each problem with its line, and returns the valid boards', () => {
  const { boards, problems } = readBoardsFile(
    file(
      `{ "name": "Good", "address": "${PINS}" }`,
      '{ "name": "No address" }',
      '{\n  "name": "Wrong",\n  "address": 7 }',
      `{ "name": ["x"], "address": "${PINS}" }`,
      '"just a text"',
      '{ "name": "Empty", "address": "nothing=here" }',
      `{ "name": "Partly", "address": "${PINS}.zzz&view=tabel" }`,
      'null',
    ),
  );
  expect(boards.map(({ name }) => name)).toEqual(['Good', 'Partly']);
  expect(problems).toEqual([
    { kind: 'missing', line: 5, field: 'address' },
    { kind: 'mistyped', line: 8, field: 'address' },
    { kind: 'mistyped', line: 9, field: 'name' },
    { kind: 'mistyped', line: 10, field: 'board' },
    { kind: 'noBoard', line: 11 },
    {
      kind: 'partly',
      line: 12,
      name: 'Partly',
      left: { ...NOTHING_LEFT, isCut: true, unreadablePins: 1, unreadable: ['view'] },
    },
    { kind: 'mistyped', line: 13, field: 'board' },
  ]);
});

test.each([
  ['', { kind: 'syntax', line: 1, column: 1, expected: 'value' }],
  ['[]', { kind: 'mistyped', line: 1, field: 'file' }],
  ['{"boards": []}', { kind: 'missing', line: 1, field: 'envboard' }],
  ['{"envboard": "1", "boards": []}', { kind: 'mistyped', line: 1, field: 'envboard' }],
  ['{"envboard": 0, "boards": []}', { kind: 'mistyped', line: 1, field: 'envboard' }],
  ['{"envboard": 1.5}', { kind: 'mistyped', line: 1, field: 'envboard' }],
  ['{"envboard": 2, "boards": "in another form"}', { kind: 'newer', version: 2 }],
  ['{"envboard": 1}', { kind: 'missing', line: 1, field: 'boards' }],
  ['{"envboard": 1,\n "boards": {}}', { kind: 'mistyped', line: 2, field: 'boards' }],
  [file(...Array.from({ length: 501 }, () => '{}')), { kind: 'tooMany', count: 501 }],
])('readBoardsFile rejects an unusable file with one problem: %#', (text, problem) => {
  expect(readBoardsFile(text)).toEqual({ boards: [], problems: [problem] });
});

test.each([
  [`${PINS}.zzz&v=1`, { unreadablePins: 1 }],
  [`${PINS}&v=2`, { newerVersion: true }],
  [`${PINS}&view=tabel&v=1`, { unreadable: ['view'] }],
])('readBoardsFile reports the parts that it left out of a board: %#', (address, left) => {
  expect(readBoardsFile(file(`{ "name": "A", "address": "${address}" }`)).problems).toEqual([
    { kind: 'partly', line: 4, name: 'A', left: { ...NOTHING_LEFT, ...left } },
  ]);
});

test('readBoardsFile prefers the name field to the name in the address, and cleans it', () => {
  const { boards } = readBoardsFile(
    file(`{ "name": "Tills\\u202e", "address": "name=Old&${PINS}" }`, `{ "address": "?name=Old&${PINS}" }`),
  );
  expect(boards.map(({ name, address }) => [name, decodeBoard(address).board.name])).toEqual([
    ['Tills', 'Tills'],
    ['Old', 'Old'],
  ]);
});

test('newAddresses returns each new board once, and counts saved boards with any filter as a duplicate', () => {
  const mine = saved([{ ...decodeBoard(PINS).board, name: 'A', query: 'x' }]);
  const found = ['A', 'B', 'B'].map((name) => ({ name, address: `name=${name}&${PINS}&v=1` }));
  expect(newAddresses(found, mine)).toEqual({ added: [`name=B&${PINS}&v=1`], duplicates: 2 });
});
