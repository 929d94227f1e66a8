import { describe, expect, test } from 'vitest';
import { isSameVersion, shortVersion, versionOfCommit, versionOfTag } from '#domain/versions/version.ts';

const SHA1 = '0123456789abcdef0123456789abcdef01234567';
const SHA256 = SHA1 + SHA1.slice(0, 24);
const DIGEST = `sha256:${SHA256}`;
const LONG_DIGEST = `sha512:${SHA256}${SHA256}`;

describe('versionOfCommit', () => {
  test.each([
    [SHA1, SHA1],
    [SHA256, SHA256],
    [` ${SHA1.toUpperCase()}\n`, SHA1],
  ])('reads %j', (id, text) => {
    expect(versionOfCommit(id)).toEqual({ kind: 'commit', text });
  });

  test.each([
    undefined,
    '',
    SHA1.slice(1),
    `${SHA1}0`,
    `x${SHA1}`,
    `${SHA1}x`,
    `${SHA1}${'x'.repeat(24)}`,
    SHA1.replace('0', 'g'),
  ])('returns undefined for %j', (id) => {
    expect(versionOfCommit(id)).toBeUndefined();
  });
});

describe('versionOfTag', () => {
  test.each([
    [DIGEST, 'digest', DIGEST],
    [LONG_DIGEST, 'digest', LONG_DIGEST],
    [` app:1.2.0@${DIGEST.toUpperCase()} `, 'digest', DIGEST],
    [' v1.2.3 ', 'release', 'v1.2.3'],
    ['1.2.3', 'release', '1.2.3'],
    ['sha-0a1b2c3', 'commit', 'sha-0a1b2c3'],
    ['0a1b2c3', 'commit', '0a1b2c3'],
    ['ffffff1', 'commit', 'ffffff1'],
    [SHA1, 'commit', SHA1],
    ['latest', 'tag', 'latest'],
  ] as const)('reads %j as %s', (tag, kind, text) => {
    expect(versionOfTag(tag)).toEqual({ kind, text });
  });

  test.each([
    ['a date', '20261128'],
    ['a word of the digits of a commit', 'deadbeef'],
    ['six digits', '0a1b2c'],
    ['one digit more than a commit has', `${SHA1}a`],
    ['a commit behind other text', 'main-0a1b2c3'],
    ['a commit before other text', '0a1b2c3-main'],
    ['a digest that is cut', DIGEST.slice(0, -1)],
    ['a digest before other text', `${DIGEST}-x`],
    ['a digest of other characters', `sha256:${'x'.repeat(64)}`],
    ['a long digest that is cut', LONG_DIGEST.slice(0, -1)],
    ['a long digest of other characters', `sha512:${'x'.repeat(128)}`],
    ['a short end of a digest', 'sha256:a'],
  ])('reads %s as a tag that may move', (_, tag) => {
    expect(versionOfTag(tag)).toEqual({ kind: 'tag', text: tag });
  });

  test.each([undefined, '', '  '])('returns undefined for %j', (tag) => {
    expect(versionOfTag(tag)).toBeUndefined();
  });
});

const tagged = (tag: string) => versionOfTag(tag) ?? { kind: 'tag' as const, text: '' };

describe('isSameVersion', () => {
  test.each([
    ['1.2.0', 'v1.2.0'],
    ['V1.2.0', 'v1.2.0'],
    ['sha-0a1b2c3', '0a1b2c3'],
    ['0123456789ab', SHA1],
    [SHA1, 'sha-0123456789ab'],
    ['latest', 'latest'],
    [DIGEST, `app@${DIGEST}`],
  ])('is true for %s and %s', (a, b) => {
    expect(isSameVersion(tagged(a), tagged(b))).toBe(true);
    expect(isSameVersion(tagged(b), tagged(a))).toBe(true);
  });

  test.each([
    ['1.2.0', '1.2.1'],
    ['1.2.0-dev.1', '1.2.0-de.1'],
    ['0a1b2c3', '0a1b2c4'],
    ['latest', 'latest-2'],
    ['sha-edge', 'edge'],
    ['vnext', 'next'],
    [SHA1, 'latest'],
  ])('is false for %s and %s', (a, b) => {
    expect(isSameVersion(tagged(a), tagged(b))).toBe(false);
    expect(isSameVersion(tagged(b), tagged(a))).toBe(false);
  });

  test('is false for equal texts of different kinds', () => {
    expect(isSameVersion({ kind: 'engine', text: '16' }, { kind: 'tag', text: '16' })).toBe(false);
  });
});

test.each([
  [SHA1, '0123456'],
  ['sha-0a1b2c3d4e', 'sha-0a1b2c3d4e'],
  [DIGEST, 'sha256:0123456789ab'],
  ['v1.2.3-a-rather-long-suffix', 'v1.2.3-a-rather-long-suffix'],
  ['a-tag-that-is-longer-than-nineteen-letters', 'a-tag-that-is-longer-than-nineteen-letters'],
])('the short form of %s is %s', (tag, short) => {
  expect(shortVersion(tagged(tag))).toBe(short);
});

test('a tag with the digits of a whole commit is shortened only as a commit', () => {
  expect(shortVersion({ kind: 'commit', text: SHA256 })).toBe('0123456');
  expect(shortVersion({ kind: 'tag', text: SHA256 })).toBe(SHA256);
});
