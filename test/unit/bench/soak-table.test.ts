import { expect, test } from 'vitest';
import { grown, type Size, soakRow } from '#bench/soak-table.ts';

/** Twenty sizes, so that a window has four. */
const sizes = (of: (index: number) => Partial<Size>): readonly Size[] =>
  Array.from({ length: 20 }, (_, index) => ({ heap: 4_000_000, nodes: 900, listeners: 200, timers: 5, ...of(index) }));

test('what varies with what the page shows has not grown', () => {
  expect(grown(sizes((index) => ({ nodes: 900 + (index % 3) * 20, timers: 5 + (index % 2) })))).toEqual([]);
});

test('a single node, listener or timer that is left behind each time has', () => {
  for (const name of ['nodes', 'listeners', 'timers'] as const) {
    expect(grown(sizes((index) => ({ [name]: 900 + index })))).toEqual([name]);
  }
});

test('a leak is found below what varies', () => {
  expect(grown(sizes((index) => ({ nodes: 900 + (index % 3) * 10 + index * 2 })))).toEqual(['nodes']);
});

test('one great moment at the end is none', () => {
  expect(grown(sizes((index) => (index === 19 ? { nodes: 2_000, heap: 9_000_000 } : {})))).toEqual([]);
});

test('the heap may grow by less than a twentieth', () => {
  expect(grown(sizes((index) => ({ heap: 4_000_000 + index * 11_000 })))).toEqual([]);
  expect(grown(sizes((index) => ({ heap: 4_000_000 + index * 14_000 })))).toEqual(['heap']);
});

test('a row holds the medians of the first, the middle and the last window, and what grew', () => {
  const row = soakRow(
    'share',
    sizes((index) => ({ listeners: 200 + index })),
  );
  expect(row).toBe(
    '| share | 4.00 → 4.00 → 4.00 (+0.0 %) | 900 → 900 → 900 | 201 → 209 → 217 | 5 → 5 → 5 | listeners |',
  );
});
