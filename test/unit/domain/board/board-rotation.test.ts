import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { failingBoard, nextBoard, nextTurnAt, stopIndexOf, turnedFailingAt } from '#domain/board/board-rotation.ts';
import { decodeBoard, encodeBoard } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { combineBoards, holds, rotationStops } from '#domain/board/rotation-boards.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const environment = (index: number): Pin => ({ kind: 'environment', id: idOf(index) });
const boardOf = (name: string, pins: readonly Pin[]): Board => ({ ...DEFAULT_BOARD, name, pins });
const saved = (id: string, board: Board) => ({ id, address: encodeBoard(board) });

const ALPHA = boardOf('Alpha', [environment(1)]);
const BETA = boardOf('Beta', [environment(2), environment(3)]);
const GAMMA = boardOf('Gamma', [{ kind: 'project', id: idOf(90) }]);
const BOARDS = [saved('a', ALPHA), saved('b', BETA), saved('c', GAMMA)];
const onWall = (board: Board, id?: string) => ({
  board: { ...board, view: 'wall' as const, rotateSeconds: 30 },
  id,
});

const watched = (index: number, part: Partial<BoardEnvironment> = {}): BoardEnvironment => ({
  id: idOf(index),
  tone: 'ok',
  freshness: 'fresh',
  ...part,
});
const failedAt = (index: number, since: number, part: Partial<BoardEnvironment> = {}) =>
  watched(index, { tone: 'failing', since, isSinceSeen: true, ...part });

test('nextBoard returns all boards in turn, in the wall view with rotation', () => {
  const names: string[] = [];
  let current: { board: Board; id: string | undefined } = onWall(ALPHA, 'a');
  for (let turn = 0; turn < 4; turn += 1) {
    const next = nextBoard(BOARDS, current);
    const board = decodeBoard(next?.address ?? '').board;
    names.push(board.name);
    expect(board).toMatchObject({ view: 'wall', rotateSeconds: 30, details: undefined });
    current = { board, id: next?.id };
  }
  expect(names).toEqual(['Beta', 'Gamma', 'Alpha', 'Beta']);
});

test('nextBoard returns every board exactly once in a round', () => {
  const anyBoards = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(anyBoards, fc.boolean(), (numbers, knowsIds) => {
      const boards = numbers.map((index) => saved(`id ${index}`, boardOf(`Board ${index}`, [environment(index)])));
      const [first] = rotationStops(boards);
      let current = onWall(first?.board ?? DEFAULT_BOARD, knowsIds ? first?.saved.id : undefined);
      const seen: string[] = [];
      for (const _ of boards) {
        const next = nextBoard(boards, current);
        seen.push(next?.id ?? '');
        current = onWall(decodeBoard(next?.address ?? '').board, knowsIds ? next?.id : undefined);
      }
      expect(seen.toSorted()).toEqual(boards.map(({ id }) => id).toSorted());
    }),
  );
});

test('nextBoard returns the first saved board when the present one is not saved', () => {
  const next = nextBoard(BOARDS, onWall(boardOf('Shared', [environment(7)])));
  expect(next?.id).toBe('a');
});

test.each([
  ['no boards', []],
  ['the only board', [saved('a', ALPHA)]],
  ['the same board twice', [saved('a', ALPHA), saved('x', ALPHA)]],
  ['only boards without pins besides', [saved('a', ALPHA), saved('e', boardOf('Empty', []))]],
])('nextBoard returns undefined with %s', (_, boards) => {
  expect(nextBoard(boards, onWall(ALPHA, 'a'))).toBeUndefined();
});

test('stopIndexOf finds a board that differs only in view, rotation and open details', () => {
  const look = { ...BETA, view: 'table' as const, details: idOf(2) };
  expect(stopIndexOf(rotationStops([saved('a', ALPHA), saved('b', look)]), onWall(BETA))).toBe(1);
  expect(stopIndexOf(rotationStops(BOARDS), onWall({ ...BETA, query: 'filtered' }))).toBe(-1);
});

test('stopIndexOf uses the id when two boards have the same content', () => {
  expect(nextBoard(BOARDS, onWall({ ...BETA, query: 'filtered' }, 'b'))?.id).toBe('c');
});

test('nextBoard skips an unreadable board', () => {
  expect(nextBoard([saved('a', ALPHA), { id: 'x', address: '%%%&&&pins' }], onWall(ALPHA, 'a'))).toBeUndefined();
});

test('turnedFailingAt counts only observed failures since the time, and no snoozed environment', () => {
  expect(turnedFailingAt([watched(1), failedAt(2, 500), failedAt(3, 700)], 500)).toBe(700);
  expect(turnedFailingAt([failedAt(1, 499)], 500)).toBeUndefined();
  expect(turnedFailingAt([failedAt(1, 600, { isSinceSeen: false })], 500)).toBeUndefined();
  expect(turnedFailingAt([failedAt(1, 600, { isSnoozed: true })], 500)).toBeUndefined();
  expect(turnedFailingAt([failedAt(1, 600, { tone: 'ok' })], 500)).toBeUndefined();
});

test('nextTurnAt adds a dwell after an environment changed to failing', () => {
  expect(nextTurnAt({ shownAt: 1_000, dwellMs: 30_000, failedAt: undefined })).toBe(31_000);
  expect(nextTurnAt({ shownAt: 1_000, dwellMs: 30_000, failedAt: 20_000 })).toBe(50_000);
});

test('holds is true for pins and for the environments of pinned projects that are not hidden', () => {
  const member = watched(5, {
    info: {
      id: idOf(5),
      name: 'qa',
      mode: 'STAGING',
      projectId: idOf(90),
      projectName: 'shop',
      organizationId: 'o',
      organizationName: 'Acme',
    },
  });
  expect(holds(GAMMA, member)).toBe(true);
  expect(holds({ ...GAMMA, hidden: [idOf(5)] }, member)).toBe(false);
  expect(holds({ ...GAMMA, hidden: [idOf(5)], pins: [...GAMMA.pins, environment(5)] }, member)).toBe(true);
  expect(holds(ALPHA, member)).toBe(false);
});

test('combineBoards returns each pin once, those of the present board first', () => {
  const overlapping = saved('d', boardOf('Delta', [environment(3), { ...environment(4), label: 'Only there' }]));
  expect(combineBoards([...BOARDS, overlapping], BETA).pins).toEqual([
    environment(2),
    environment(3),
    environment(1),
    { kind: 'project', id: idOf(90) },
    environment(4),
  ]);
});

test('failingBoard returns the board with the last change to failing', () => {
  const current = onWall(ALPHA, 'a');
  expect(failingBoard(BOARDS, current, [failedAt(2, 600)], 500)).toMatchObject({ id: 'b' });
  const address = failingBoard(BOARDS, current, [failedAt(2, 600)], 500)?.address ?? '';
  expect(decodeBoard(address).board).toMatchObject({ name: 'Beta', view: 'wall', rotateSeconds: 30 });
  expect(failingBoard(BOARDS, current, [watched(2), failedAt(3, 400)], 500)).toBeUndefined();
  // Its own environments are visible already.
  expect(failingBoard(BOARDS, current, [failedAt(1, 600)], 500)).toBeUndefined();
});
