import { expect, test } from 'vitest';
import { COLUMNS, DEFAULT_BOARD } from '#domain/board/board.ts';
import { type Heading, headingsOf, minTableWidth, widthOf } from '#features/table/columns.ts';

const usual = headingsOf(COLUMNS.filter((column) => !DEFAULT_BOARD.hiddenColumns.includes(column)));

/** Evaluates the width of a column in a window of `windowPx`. */
function widthIn(windowPx: number, heading: Heading, headings: readonly Heading[]): number {
  const text = widthOf(heading, headings) ?? '';
  const [, px, besidePx, share] = /^calc\((\d+)px \+ max\(0px, 100vw - (\d+)px\) \* ([\d.]+)\)$/.exec(text) ?? [];
  return Number(px) + Math.max(0, windowPx - Number(besidePx)) * Number(share);
}

test('the usual columns fit into a window of 1440 pixels, and the origin has 230 of them or more', () => {
  expect(minTableWidth(usual)).toBeLessThanOrEqual(1_390);
  const others = usual
    .filter((heading) => heading !== 'origin')
    .reduce((sum, one) => sum + widthIn(1_440, one, usual), 44);
  expect(1_390 - others).toBeGreaterThanOrEqual(230);
});

test.each([1_440, 1_920, 2_560, 3_840])(
  'all columns together are no wider than a table of %s pixels needs',
  (windowPx) => {
    for (const headings of [usual, headingsOf(COLUMNS)]) {
      const others = headings.filter((heading) => heading !== 'origin');
      const sum = others.reduce((total, heading) => total + widthIn(windowPx, heading, headings), 44);
      expect(sum + 230).toBeLessThanOrEqual(Math.max(windowPx - 40, minTableWidth(headings)) + 1);
    }
  },
);

test('the column of the origin gets the width that the others leave', () => {
  expect(widthOf('origin', usual)).toBeUndefined();
});
