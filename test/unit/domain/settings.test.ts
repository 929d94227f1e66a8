import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, INTERVAL_MS } from '#domain/settings.ts';

test('by default the page plays no sound, shows no notification and does not poll while hidden', () => {
  const { notifies, sounds, pollsWhenHidden } = DEFAULT_SETTINGS;
  expect({ notifies, sounds, pollsWhenHidden }).toEqual({ notifies: false, sounds: false, pollsWhenHidden: false });
});

test('by default the page shows all details, follows the device and has a valid interval', () => {
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
