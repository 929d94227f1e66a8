import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#domain/environment/failure.ts';
import { chooseToken, type TokenRefusal } from '#domain/tokens/token-routing.ts';

const NOW = Date.UTC(2026, 9, 25, 1);
const MINUTE_MS = 60_000;
const tokens = [
  { key: 'a', isPolicy: false },
  { key: 'b', isPolicy: false },
  { key: 'p', isPolicy: true },
];
const DENIED: Failure = { kind: 'denied' };
const UNAUTHORIZED: Failure = { kind: 'unauthorized' };
const DOWN: Failure = { kind: 'server', status: 503 };
const SPENT: Failure = { kind: 'budgetSpent', retryAfterMs: MINUTE_MS };

const choose = (misses: Readonly<Record<string, Failure>>, preferred?: string, agoMs = 0) =>
  chooseToken({
    tokens,
    preferred,
    misses: new Map(
      Object.entries(misses).map(([key, failure]): [string, TokenRefusal] => [key, { failure, at: NOW - agoMs }]),
    ),
    now: NOW,
  });

describe('what nobody answered for yet', () => {
  test('is asked of one token after the other', () => {
    expect(choose({})).toBe('a');
    expect(choose({ a: DENIED })).toBe('b');
    expect(choose({ a: DENIED, b: UNAUTHORIZED })).toBe('p');
  });

  test('is asked of the next too where one could not ask: its hour is spent, or Qovery failed', () => {
    expect(choose({ a: SPENT })).toBe('b');
    expect(choose({ a: DOWN, b: SPENT })).toBe('p');
  });

  test('stays, when all have failed, with the one that may still answer', () => {
    expect(choose({ a: DENIED, b: SPENT, p: UNAUTHORIZED })).toBe('b');
    expect(choose({ a: DENIED, b: UNAUTHORIZED, p: UNAUTHORIZED })).toBe('b');
    expect(choose({ a: DENIED, b: DENIED, p: UNAUTHORIZED })).toBe('p');
  });

  test('is asked of everyone again ten minutes later, and at once when the clock was set back', () => {
    const all = { a: DENIED, b: DENIED, p: UNAUTHORIZED };
    expect(choose(all, undefined, 9 * MINUTE_MS)).toBe('p');
    expect(choose(all, undefined, 10 * MINUTE_MS)).toBe('a');
    expect(choose(all, undefined, -60 * MINUTE_MS)).toBe('a');
  });
});

describe('what a token is known to answer for', () => {
  test('is asked of that token, and stays with it while it merely fails', () => {
    expect(choose({}, 'b')).toBe('b');
    expect(choose({ b: DOWN }, 'b')).toBe('b');
    expect(choose({ b: SPENT }, 'b')).toBe('b');
  });

  test('moves on when that token says no, or is gone', () => {
    expect(choose({ b: DENIED }, 'b')).toBe('a');
    expect(choose({ b: DENIED, a: DENIED }, 'b')).toBe('p');
    expect(choose({}, 'forgotten')).toBe('a');
  });
});

test('one of the tokens is always chosen', () => {
  const failure = fc.constantFrom(DENIED, UNAUTHORIZED, DOWN, SPENT);
  const key = fc.constantFrom('a', 'b', 'p', 'forgotten');
  fc.assert(
    fc.property(
      fc.dictionary(key, failure),
      fc.option(key, { nil: undefined }),
      fc.integer(),
      (misses, preferred, ago) => {
        expect(['a', 'b', 'p']).toContain(choose(misses, preferred, ago));
      },
    ),
  );
});
