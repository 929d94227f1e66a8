import { expect, test } from 'vitest';
import { COLUMNS, DEFAULT_BOARD } from '#domain/board/board.ts';
import { STATES } from '#domain/environment/state.ts';
import { lettersEm } from '#domain/view/letters-em.ts';
import { type Heading, headingsOf, minTableWidth, widthOf } from '#features/table/columns.ts';

import { modeText as deMode, stateText as deState } from '#languages/de/qovery-terms.ts';
import { COLUMN_WORDS as de } from '#languages/de/table.ts';
import { modeText as enMode, stateText as enState } from '#languages/en/qovery-terms.ts';
import { COLUMN_WORDS as en } from '#languages/en/table.ts';
import { modeText as esMode, stateText as esState } from '#languages/es/qovery-terms.ts';
import { COLUMN_WORDS as es } from '#languages/es/table.ts';
import { modeText as frMode, stateText as frState } from '#languages/fr/qovery-terms.ts';
import { COLUMN_WORDS as fr } from '#languages/fr/table.ts';

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

/** Padding of a cell, in CSS pixels, and the sizes of the text of headings and rows. */
const PADDING_PX = 16;
const HEADING_PX = 12.5;
const ROW_PX = 13.5;
/** `lettersEm` estimates semibold letters; those of the table are lighter. */
const LIGHT = 0.83;
const MODES = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];

/** Returns the width of the longest word, which no line break makes shorter. */
const longestPx = (text: string, sizePx: number): number =>
  Math.max(...text.split(/ |(?<=-)/).map((word) => lettersEm(word) * LIGHT * sizePx));
/** The icon of a state, and its distance from the word. */
const ICON_PX = 26;

test.each([
  ['English', en, enMode],
  ['French', fr, frMode],
  ['German', de, deMode],
  ['Spanish', es, esMode],
] as const)('no word of a heading or a mode is cut in a window of 1440 pixels in %s', (_, headings, modeOf) => {
  const roomOf = (heading: Heading) => widthIn(1_440, heading, usual) - PADDING_PX;
  for (const heading of COLUMNS) {
    if (!usual.includes(heading) || heading === 'origin') continue;
    expect([heading, longestPx(headings[heading], HEADING_PX) <= roomOf(heading)]).toEqual([heading, true]);
  }
  for (const mode of MODES) expect([mode, longestPx(modeOf(mode), ROW_PX) <= roomOf('mode')]).toEqual([mode, true]);
});

test.each([
  ['English', enState],
  ['French', frState],
  ['German', deState],
  ['Spanish', esState],
] as const)('no word of a state is broken in a window of 1440 pixels in %s', (_, stateOf) => {
  const roomPx = widthIn(1_440, 'state', usual) - PADDING_PX - ICON_PX;
  expect(roomPx).toBe(115);
  const broken = STATES.map(stateOf).filter((text) => longestPx(text, ROW_PX) > roomPx);
  expect(broken).toEqual([]);
});
