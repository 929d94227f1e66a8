import { expect, test } from 'vitest';
import * as de from '#languages/de/polling.ts';
import * as en from '#languages/en/polling.ts';
import * as es from '#languages/es/polling.ts';
import * as fr from '#languages/fr/polling.ts';
import { liveText } from '#messages/polling.ts';

test('says "Live" when the interval is one that a user can choose, and "Slow" when it is longer', () => {
  expect(liveText('30 s', false)).toBe('Live · every 30 s');
  expect(liveText('95 min', true)).toBe('Slow · every 95 min');
});

/** Mean width of a character of this line in DejaVu Sans, the widest font in use, measured at its 13 pixels. */
const CHARACTER_PX = 6.25;
/** Width for the line in a header of 1440 pixels with the mark of the demo, in CSS pixels; the demo has no change feed. */
const ROOM_PX = { fr: 310, de: 252, es: 262, en: 290 } as const;
/** Width of the narrowest mark of the demo with its gap. */
const DEMO_PX = 90;

test.each([
  ['fr', fr],
  ['de', de],
  ['es', es],
  ['en', en],
] as const)('the polling status fits into the header of 1440 pixels in %s, in the widest font', (language, words) => {
  const line = words.liveText(words.rangeText('10 s', '10 min'), false) + words.nextCheckText(28_000);
  const feedLine = words.changesText('30 s') + words.checksText('10 min');
  expect(CHARACTER_PX * line.length).toBeLessThanOrEqual(ROOM_PX[language]);
  expect(CHARACTER_PX * feedLine.length).toBeLessThanOrEqual(ROOM_PX[language] + DEMO_PX);
});
