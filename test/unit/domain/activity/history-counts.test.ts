import { expect, test } from 'vitest';
import { historyCounts, knownSince } from '#domain/activity/history-counts.ts';

const waiting = { coverage: undefined, failure: undefined, isRequested: true };
const read = { ...waiting, coverage: { environmentId: 'e', knownFrom: 0, requestedAt: 1 } };
const denied = { ...waiting, failure: { kind: 'denied' } as const };

test('counts the histories that wait and those that could not be read', () => {
  expect(historyCounts([read, read, waiting, denied])).toEqual({
    total: 4,
    waiting: 1,
    denied: 1,
    unread: 0,
    needsToken: true,
  });
});

test('counts no history that will not be requested, unless an earlier page has read it', () => {
  const never = { ...waiting, isRequested: false };
  expect(historyCounts([waiting, never])).toEqual({ total: 1, waiting: 1, denied: 0, unread: 0, needsToken: false });
  expect(historyCounts([{ ...read, isRequested: false }, never])).toEqual({
    total: 1,
    waiting: 0,
    denied: 0,
    unread: 0,
    needsToken: false,
  });
});

test('counts a history as waiting until the archive was read', () => {
  expect(historyCounts([undefined, read])).toEqual({ total: 2, waiting: 1, denied: 0, unread: 0, needsToken: false });
});

test('knownSince is the time since which every history is known, and none while one is missing', () => {
  const from = (knownFrom: number) => ({ ...read, coverage: { ...read.coverage, knownFrom } });
  expect(knownSince([])).toBe(0);
  expect(knownSince([read, { ...waiting, isRequested: false }])).toBe(0);
  expect(knownSince([from(40), read, from(70)])).toBe(70);
  expect(knownSince([from(40), waiting])).toBe(Number.POSITIVE_INFINITY);
  expect(knownSince([denied])).toBe(Number.POSITIVE_INFINITY);
  expect(knownSince([{ ...read, coverage: { ...read.coverage, unread: 1 } }])).toBe(Number.POSITIVE_INFINITY);
});

test('counts the deployments that could not be read in histories that were', () => {
  const partly = { ...read, coverage: { ...read.coverage, unread: 2 } };
  expect(historyCounts([partly, read, partly])).toMatchObject({ total: 3, waiting: 0, denied: 0, unread: 4 });
});
