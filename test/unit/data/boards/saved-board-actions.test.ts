import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renameBoard } from '#data/boards/rename-board.ts';
import {
  createBoard,
  deleteBoard,
  duplicateBoard,
  forgetDeleted,
  importBoards,
  moveSavedBoard,
  restoreBoard,
} from '#data/boards/saved-board-actions.ts';
import { boards, deletedBoards, readBoards } from '#data/boards/saved-boards.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf, boardOf, MAX_BOARDS, type SavedBoard } from '#domain/board/saved-board.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';
import { anId } from '#test/support/ids.ts';

const [A, B, C] = [anId(1), anId(2), anId(3)];
const addressNamed = (name: string) => addressOf({ ...DEFAULT_BOARD, name });
const saved = (id: string, name: string): SavedBoard => ({ id, address: addressNamed(name), savedAt: 1 });
const names = () => readBoards().map((board) => boardOf(board).name);

beforeEach(() => {
  stubHost();
  boards.set([saved(A, 'a'), saved(B, 'b'), saved(C, 'c')]);
});
afterEach(unstubHost);

test('inserts a copy after the original, under a name that no board has', () => {
  const copyOf = (name: string) => `${name} copy`;
  expect(duplicateBoard(A, copyOf)).toBeDefined();
  duplicateBoard(A, copyOf);
  expect(names()).toEqual(['a', 'a copy 2', 'a copy', 'b', 'c']);
  expect(duplicateBoard(anId(9), copyOf)).toBeUndefined();
  expect(names()).toHaveLength(5);
});

test('creates an empty board under the next free name', () => {
  createBoard('a');
  createBoard('new');
  expect(names()).toEqual(['a', 'b', 'c', 'a 2', 'new']);
});

describe('Undo', () => {
  test('restores a deleted board at its position, and reports whether it was open', () => {
    const deleted = deleteBoard(B, true);
    expect(names()).toEqual(['a', 'c']);
    expect(deleted).toMatchObject({ index: 1, wasOpen: true });
    if (deleted) restoreBoard(deleted);
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(deletedBoards.get()).toEqual([]);
  });

  test('restores the edits that another tab has made after the deletion', () => {
    const deleted = deleteBoard(B);
    renameBoard(B, 'edited');
    expect(deleted && boardOf(restoreBoard(deleted)).name).toBe('edited');
    expect(names()).toEqual(['a', 'edited', 'c']);
  });

  test('restores a board once, also when another tab has restored it', () => {
    const deleted = deleteBoard(B);
    if (!deleted) return;
    restoreBoard(deleted);
    renameBoard(B, 'edited since');
    expect(boardOf(restoreBoard(deleted)).name).toBe('edited since');
    expect(names()).toEqual(['a', 'edited since', 'c']);
  });

  test('knows the twenty boards that were deleted last, and forgets those that the user gave up', () => {
    importBoards(Array.from({ length: 20 }, (_, n) => addressNamed(`import ${n}`)));
    const deleted = readBoards().flatMap(({ id }) => deleteBoard(id) ?? []);
    expect(names()).toEqual([]);
    expect(deletedBoards.get()).toHaveLength(20);
    expect(deletedBoards.get().map((board) => boardOf(board).name)).not.toContain('a');
    forgetDeleted(deleted.slice(-2));
    expect(
      deletedBoards
        .get()
        .map((board) => boardOf(board).name)
        .at(-1),
    ).toBe('import 17');
  });

  test('has nothing to restore for an unknown board', () => {
    expect(deleteBoard(anId(9))).toBeUndefined();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(deletedBoards.get()).toEqual([]);
  });
});

test('moves a board within the list', () => {
  moveSavedBoard(A, 1);
  expect(names()).toEqual(['b', 'a', 'c']);
  moveSavedBoard(C, -5);
  expect(names()).toEqual(['c', 'b', 'a']);
});

test('imports as many boards as fit, after the present ones', () => {
  importBoards(Array.from({ length: MAX_BOARDS }, (_, n) => addressNamed(`import ${n}`)));
  expect(names()).toHaveLength(MAX_BOARDS);
  expect(names().slice(0, 4)).toEqual(['a', 'b', 'c', 'import 0']);
  expect(new Set(readBoards().map(({ id }) => id)).size).toBe(MAX_BOARDS);
});
