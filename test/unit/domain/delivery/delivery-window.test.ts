import { expect, test } from 'vitest';
import { knownDaysOf } from '#domain/delivery/delivery-window.ts';

const DAY_MS = 86_400_000;
const WEEK = { from: 0, to: 7 * DAY_MS };

test.each([
  ['histories from before the window', [-DAY_MS, -9 * DAY_MS], { least: 7, most: 7 }],
  ['histories that begin in the window', [2 * DAY_MS, 4.4 * DAY_MS], { least: 3, most: 5 }],
  ['a history that begins after it', [0, 8 * DAY_MS], { least: 0, most: 7 }],
  ['no history', [], { least: 0, most: 0 }],
])('the known days of %s', (_, starts, days) => {
  expect(knownDaysOf(WEEK, starts)).toEqual(days);
});
