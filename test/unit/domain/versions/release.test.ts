import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isReleaseTag, releaseDistance } from '#domain/versions/release.ts';

/** The example of the specification of semantic versions, in ascending order. */
const ASCENDING = [
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.0.1',
  '1.0.1',
  '1.10.0',
  '2.0.0',
];

it('orders releases as the specification of semantic versions does', () => {
  for (const [at, older] of ASCENDING.entries()) {
    for (const newer of ASCENDING.slice(at + 1)) {
      expect([older, newer, releaseDistance(older, newer)?.isNewer]).toEqual([older, newer, true]);
      expect(releaseDistance(`v${newer}`, older)?.isNewer).toBe(false);
    }
  }
});

it.each(['latest', 'v1', '1.4', '1.2.x', '01.2.3', '2026.11.2', 'v20261127.1.0', '1.2.3.4.5', '', '1.2.3-', '^1.2.3'])(
  'reads no release in %j',
  (text) => {
    expect(isReleaseTag(text)).toBe(false);
    expect(releaseDistance(text, '1.0.0')).toBeUndefined();
  },
);

it('reads any three or four numbers, and never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 3, maxLength: 4 }), fc.string(), (parts, text) => {
      expect(isReleaseTag(parts.join('.'))).toBe(true);
      expect(typeof isReleaseTag(text)).toBe('boolean');
    }),
  );
});

it('gives build metadata no rank', () => {
  expect(isReleaseTag('1.2.3+5')).toBe(true);
  expect(releaseDistance('1.2.3+5', '1.2.3+20')).toBeUndefined();
});
