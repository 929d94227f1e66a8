import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteVisit } from '#data/activity/last-visit.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 9, 24, 20);

beforeEach(stubBrowser);
afterEach(unstubBrowser);

test('returns the end of the visit before, also after reloads during this visit', () => {
  expect(noteVisit('api', NOW)).toBeUndefined();
  expect(noteVisit('api', NOW + 5 * MINUTE_MS)).toBeUndefined();
  const later = NOW + 60 * MINUTE_MS;
  expect(noteVisit('api', later)).toBe(NOW + 5 * MINUTE_MS);
  expect(noteVisit('api', later + 9 * MINUTE_MS)).toBe(NOW + 5 * MINUTE_MS);
  expect(noteVisit('api', later + 19 * MINUTE_MS)).toBe(later + 9 * MINUTE_MS);
});

test('knows the visits of each API apart', () => {
  noteVisit('api', NOW);
  expect(noteVisit('other', NOW + 60 * MINUTE_MS)).toBeUndefined();
  expect(noteVisit('api', NOW + 60 * MINUTE_MS)).toBe(NOW);
});

test('returns no visit of the future: the clock was set back', () => {
  noteVisit('api', NOW);
  noteVisit('api', NOW + 60 * MINUTE_MS);
  expect(noteVisit('api', NOW - 60 * MINUTE_MS)).toBeUndefined();
});

test('starts again when the stored visit is damaged', () => {
  noteVisit('api', NOW);
  const [key = ''] = Object.keys(localStorage);
  localStorage.setItem(key, '{"last":"yesterday"}');
  expect(noteVisit('api', NOW + 60 * MINUTE_MS)).toBeUndefined();
  expect(noteVisit('api', NOW + 120 * MINUTE_MS)).toBe(NOW + 60 * MINUTE_MS);
});
