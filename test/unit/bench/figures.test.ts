import { expect, test } from 'vitest';
import { figuresOf, median } from '#bench/metrics.ts';
import { tableOf } from '#bench/table.ts';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
  [[100, 9, 20], 20],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('figures are the median, the least and the most of the runs that have them', () => {
  const { fcp, letter, heap } = figuresOf([{ fcp: 30 }, { fcp: 10, letter: 40 }, { fcp: 20, letter: 48 }]);
  expect(fcp).toEqual({ median: 20, min: 10, max: 30 });
  expect(letter).toEqual({ median: 44, min: 40, max: 48 });
  expect(heap).toBeUndefined();
});

const at = (median_: number) => ({ median: median_, min: median_ - 1, max: median_ + 1 });

test('the table has a line a metric and a column a workload, with the ratios to the limit page and to the earlier commit', () => {
  const table = tableOf([
    { page: 'app', workload: '12/3', slowdown: 1, figures: { fcp: at(150), dropped: { median: 0, min: 0, max: 0 } } },
    { page: 'limit', workload: '12/3', slowdown: 1, figures: { fcp: at(100), dropped: { median: 0, min: 0, max: 0 } } },
    { page: 'before', workload: '12/3', slowdown: 1, figures: { fcp: at(200) } },
    { page: 'app', workload: '12/3', slowdown: 4, figures: { fcp: at(600) } },
  ]);
  expect(table.split('\n')).toEqual([
    '|  | 12/3, 1× | 12/3, 4× |',
    '| --- | ---: | ---: |',
    '| first contentful paint, ms | 150 (149 to 151) ×1.5 ÷0.75 | 600 (599 to 601) |',
    '| frames dropped in 2 s of scrolling | 0 |  |',
  ]);
});
