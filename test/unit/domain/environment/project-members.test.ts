import { describe, expect, test } from 'vitest';
import { membersAfter, mergeMembers } from '#domain/environment/project-members.ts';

const DAY_MS = 86_400_000;

test('membersAfter adds new members, keeps vanished ones for a day, and restores returning ones', () => {
  const first = membersAfter(undefined, ['a', 'b'], 0);
  expect(first).toEqual({ a: null, b: null });
  expect(membersAfter(first, ['b', 'a'], 5)).toBe(first);
  const gone = membersAfter(first, ['a', 'c'], 1_000);
  expect(gone).toEqual({ a: null, c: null, b: 1_000 });
  expect(membersAfter(gone, ['a', 'c'], 1_000 + DAY_MS - 1)).toBe(gone);
  expect(membersAfter(gone, ['a', 'c'], 1_000 + DAY_MS)).toEqual({ a: null, c: null });
  expect(membersAfter(gone, ['a', 'b', 'c'], 2_000)).toEqual({ a: null, b: null, c: null });
});

describe('mergeMembers', () => {
  test('contains the present environments of both tabs, those of the first one first', () => {
    expect(Object.entries(mergeMembers({ a: null, b: null }, { c: null, b: null }))).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });

  test('keeps a vanished environment that both tabs contain, and drops one that the user has dismissed in a tab', () => {
    expect(mergeMembers({ a: 5, b: 5 }, { a: 6, c: 6 })).toEqual({ a: 5 });
  });

  test('keeps the time at which a tab noticed an absence, although the other has not', () => {
    expect(mergeMembers({ a: 5 }, { a: null })).toEqual({ a: 5 });
  });
});
