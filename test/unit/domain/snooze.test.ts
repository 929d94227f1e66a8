import { expect, test } from 'vitest';
import { isSnoozing, snoozeEnd } from '#domain/snooze.ts';

const HOUR_MS = 3_600_000;
/** By the reader's clock, in whatever zone this runs. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 6, day, hour, minute).getTime();

test('a snooze ends with a change, after an hour, or at eight the next morning', () => {
  const now = local(4, 14, 32);
  expect(snoozeEnd('changed', now)).toBeUndefined();
  expect(snoozeEnd('hour', now)).toBe(now + HOUR_MS);
  expect(snoozeEnd('tomorrow', now)).toBe(local(5, 8));
  expect(snoozeEnd('tomorrow', local(4, 0, 1))).toBe(local(5, 8));
  expect(snoozeEnd('tomorrow', local(31, 23, 59))).toBe(local(32, 8));
});

test('it holds for the state it began in, and before its end', () => {
  const failing = { state: 'BUILD_ERROR', until: 1_000 };
  expect(isSnoozing(failing, 'BUILD_ERROR', 999)).toBe(true);
  expect(isSnoozing(failing, 'BUILD_ERROR', 1_000)).toBe(false);
  expect(isSnoozing(failing, 'DEPLOYED', 999)).toBe(false);
  expect(isSnoozing({ ...failing, until: undefined }, 'BUILD_ERROR', 9e15)).toBe(true);
  expect(isSnoozing({ ...failing, until: undefined }, 'DEPLOYED', 0)).toBe(false);
  expect(isSnoozing(undefined, 'BUILD_ERROR', 0)).toBe(false);
});

test('a state that nobody knows, then or now, is no change', () => {
  expect(isSnoozing({ state: 'BUILD_ERROR', until: undefined }, undefined, 0)).toBe(true);
  expect(isSnoozing({ state: undefined, until: undefined }, 'DEPLOYED', 0)).toBe(true);
  expect(isSnoozing({ state: undefined, until: 5 }, undefined, 5)).toBe(false);
});
