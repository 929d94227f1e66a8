import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, INTERVAL_MS } from '#domain/settings.ts';

test('until a reader chooses, nothing sounds, notifies or polls out of sight', () => {
  const { notifies, sounds, pollsWhenHidden } = DEFAULT_SETTINGS;
  expect({ notifies, sounds, pollsWhenHidden }).toEqual({ notifies: false, sounds: false, pollsWhenHidden: false });
});

test('until a reader chooses, all is told, as the device has it, at a pace that may be chosen', () => {
  const { theme, timeZone, absoluteTimes, hidesPeople, intervalMs } = DEFAULT_SETTINGS;
  expect({ theme, timeZone, absoluteTimes, hidesPeople }).toEqual({
    theme: 'system',
    timeZone: '',
    absoluteTimes: false,
    hidesPeople: false,
  });
  expect(intervalMs).toBeGreaterThanOrEqual(INTERVAL_MS.min);
  expect(intervalMs).toBeLessThanOrEqual(INTERVAL_MS.max);
});
