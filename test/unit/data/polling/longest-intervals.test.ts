import { expect, test } from 'vitest';
import { LongestIntervals } from '#data/polling/longest-intervals.ts';

const plan = (ms: number) => new Map([['a', ms]]);

test('keeps the longest interval of a source until it answers, also when a later plan polls it more often', () => {
  const longest = new LongestIntervals();
  expect(longest.note(plan(30_000))).toEqual([['a', 30_000]]);
  expect(longest.note(plan(300_000))).toEqual([['a', 300_000]]);
  expect(longest.note(plan(10_000))).toEqual([['a', 300_000]]);
  longest.noteAnswer('a');
  expect(longest.note(plan(10_000))).toEqual([['a', 10_000]]);
});

test('returns only sources that a feed slowed down when there is no feed any more', () => {
  const longest = new LongestIntervals();
  longest.note(plan(300_000));
  longest.note(new Map([['b', 80_000]]));
  const sources = ['a', 'b', 'never-planned'].map((key) => ({ key, unaidedMs: 80_000 }));
  expect(longest.beyond(sources)).toEqual([['a', 300_000]]);
  longest.noteAnswer('a');
  expect(longest.beyond(sources)).toEqual([]);
});
