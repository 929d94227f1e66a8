import { expect, test } from 'vitest';
import { dateTimeText } from '#messages/date-time.ts';
import { agoText, checkedText, durationText, shortAge, whenText } from '#messages/relative-time.ts';
import { clockText, shortAgeText, shortWhenText } from '#messages/short-date-time.ts';

const AT = Date.UTC(2026, 6, 4, 14, 32, 10);
const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
const relative = { timeZone: 'UTC', absoluteTimes: false };
const absolute = { timeZone: 'UTC', absoluteTimes: true };
/** Versions of the locale data differ in the space before AM and PM. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test('writes an age in its largest unit, and a negative age as 0 s', () => {
  const ages = [-5_000, 59_999, MINUTE_MS, HOUR_MS - 1, DAY_MS - 1, 3 * DAY_MS].map(shortAge);
  expect(ages).toEqual(['0 s', '59 s', '1 m', '59 m', '23 h', '3 d']);
});

test('writes how long ago in words, with the singular for one', () => {
  const ago = (ms: number) => agoText(AT - ms, AT);
  expect([-HOUR_MS, 4_999].map(ago)).toEqual(['just now', 'just now']);
  expect([5_000, MINUTE_MS, 119_000].map(ago)).toEqual(['5 seconds ago', '1 minute ago', '1 minute ago']);
  expect([HOUR_MS, 47 * HOUR_MS, 48 * HOUR_MS].map(ago)).toEqual(['1 hour ago', '47 hours ago', '2 days ago']);
});

test('writes two units when a duration is a minute or longer', () => {
  expect([47.6, 222, 3_900].map(durationText)).toEqual(['48 s', '3 m 42 s', '1 h 05 m']);
});

test('writes date, time and zone in the requested zone', () => {
  expect(plain(dateTimeText(AT, 'UTC'))).toBe('Jul 4, 2026, 2:32:10 PM UTC');
  expect(plain(dateTimeText(AT, 'Asia/Tokyo'))).toBe('Jul 4, 2026, 11:32:10 PM GMT+9');
  expect(plain(dateTimeText(AT, 'UTC'))).toBe('Jul 4, 2026, 2:32:10 PM UTC');
  expect(whenText(AT, AT + MINUTE_MS, relative)).toBe('1 minute ago');
  expect(whenText(AT, AT + MINUTE_MS, absolute)).toBe(dateTimeText(AT, 'UTC'));
});

test('writes the year in a short date when the time is long ago', () => {
  expect(plain(shortWhenText(AT, AT + MINUTE_MS, absolute))).toBe('Jul 4, 02:32 PM');
  expect(plain(shortAgeText(AT, AT + 400 * DAY_MS, absolute))).toBe('Jul 4, 2026');
  expect(shortWhenText(AT, AT + MINUTE_MS, relative)).toBe('1 minute ago');
  expect(shortAgeText(AT, AT + MINUTE_MS, relative)).toBe('1 m');
});

test('names the zone of a clock time when the user chose one', () => {
  expect(plain(clockText(AT, { timeZone: 'Asia/Tokyo' }))).toBe('11:32 PM GMT+9');
  expect(plain(clockText(AT, { timeZone: '' }))).toMatch(/^\d\d:\d\d [AP]M$/);
});

test.each([
  ['checked', 'checked 5 s ago', 'checked 2:32:10 PM UTC'],
  ['old', '5 s old', 'as of 2:32:10 PM UTC'],
  ['kept', 'last known, 5 s old', 'last known, as of 2:32:10 PM UTC'],
  ['unreached', 'not reached for 5 s', 'not reached since 2:32:10 PM UTC'],
] as const)('writes the last check as an age and as a date: %s', (kind, age, moment) => {
  expect(checkedText({ kind, at: AT }, AT + 5_000, relative)).toBe(age);
  expect(plain(checkedText({ kind, at: AT }, AT + 5_000, absolute))).toBe(moment);
  expect(checkedText({ kind, at: AT }, AT + DAY_MS, absolute)).toContain(dateTimeText(AT, 'UTC'));
});

test('writes no time when an environment was never checked or its reading has no time', () => {
  for (const telling of [relative, absolute]) {
    expect(checkedText({ kind: 'never', at: undefined }, AT, telling)).toBe('not checked yet');
    expect(checkedText({ kind: 'kept', at: undefined }, AT, telling)).toBe('last known');
  }
});
