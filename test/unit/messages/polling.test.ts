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

test.each([
  [en, 0, 'Checked less often: 60 requests a check, at most 1,000 an hour.'],
  [en, 12, 'Checked less often: 12 of 60 requests due every 10 s, at most 1,000 an hour.'],
  [de, 0, 'Seltener: 60 Anfragen je Prüfung, max. 1.000/h.'],
  [de, 12, 'Seltener: 12 von 60 Anfragen alle 10 s, max. 1.000/h.'],
  [es, 0, 'Más lento: 60 solicitudes por vez, máx. 1000/h.'],
  [es, 12, 'Más lento: 12 de 60 solicitudes cada 10 s, máx. 1000/h.'],
  [fr, 0, 'Ralenti\u202f: 60 requêtes par vérification, 1\u202f000/h au plus.'],
  [fr, 1, 'Ralenti\u202f: 1 requête sur 60 toutes les 10 s, 1\u202f000/h au plus.'],
])('the notice of longer intervals names the requests in progress, case %#', ({ slowdownText }, moving, text) => {
  expect(slowdownText(60, moving)).toBe(text);
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
