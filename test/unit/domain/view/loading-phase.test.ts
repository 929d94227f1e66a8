import { expect, test } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { initialRank, loadingPhaseOf } from '#domain/view/loading-phase.ts';

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
])('a board of which all is known is complete: %s', (_, known) => {
  expect(loadingPhaseOf([known, FRESH], passed())).toBe('complete');
  expect(loadingPhaseOf([known, UNHEARD], passed())).toBe('waiting');
});

test('of a project that answered, an environment without a status is not known', () => {
  expect(loadingPhaseOf([one({ freshness: 'fresh' }), FRESH], passed())).toBe('waiting');
});

test('nothing is waited for on an empty board', () => {
  expect(loadingPhaseOf([], passed())).toBe('complete');
});

test('once the wait is over it fills, and in the end it is as complete as it gets', () => {
  expect(loadingPhaseOf([FRESH, UNHEARD], passed(true))).toBe('filling');
  expect(loadingPhaseOf([FRESH, UNHEARD], passed(true, true))).toBe('complete');
});

test('what is kept is shown at once, until it is confirmed', () => {
  expect(loadingPhaseOf([KEPT, UNHEARD], passed())).toBe('filling');
  expect(loadingPhaseOf([KEPT], passed())).toBe('filling');
});

test('a large board does not wait', () => {
  expect(loadingPhaseOf(times(200, UNHEARD), passed())).toBe('waiting');
  expect(loadingPhaseOf(times(201, UNHEARD), passed())).toBe('filling');
});

test('whoever has no place comes last', () => {
  const places = new Map([['a', 3]]);
  expect(['b', 'a'].toSorted((x, y) => initialRank(places, x) - initialRank(places, y))).toEqual(['a', 'b']);
});
