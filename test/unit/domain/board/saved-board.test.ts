import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Board, DEFAULT_BOARD, VIEWS } from '#domain/board/board.ts';
import { decodeBoard, encodeBoard } from '#domain/board/board-url.ts';
import {
  addressOf,
  boardOf,
  editedAddress,
  findSaved,
  insertBoard,
  type SavedBoards,
  withAddress,
} from '#domain/board/saved-board.ts';
import { copyName, moveBoard, removeBoard, renamed, uniqueName } from '#domain/board/saved-board-list.ts';
import { copyOf } from '#messages/saved-boards.ts';
import { anId } from '#test/support/ids.ts';

const boardWith = (part: Partial<Board>): Board => ({ ...DEFAULT_BOARD, ...part });
const named = (name: string, n = 1) => boardWith({ name, pins: [{ kind: 'environment', id: anId(n) }] });
const saved = (id: string, board: Board) => ({ id, address: addressOf(board), savedAt: 1 });
const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 130 });
const someBoards: fc.Arbitrary<SavedBoards> = fc
  .uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 })
  .chain((ids) =>
    fc
      .array(anyName, { minLength: ids.length, maxLength: ids.length })
      .map((names) => ids.map((id, n) => saved(id, named(names[n] ?? '', n)))),
  );
const idAt = (boards: SavedBoards, n: number): string => boards[n % boards.length]?.id ?? '';

test('addressOf contains the whole board except the open details', () => {
  const board = boardWith({ ...named('Release train'), view: 'table', tones: ['failing'], details: anId(7) });
  expect(boardOf(saved('a', board))).toEqual({ ...board, details: undefined });
});

test('editedAddress keeps pins that cannot be read while no pin changes', () => {
  const address = addressOf(named('Release train')).replace('pins=', 'pins=broken.');
  const unreadable = (edited: Board) => decodeBoard(editedAddress({ address }, edited)).problems.unreadablePins;
  const board = boardOf({ address });
  expect(unreadable({ ...board, name: 'Trains', view: 'table' })).toBe(1);
  expect(boardOf({ address: editedAddress({ address }, { ...board, view: 'table' }) })).toEqual({
    ...board,
    view: 'table',
  });
  expect(unreadable({ ...board, pins: [] })).toBe(0);
});

test('editedAddress keeps the pins of a board none of whose pins can be read', () => {
  const address = 'pins=broken&v=1';
  expect(editedAddress({ address }, boardWith({}))).toBe('pins=broken');
  expect(editedAddress({ address }, boardWith({ name: 'New' }))).toBe('pins=broken&name=New&v=1');
});

test('editedAddress is the address of the edited board where all can be read', () => {
  fc.assert(
    fc.property(anyName, anyName, (before, after) => {
      expect(editedAddress(saved('a', named(before)), named(after))).toBe(addressOf(named(after)));
    }),
  );
});

test('findSaved returns the board with the id, and none for an unknown id', () => {
  const boards = [saved('a', named('A')), saved('b', named('B', 2))];
  expect(findSaved(boards, DEFAULT_BOARD, 'b')?.id).toBe('b');
  expect(findSaved(boards, named('C', 3), 'x')).toBeUndefined();
  expect(findSaved(boards, named('A', 2), undefined)).toBeUndefined();
});

test('findSaved returns the board with the same address, or with the same name and pins, when there is no id', () => {
  const table = boardWith({ ...named('A'), view: 'table' });
  const boards = [saved('cards', named('A')), saved('table', table)];
  expect(findSaved(boards, { ...table, details: anId(5) }, undefined)?.id).toBe('table');
  expect(findSaved(boards, boardWith({ ...named('A'), query: 'x' }), undefined)?.id).toBe('cards');
});

test('findSaved returns none for a board without pins', () => {
  expect(findSaved([saved('a', DEFAULT_BOARD)], DEFAULT_BOARD, undefined)).toBeUndefined();
});

test('findSaved returns the saved board for any view, sort and filter', () => {
  fc.assert(
    fc.property(someBoards, fc.nat(), fc.constantFrom(...VIEWS), fc.boolean(), (boards, n, view, outOfDate) => {
      const board = decodeBoard(boards[n % boards.length]?.address ?? '').board;
      const found = findSaved(boards, { ...board, view, outOfDate, details: anId(9) }, undefined);
      expect(found && boardOf(found)).toMatchObject({ name: board.name, pins: board.pins });
    }),
  );
});

test('uniqueName returns a name that no board has, and the preferred one when it is free', () => {
  fc.assert(
    fc.property(someBoards, anyName, (boards, name) => {
      const free = uniqueName(boards, name);
      expect(boards.map((board) => boardOf(board).name)).not.toContain(free);
      expect(boardOf(saved('x', named(free))).name).toBe(free);
      const copy = copyName(boards, name, copyOf);
      expect(boards.map((board) => boardOf(board).name)).not.toContain(copy);
      expect(boardOf(saved('x', named(copy))).name).toBe(copy);
    }),
  );
  const boards = [saved('a', named('New board')), saved('b', named('New board 2'))];
  expect(uniqueName(boards, 'New board')).toBe('New board 3');
  expect(copyName(boards, 'New board', copyOf)).toBe('New board copy');
  expect(copyName(boards, '', copyOf)).toBe('copy');
});

test('moveBoard moves a board within the list, and keeps all boards', () => {
  fc.assert(
    fc.property(someBoards, fc.nat(), fc.integer({ min: -9, max: 9 }), (boards, n, by) => {
      const id = idAt(boards, n);
      const after = moveBoard(boards, id, by);
      const to = Math.min(Math.max((n % boards.length) + by, 0), boards.length - 1);
      expect(after[to]?.id).toBe(id);
      expect(removeBoard(after, id)).toEqual(removeBoard(boards, id));
      expect(new Set(after)).toEqual(new Set(boards));
    }),
  );
});

test('insertBoard restores a removed board at its position', () => {
  fc.assert(
    fc.property(someBoards, fc.nat(), (boards, n) => {
      const index = n % boards.length;
      const board = boards[index];
      if (!board) return;
      expect(insertBoard(removeBoard(boards, board.id), board, index)).toEqual(boards);
      expect(insertBoard(boards, board, index)).toBe(boards);
    }),
  );
});

test('renamed changes only the name of one board', () => {
  fc.assert(
    fc.property(someBoards, fc.nat(), anyName, (boards, n, name) => {
      const id = idAt(boards, n);
      const after = renamed(boards, id, name, 2);
      const expected = decodeBoard(encodeBoard(boardWith({ name }))).board.name;
      for (const [index, board] of boards.entries()) {
        const now = after[index];
        expect(now && boardOf(now)).toEqual({ ...boardOf(board), ...(board.id === id && { name: expected }) });
      }
    }),
  );
});

test('the same array is returned when nothing changes', () => {
  const boards = [saved('a', named('A'))];
  expect(withAddress(boards, 'a', addressOf(named('A')), 9)).toBe(boards);
  expect(withAddress(boards, 'x', '', 9)).toBe(boards);
  expect(renamed(boards, 'x', 'B', 9)).toBe(boards);
  expect(moveBoard(boards, 'x', 1)).toBe(boards);
});
