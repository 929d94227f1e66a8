import { expect, test } from 'vitest';
import { isSessionOver, type SourceRecord, UNASKED } from '#domain/source-record.ts';

const refused = (askedAt: number): SourceRecord => ({ ...UNASKED, askedAt, failure: { kind: 'unauthorized' } });
const answered = (askedAt: number): SourceRecord => ({ ...UNASKED, askedAt, heardAt: askedAt });

test.each<[string, readonly SourceRecord[], boolean]>([
  ['no source', [], false],
  ['nothing asked yet', [UNASKED], false],
  ['the only source refused', [refused(1)], true],
  ['both of two refused', [refused(1), refused(2)], true],
  ['one of two refused', [answered(1), refused(2)], false],
  ['two refused and one not asked yet', [refused(1), refused(2), UNASKED], false],
  ['the last three refused, an older one answered', [answered(1), refused(2), refused(3), refused(4)], true],
  ['one of the last three answered', [refused(1), refused(2), answered(3), refused(4)], false],
  ['failures of another kind', [{ ...UNASKED, askedAt: 1, failure: { kind: 'denied' } }], false],
])('the session is over with %s: %#', (_, records, isOver) => {
  expect(isSessionOver(records)).toBe(isOver);
});
