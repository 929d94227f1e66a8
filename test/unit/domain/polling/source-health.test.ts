import { expect, test } from 'vitest';
import {
  failureOf,
  failuresOf,
  isPolicyDenial,
  isSessionOver,
  NEVER_REQUESTED,
  probesFor,
  type SourceHealth,
  troubledSince,
} from '#domain/polling/source-health.ts';

const refused = (requestedAt: number): SourceHealth => ({
  ...NEVER_REQUESTED,
  requestedAt,
  failure: { kind: 'unauthorized', credential: 'token' },
});
const failing = (requestedAt: number): SourceHealth => ({
  ...NEVER_REQUESTED,
  requestedAt,
  failure: { kind: 'server', status: 503 },
});
const answered = (requestedAt: number): SourceHealth => ({ ...NEVER_REQUESTED, requestedAt, observedAt: requestedAt });

test.each<[string, readonly SourceHealth[], boolean]>([
  ['no source', [], false],
  ['a source that was not requested yet', [NEVER_REQUESTED], false],
  ['the only source refused', [refused(1)], true],
  ['both of two refused', [refused(1), refused(2)], true],
  ['one of two refused', [answered(1), refused(2)], false],
  ['two refused and one not requested yet', [refused(1), refused(2), NEVER_REQUESTED], false],
  ['the last three refused, an older one answered', [answered(1), refused(2), refused(3), refused(4)], true],
  ['one of the last three answered', [refused(1), refused(2), answered(3), refused(4)], false],
  ['the last three refused, in any order', [refused(4), answered(1), refused(3), refused(2)], true],
  ['two requested and refused of many', [refused(1), refused(2), NEVER_REQUESTED, NEVER_REQUESTED], false],
  ['three refused, and one not requested yet before them', [NEVER_REQUESTED, refused(1), refused(2), refused(3)], true],
  ['one of the last three failing for another reason', [refused(1), refused(2), failing(3)], false],
  ['the latest of three failing for another reason', [failing(1), refused(2), refused(3)], false],
  ['failures of another kind', [{ ...NEVER_REQUESTED, requestedAt: 1, failure: { kind: 'denied' } }], false],
])('isSessionOver is right for %s: %#', (_, health, isOver) => {
  expect(isSessionOver(health)).toBe(isOver);
});

test('isSessionOver is false when a source was answered since, or when a request is in flight', () => {
  const three = [refused(2), refused(3), refused(4)];
  expect(isSessionOver([{ ...answered(1), observedAt: 1 }, ...three])).toBe(true);
  expect(isSessionOver([{ ...answered(1), observedAt: 2 }, ...three])).toBe(false);
  expect(isSessionOver([refused(1), refused(2)], 2)).toBe(true);
  expect(isSessionOver([refused(1), refused(2)], 3)).toBe(false);
  expect(isSessionOver(three, 9)).toBe(true);
});

test('isSessionOver ignores denied sources, and counts a source that is refused after an answer', () => {
  const denied = [600, 601, 602].map((requestedAt) => ({ ...refused(requestedAt), failingSince: 1, failures: 2 }));
  expect(isSessionOver([...denied, answered(590)])).toBe(false);
  expect(isSessionOver([...denied, { ...refused(603), observedAt: 590 }])).toBe(true);
  expect(isSessionOver(denied, 4)).toBe(true);
});

test('a 401 is a denial of one source when another was answered since its request', () => {
  const one = refused(5);
  expect(isPolicyDenial(one, [one, answered(5)])).toBe(true);
  expect(isPolicyDenial(one, [answered(6), NEVER_REQUESTED, one])).toBe(true);
  expect(isPolicyDenial(one, [one, answered(4)])).toBe(false);
  expect(isPolicyDenial(one, [one, refused(6), NEVER_REQUESTED])).toBe(false);
});

test('a denied source stays denied when it is refused again, until the others are refused too', () => {
  const again = { ...refused(600), failingSince: 6, failures: 2 };
  expect(isPolicyDenial(again, [again, answered(590)])).toBe(true);
  expect(isPolicyDenial(again, [again, answered(6)])).toBe(true);
  expect(isPolicyDenial(again, [again, answered(5)])).toBe(false);
  const all = [again, { ...refused(601), observedAt: 590 }, { ...refused(602), observedAt: 590 }];
  expect(isSessionOver(all)).toBe(true);
});

test('isPolicyDenial is false when the failure is not a 401, or when no other source was answered', () => {
  const broken: SourceHealth = { ...NEVER_REQUESTED, requestedAt: 5, failure: { kind: 'server', status: 503 } };
  expect(isPolicyDenial(broken, [broken, answered(6)])).toBe(false);
  expect(isPolicyDenial(answered(5), [answered(6)])).toBe(false);
  const healed = { ...refused(5), observedAt: 9 };
  expect(isPolicyDenial(healed, [healed])).toBe(false);
  const unasked = { ...refused(5), requestedAt: undefined };
  expect(isPolicyDenial(unasked, [unasked, answered(6)])).toBe(false);
});

test('NEVER_REQUESTED has no times and no failures', () => {
  expect(Object.entries(NEVER_REQUESTED).filter(([, value]) => value !== undefined)).toEqual([
    ['failures', 0],
    ['attempt', 0],
  ]);
});

test('failureOf returns the recorded failure, and denied for a 401 that concerns one source', () => {
  const broken: SourceHealth = { ...NEVER_REQUESTED, requestedAt: 5, failure: { kind: 'server', status: 503 } };
  expect(failureOf(broken, new Map([['a', broken]]))).toBe(broken.failure);
  expect(failureOf(answered(5), new Map())).toBeUndefined();
  const one = refused(5);
  expect(failureOf(one, new Map([['a', one]]))).toEqual({ kind: 'unauthorized', credential: 'token' });
  const health = new Map([
    ['a', one],
    ['b', answered(6)],
  ]);
  expect(failureOf(one, health)).toEqual({ kind: 'denied' });
  expect(failureOf(one, health)).toBe(failureOf(one, health));
});

test('probesFor returns two healthy sources after a 401, and fewer when some are in flight', () => {
  const well = (...keys: readonly string[]) => keys.map((key) => [key, answered(1)] as const);
  const none = new Set<string>();
  const broken: SourceHealth = { ...NEVER_REQUESTED, requestedAt: 1, failure: { kind: 'server', status: 503 } };
  const all = new Map([['x', answered(1)] as const, ['bad', broken] as const, ...well('a', 'b', 'c')]);
  expect(probesFor('x', all, none)).toEqual(['a', 'b']);
  expect(probesFor('x', all, new Set(['a']))).toEqual(['b']);
  expect(probesFor('x', all, new Set(['b', 'c']))).toEqual([]);
  expect(probesFor('x', all, new Set(['a', 'b', 'c']))).toEqual([]);
  expect(probesFor('x', new Map([['new', NEVER_REQUESTED] as const, ...well('a', 'b')]), none)).toEqual(['a']);
  expect(probesFor('x', new Map([['x', answered(1)]]), none)).toEqual([]);
});

test('probesFor returns no source while another 401 is undecided, and ignores denials', () => {
  const well = answered(1);
  const open = new Map([
    ['refused', refused(2)],
    ['a', well],
    ['b', well],
  ]);
  expect(probesFor('a', open, new Set())).toEqual([]);
  const settled = new Map([...open, ['b', answered(3)] as const]);
  expect(probesFor('a', settled, new Set())).toEqual(['b']);
});

test('failuresOf returns failures without denials, and troubledSince their earliest start', () => {
  const since = (failingSince: number | undefined, kind: 'server' | 'denied'): SourceHealth => ({
    ...NEVER_REQUESTED,
    failingSince,
    failure: kind === 'server' ? { kind, status: 503 } : { kind },
  });
  const health = new Map([
    ['a', since(9, 'server')],
    ['b', since(undefined, 'server')],
    ['c', since(4, 'server')],
    ['d', since(1, 'denied')],
    ['e', answered(2)],
  ]);
  const troubles = failuresOf(['a', 'b', 'c', 'd', 'e', 'unknown'], health);
  expect(troubles.map(({ since: at }) => at)).toEqual([9, undefined, 4]);
  expect(troubledSince(troubles)).toBe(4);
  expect(troubledSince(failuresOf(['b'], health))).toBeUndefined();
  expect(troubledSince([])).toBeUndefined();
});
