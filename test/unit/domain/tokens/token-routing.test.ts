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
const UNAUTHORIZED: Failure = { kind: 'unauthorized', credential: 'token' };
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

describe('chooseToken without an earlier answer', () => {
  test('returns one token after the other', () => {
    expect(choose({})).toBe('a');
    expect(choose({ a: DENIED })).toBe('b');
    expect(choose({ a: DENIED, b: UNAUTHORIZED })).toBe('p');
  });

  test('returns the next token when a request failed for another reason than a refusal', () => {
    expect(choose({ a: SPENT })).toBe('b');
    expect(choose({ a: DOWN, b: SPENT })).toBe('p');
  });

  test('returns the token that may still succeed when all have failed', () => {
    expect(choose({ a: DENIED, b: SPENT, p: UNAUTHORIZED })).toBe('b');
    expect(choose({ a: UNAUTHORIZED, b: SPENT, p: UNAUTHORIZED })).toBe('b');
    expect(choose({ a: DENIED, b: UNAUTHORIZED, p: UNAUTHORIZED })).toBe('b');
    expect(choose({ a: DENIED, b: DENIED, p: UNAUTHORIZED })).toBe('p');
  });

  test('returns each token again after ten minutes, and at once when the clock was set back', () => {
    expect(choose({ a: UNAUTHORIZED }, undefined, 10 * MINUTE_MS)).toBe('a');
    const all = { a: DENIED, b: DENIED, p: UNAUTHORIZED };
    expect(choose(all, undefined, 9 * MINUTE_MS)).toBe('p');
    expect(choose(all, undefined, 10 * MINUTE_MS)).toBe('a');
    expect(choose(all, undefined, -60 * MINUTE_MS)).toBe('a');
  });
});

describe('chooseToken with a preferred token', () => {
  test('returns the preferred token while it fails without a refusal', () => {
    expect(choose({}, 'b')).toBe('b');
    expect(choose({ b: DOWN }, 'b')).toBe('b');
    expect(choose({ b: SPENT }, 'b')).toBe('b');
  });

  test('returns another token when the preferred one is refused or removed', () => {
    expect(choose({ b: DENIED }, 'b')).toBe('a');
    expect(choose({ b: DENIED, a: DENIED }, 'b')).toBe('p');
    expect(choose({}, 'forgotten')).toBe('a');
  });
});

test('chooseToken returns no key when there are no tokens', () => {
  expect(chooseToken({ tokens: [], preferred: 'forgotten', misses: new Map(), now: NOW })).toBe('');
});

test('chooseToken always returns the key of one of the tokens', () => {
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
