import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsToken, parseCredential, withoutToken } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln';

test.each([
  ['qov_abc', 'Token', 'qov_abc'],
  ['sk-qov-abc', 'Token', 'sk-qov-abc'],
  ['something-else', 'Token', 'something-else'],
  [JWT, 'Bearer', JWT],
  [`  Bearer ${JWT}\n`, 'Bearer', JWT],
  ['bearer qov_abc', 'Bearer', 'qov_abc'],
  [`TOKEN\t${JWT}`, 'Token', JWT],
  ['qov_ab\r\n  c', 'Token', 'qov_abc'],
  ['Token   abc', 'Token', 'abc'],
  ['tokenish', 'Token', 'tokenish'],
  ['qov_token bearer abc', 'Token', 'qov_tokenbearerabc'],
  [`a-${JWT}`, 'Token', `a-${JWT}`],
  [`${JWT}.four.five`, 'Token', `${JWT}.four.five`],
])('parseCredential reads %j as %s %s', (text, scheme, value) => {
  expect(parseCredential(text)).toMatchObject({ kind: 'credential', credential: { scheme, value } });
});

test.each([
  ['qov_abc', true],
  ['sk-qov-abc', true],
  [JWT, true],
  ['Token abc', true],
  ['abc', false],
  ['abc-qov_x', false],
  [`${JWT}.four.five`, false],
])('parseCredential reports for %j whether the scheme is certain: %s', (text, isCertain) => {
  expect(parseCredential(text)).toMatchObject({ isCertain });
});

test.each(['', ' \n\t'])('parseCredential returns empty for %j', (text) => {
  expect(parseCredential(text)).toEqual({ kind: 'empty' });
});

test.each(['qov_é', 'qov_…', 'qov_\0', 'qov_\u200b'])('parseCredential returns unusable for %j', (text) => {
  expect(parseCredential(text)).toEqual({ kind: 'unusable' });
});

test('parseCredential returns only values that a header accepts', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      const read = parseCredential(text);
      if (read.kind !== 'credential') return;
      const { scheme, value } = read.credential;
      expect(new Headers({ Authorization: `${scheme} ${value}` }).get('Authorization')).toBe(`${scheme} ${value}`);
    }),
  );
});

test('fingerprint returns eight digits that depend on the value only', () => {
  expect(fingerprint('')).toBe('811c9dc5');
  expect(fingerprint('a')).toBe('e40c292c');
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(fingerprint(value)).toMatch(/^[0-9a-f]{8}$/);
      expect(fingerprint(value)).toBe(fingerprint(value));
    }),
  );
});

test.each(['qov_a', 'sk-qov-a', JWT, 'eyJhbGci', `Bearer ${JWT}`, 'Token qov_a', 'staging qov_a', '"qov_a"'])(
  '%j holds a token, from its first secret letters on',
  (text) => {
    expect(holdsToken(text)).toBe(true);
    expect(holdsToken(`${text}0123456789`)).toBe(true);
  },
);

test.each(['Token 0123456789abcdef', 'Token  0123456789abcdef', 'authorization: bearer 0123456789abcdef'])(
  '%j holds a token of any form',
  (text) => {
    expect(holdsToken(text)).toBe(true);
  },
);

test.each([
  '',
  'qov',
  'qovery',
  'qov-staging',
  'token service',
  'bearer',
  'eyJ',
  'eyJabcd',
  'prod eu-west',
  'my-qov_eu',
])('%j holds none', (text) => {
  expect(holdsToken(text)).toBe(false);
});

test('withoutToken keeps a text without a token, and nothing of one that holds it', () => {
  expect(withoutToken('prod eu-west')).toBe('prod eu-west');
  expect(withoutToken('staging qov_a')).toBe('');
});
