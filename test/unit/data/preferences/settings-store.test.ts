import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeSettings, readSettings, subscribeToSettings } from '#data/preferences/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '#domain/settings.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

const KEY = 'envboard.settings';
const store = (value: unknown) => localStorage.setItem(KEY, JSON.stringify({ version: 1, value }));

beforeEach(stubHost);
afterEach(unstubHost);

test('changes one setting, keeps the others, and notifies this tab', () => {
  const listener = vi.fn();
  const stop = subscribeToSettings(listener);
  changeSettings({ theme: 'dark' });
  changeSettings({ sounds: true });
  expect(readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', sounds: true });
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  changeSettings(DEFAULT_SETTINGS);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('reads the settings that another tab has stored', () => {
  const listener = vi.fn();
  const stop = subscribeToSettings(listener);
  store({ ...DEFAULT_SETTINGS, theme: 'dark' });
  dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect(listener).toHaveBeenCalledOnce();
  expect(readSettings().theme).toBe('dark');
  stop();
});

test('keeps the settings of an older version, which lacks some', () => {
  const { language: _, density: _1, timeZone: _2, absoluteTimes: _3, changeFeed: _4, ...older } = DEFAULT_SETTINGS;
  store({ ...older, theme: 'dark', notifies: true });
  expect(readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', notifies: true });
});

const CHOSEN: Settings = {
  theme: 'dark',
  language: 'fr',
  density: 'compact',
  intervalMs: 60_000,
  pollsWhenHidden: true,
  hidesPeople: true,
  notifies: true,
  sounds: true,
  timeZone: 'UTC',
  absoluteTimes: true,
  changeFeed: 'off',
};

test.each([
  ['theme', 'sepia'],
  ['language', 'tlh'],
  ['density', 'huge'],
  ['intervalMs', 'fast'],
  ['pollsWhenHidden', 'yes'],
  ['hidesPeople', null],
  ['notifies', 1],
  ['sounds', {}],
  ['timeZone', 'Middle-earth/Shire'],
  ['absoluteTimes', 'no'],
  ['changeFeed', 'maybe'],
] as const)('replaces only an unusable %s', (name, value) => {
  store(CHOSEN);
  expect(readSettings()).toEqual(CHOSEN);
  store({ ...CHOSEN, [name]: value });
  expect(readSettings()).toEqual({ ...CHOSEN, [name]: DEFAULT_SETTINGS[name] });
});

test.each([9_999, 600_001, 30_000.5, 'fast'])(
  'polls at the default interval when %s is stored: no request may follow too soon',
  (intervalMs) => {
    store({ ...DEFAULT_SETTINGS, intervalMs: 60_000 });
    expect(readSettings().intervalMs).toBe(60_000);
    store({ ...DEFAULT_SETTINGS, intervalMs });
    expect(readSettings()).toEqual(DEFAULT_SETTINGS);
  },
);
