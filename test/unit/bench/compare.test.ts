import { expect, test } from 'vitest';
import { worseText, worseThan } from '#bench/compare.ts';
import type { Figures } from '#bench/metrics.ts';
import type { Result } from '#bench/table.ts';

const around = (median: number, by = median / 20) => ({ median, min: median - by, max: median + by });
const run = (app: Figures, limit: Figures = {}): readonly Result[] => [
  { page: 'app', workload: '60/20', slowdown: 1, figures: app },
  { page: 'limit', workload: '60/20', slowdown: 1, figures: limit },
];

test('a time is worse when its ratio to the limit page is, and not when the machine was slower', () => {
  const before = run({ fcp: around(200) }, { fcp: around(100) });
  expect(worseThan(before, run({ fcp: around(600) }, { fcp: around(300) }))).toEqual([]);
  const worse = worseThan(before, run({ fcp: around(600) }, { fcp: around(150) }));
  expect(worse.map(({ metric, before: then, now }) => [metric, then, now])).toEqual([['fcp', 2, 4]]);
});

test('what overlaps the baseline’s runs, or differs by a grain, is noise', () => {
  expect(worseThan(run({ fcp: around(200, 60) }), run({ fcp: around(240, 60) }))).toEqual([]);
  expect(worseThan(run({ letter: around(8, 0) }), run({ letter: around(16, 0) }))).toEqual([]);
});

test('bytes are compared as they are, whatever the limit page weighs', () => {
  const worse = worseThan(run({ bytes: around(160, 0) }, { bytes: around(10, 0) }), run({ bytes: around(190, 0) }));
  expect(worseText(worse)).toBe('60/20, 1×: all files of the first five seconds, kB over the wire: 160.0 → 190.0');
  expect(worseText([])).toMatch(/^Nothing is worse/);
});
