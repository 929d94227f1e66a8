import { expect, test } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { initialOrderOf, initialRank, loadingPhaseOf } from '#domain/view/loading-phase.ts';

const status = { id: 'x', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' };
const one = (part: Partial<BoardEnvironment> = {}): BoardEnvironment => ({
  id: 'x',
  tone: 'unknown',
  freshness: 'late',
  ...part,
});
const UNHEARD = one();
const FRESH = one({ status, freshness: 'fresh' });
const KEPT = one({ status, freshness: 'kept' });
const times = (count: number, what: BoardEnvironment) => Array.from({ length: count }, () => what);
const passed = (isWaitOver = false, isFillOver = false) => ({ isWaitOver, isFillOver });

test.each([
  ['heard', FRESH],
  ['not reached', one({ freshness: 'unreachable', failure: { kind: 'offline' } })],
  ['heard, and overdue since', one({ status })],
  ['of no known state', one({ status: { ...status, state: 'NEW_WORD' }, freshness: 'fresh' })],
])('the phase is complete when each environment has an answer or a failure: %s', (_, known) => {
  expect(loadingPhaseOf([known, FRESH], passed())).toBe('complete');
  expect(loadingPhaseOf([known, UNHEARD], passed())).toBe('waiting');
});

test('the phase is not complete while an environment of an answered project has no status', () => {
  expect(loadingPhaseOf([one({ freshness: 'fresh' }), FRESH], passed())).toBe('waiting');
});

test('an empty board is complete at once', () => {
  expect(loadingPhaseOf([], passed())).toBe('complete');
});

test('the phase is filling after the wait, and complete after the time for filling', () => {
  expect(loadingPhaseOf([FRESH, UNHEARD], passed(true))).toBe('filling');
  expect(loadingPhaseOf([FRESH, UNHEARD], passed(true, true))).toBe('complete');
});

test('persisted readings are shown at once, until they are confirmed', () => {
  expect(loadingPhaseOf([KEPT, UNHEARD], passed())).toBe('filling');
  expect(loadingPhaseOf([KEPT], passed())).toBe('filling');
});

test('a large board is filling from its first reading on', () => {
  expect(loadingPhaseOf([FRESH, ...times(199, UNHEARD)], passed())).toBe('waiting');
  expect(loadingPhaseOf(times(201, UNHEARD), passed())).toBe('waiting');
  expect(loadingPhaseOf([FRESH, ...times(200, UNHEARD)], passed())).toBe('filling');
});

test('initialRank puts an environment without a position last', () => {
  const places = new Map([['a', 3]]);
  expect(['b', 'a'].toSorted((x, y) => initialRank(places, x) - initialRank(places, y))).toEqual(['a', 'b']);
});

test('initialOrderOf gives each environment its position in the sort', () => {
  const board = [one({ id: 'calm', tone: 'ok' }), one({ id: 'urgent', tone: 'failing' })];
  const placed = (isReversed: boolean) => [...initialOrderOf(board, 'attention', isReversed)];
  expect(placed(false)).toEqual([
    ['urgent', 0],
    ['calm', 1],
  ]);
  expect(placed(true)).toEqual([
    ['calm', 0],
    ['urgent', 1],
  ]);
});
