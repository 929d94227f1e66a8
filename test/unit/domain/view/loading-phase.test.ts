import { expect, test } from 'vitest';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { openingOf, placeIn } from '#domain/view/loading-phase.ts';

const status = { id: 'x', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED' };
const one = (part: Partial<WatchedEnvironment> = {}): WatchedEnvironment => ({
  id: 'x',
  tone: 'unknown',
  freshness: 'late',
  ...part,
});
const UNHEARD = one();
const FRESH = one({ status, freshness: 'fresh' });
const KEPT = one({ status, freshness: 'kept' });
const times = (count: number, what: WatchedEnvironment) => Array.from({ length: count }, () => what);
const passed = (isWaitOver = false, isFillOver = false) => ({ isWaitOver, isFillOver });

test.each([
  ['heard', FRESH],
  ['not reached', one({ freshness: 'unreachable', failure: { kind: 'offline' } })],
  ['heard, and overdue since', one({ status })],
  ['of no known state', one({ status: { ...status, state: 'NEW_WORD' }, freshness: 'fresh' })],
])('a board of which all is known is complete: %s', (_, known) => {
  expect(openingOf([known, FRESH], passed())).toBe('complete');
  expect(openingOf([known, UNHEARD], passed())).toBe('waiting');
});

test('of a project that answered, an environment without a status is not known', () => {
  expect(openingOf([one({ freshness: 'fresh' }), FRESH], passed())).toBe('waiting');
});

test('nothing is waited for on an empty board', () => {
  expect(openingOf([], passed())).toBe('complete');
});

test('once the wait is over it fills, and in the end it is as complete as it gets', () => {
  expect(openingOf([FRESH, UNHEARD], passed(true))).toBe('filling');
  expect(openingOf([FRESH, UNHEARD], passed(true, true))).toBe('complete');
});

test('what is kept is shown at once, until it is confirmed', () => {
  expect(openingOf([KEPT, UNHEARD], passed())).toBe('filling');
  expect(openingOf([KEPT], passed())).toBe('filling');
});

test('a large board does not wait', () => {
  expect(openingOf(times(200, UNHEARD), passed())).toBe('waiting');
  expect(openingOf(times(201, UNHEARD), passed())).toBe('filling');
});

test('whoever has no place comes last', () => {
  const places = new Map([['a', 3]]);
  expect(['b', 'a'].toSorted((x, y) => placeIn(places, x) - placeIn(places, y))).toEqual(['a', 'b']);
});
