import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endingOf, expiryOf } from '#domain/tokens/token-expiry.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const session = (claims: unknown) =>
  ({ scheme: 'Bearer', value: `eyJhbGciOiJub25lIn0.${base64url(JSON.stringify(claims))}.x` }) as const;
const END = Date.UTC(2026, 9, 25, 1);
const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

test('expiryOf returns the exp claim of a session', () => {
  expect(expiryOf(session({ exp: END / 1_000, name: 'Zoë ÿ ???>>>' }))).toBe(END);
  expect(expiryOf(session({ exp: END / 1_000 + 0.5 }))).toBe(END + 500);
});

test.each([
  ['none', {}],
  ['a word', { exp: 'tomorrow' }],
  ['a number in quotes', { exp: String(END / 1_000) }],
  ['too large', { exp: 1e300 }],
  ['too large for milliseconds', { exp: 1e13 }],
  ['zero', { exp: 0 }],
  ['negative', { exp: -1 }],
  ['no number', { exp: null }],
  ['no claims', null],
  ['a list', [1]],
])('expiryOf returns undefined when the claim is %s', (_, claims) => {
  expect(expiryOf(session(claims))).toBeUndefined();
});

test('expiryOf returns undefined for an API token', () => {
  expect(expiryOf({ ...session({ exp: END / 1_000 }), scheme: 'Token' })).toBeUndefined();
});

test('expiryOf never throws', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const end = expiryOf({ scheme: 'Bearer', value });
      expect(end === undefined || end > 0).toBe(true);
    }),
  );
});

test('endingOf returns soon ten minutes before the expiry, and over after it', () => {
  const heardAt = END - 11 * MINUTE_MS;
  expect(endingOf(END, heardAt, END - 10 * MINUTE_MS - 1)).toBeUndefined();
  expect(endingOf(END, heardAt, END - 10 * MINUTE_MS)).toBe('expiring');
  expect(endingOf(END, heardAt, END - 1)).toBe('expiring');
  expect(endingOf(END, heardAt, END)).toBe('expired');
});

test('endingOf never returns over when Qovery answered after the expiry', () => {
  expect(endingOf(END, END + YEAR_MS, END + YEAR_MS + 1)).toBeUndefined();
  expect(endingOf(END, END - 1, END + 1)).toBe('expired');
  expect(endingOf(END, END, END + 1)).toBeUndefined();
  expect(endingOf(END, undefined, END + YEAR_MS)).toBeUndefined();
});
