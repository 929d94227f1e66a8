import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renameBoard } from '#data/boards/rename-board.ts';
import {
  boards,
  deletedBoards,
  isStorageAvailable,
  lastOpened,
  readBoards,
  rememberOpened,
  saveBoard,
  updateBoardAddress,
} from '#data/boards/saved-boards.ts';
import { readUnreadBoards, removeUnreadBoards } from '#data/boards/unread-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf, boardOf, MAX_BOARDS, type SavedBoard } from '#domain/board/saved-board.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';
import { anId } from '#test/support/ids.ts';

const KEY = 'envboard.boards';

beforeEach(stubHost);
afterEach(unstubHost);

const named = (name: string, ...pins: readonly number[]): Board => ({
  ...DEFAULT_BOARD,
  name,
  pins: pins.map((n) => ({ kind: 'environment', id: anId(n) })),
});
const saved = (n: number, board: Board): SavedBoard => ({ id: anId(n), address: addressOf(board), savedAt: 1 });
const names = () => readBoards().map((board) => boardOf(board).name);

test('appends a board, or inserts it at an index, with an id of its own', () => {
  saveBoard(addressOf(named('first')));
  saveBoard(addressOf(named('second')));
  const between = saveBoard(addressOf(named('between')), 1);
  expect(names()).toEqual(['first', 'between', 'second']);
  expect(new Set(readBoards().map(({ id }) => id)).size).toBe(3);
  expect(readBoards()[1]).toEqual(between);
});

test('saves no board beyond the maximum, and changes none', () => {
  boards.set(Array.from({ length: MAX_BOARDS - 1 }, (_, n) => saved(n, named(''))));
  expect(saveBoard(addressOf(named('fits')))).toBeDefined();
  const before = readBoards();
  expect(saveBoard(addressOf(named('too many')))).toBeUndefined();
  expect(readBoards()).toBe(before);
});

test('reads the other boards when some are damaged, and each id once', () => {
  const good = saved(1, named('good'));
  const value = [{ ...good, id: 'no uuid' }, good, { ...good, address: 7 }, { ...good, address: 'twice' }, null];
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value }));
  expect(readBoards()).toEqual([good]);
});

test('keeps damaged boards through every later write, until the user removes them', () => {
  const good = saved(1, named('good'));
  const damaged = [{ ...good, id: 'no uuid' }, null, { ...good, address: 7 }];
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value: [damaged[0], good, ...damaged.slice(1)] }));
  expect(readUnreadBoards()).toEqual(damaged);
  saveBoard(addressOf(named('second')));
  renameBoard(anId(1), 'renamed');
  expect(names()).toEqual(['renamed', 'second']);
  expect(readUnreadBoards()).toEqual(damaged);
  removeUnreadBoards();
  expect(readUnreadBoards()).toEqual([]);
  expect(names()).toEqual(['renamed', 'second']);
});

test.each(['{"version":1,"value":[', 'null', '{"version":1,"value":7}'])(
  'keeps a list that is damaged as a whole: %s',
  (text) => {
    localStorage.setItem(KEY, text);
    expect(readBoards()).toEqual([]);
    saveBoard(addressOf(named('new')));
    saveBoard(addressOf(named('newer')));
    expect(names()).toEqual(['new', 'newer']);
    expect(readUnreadBoards()).toEqual([text]);
  },
);

test('finds no damaged boards in an empty storage, and none after the storage is cleared', () => {
  expect(readUnreadBoards()).toEqual([]);
  localStorage.setItem(KEY, 'damaged');
  saveBoard(addressOf(named('new')));
  expect(readUnreadBoards()).toEqual(['damaged']);
  localStorage.removeItem(KEY);
  saveBoard(addressOf(named('after')));
  expect(names()).toEqual(['after']);
  expect(readUnreadBoards()).toEqual([]);
});

describe('an edit of a board', () => {
  test('is merged with the pins that another tab has saved since', () => {
    const before = named('board', 1);
    boards.set([saved(1, named('board', 1, 2))]);
    updateBoardAddress(anId(1), before, named('board', 1, 3));
    expect(readBoards().map((one) => boardOf(one).pins.map(({ id }) => id))).toEqual([[1, 3, 2].map(anId)]);
  });

  test('also reaches a board that another tab has deleted, so that Undo restores it', () => {
    boards.set([saved(2, named('other'))]);
    deletedBoards.set([saved(1, named('before'))]);
    updateBoardAddress(anId(1), named('before'), named('after'));
    expect(deletedBoards.get().map((board) => boardOf(board).name)).toEqual(['after']);
    renameBoard(anId(1), 'renamed');
    expect(deletedBoards.get().map((board) => boardOf(board).name)).toEqual(['renamed']);
    expect(names()).toEqual(['other']);
  });

  test('writes nothing when it changes nothing', () => {
    boards.set([saved(1, named('same'))]);
    const write = vi.spyOn(localStorage, 'setItem');
    renameBoard(anId(1), 'same');
    renameBoard(anId(9), 'unknown');
    updateBoardAddress(anId(9), named('a'), named('b'));
    expect(write).not.toHaveBeenCalled();
    renameBoard(anId(1), 'other');
    expect(write).toHaveBeenCalledOnce();
  });
});

test('remembers the board that was opened last for each API, while it exists', () => {
  boards.set([saved(1, named('mine')), saved(2, named('of the demo'))]);
  rememberOpened('api', anId(1));
  rememberOpened('demo', anId(2));
  expect(lastOpened('api')?.id).toBe(anId(1));
  expect(lastOpened('demo')?.id).toBe(anId(2));
  expect(lastOpened('another')).toBeUndefined();
  boards.set([]);
  expect(lastOpened('api')).toBeUndefined();
});

test('reports that boards last only until the page is closed when the storage refuses them', () => {
  saveBoard(addressOf(named('stored')));
  expect(isStorageAvailable()).toBe(true);
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  saveBoard(addressOf(named('refused')));
  expect(names()).toEqual(['stored', 'refused']);
  expect(isStorageAvailable()).toBe(false);
});
