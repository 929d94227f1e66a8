import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTheme } from '#data/preferences/apply-theme.ts';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

beforeEach(stubHost);
afterEach(unstubHost);

/** Replaces the document by one whose theme the test reads. */
function openPage(meta: { content: string } | null = { content: '' }) {
  const dataset: { theme?: string } = {};
  vi.stubGlobal('document', { documentElement: { dataset }, querySelector: () => meta });
  return { theme: () => dataset.theme, scheme: () => meta?.content };
}

test('shows the chosen theme at once and after each change, until it ends', () => {
  changeSettings({ theme: 'dark' });
  const { theme, scheme } = openPage();
  const stop = watchTheme();
  expect([theme(), scheme()]).toEqual(['dark', 'dark']);
  changeSettings({ theme: 'light' });
  expect([theme(), scheme()]).toEqual(['light', 'light']);
  changeSettings({ theme: 'system' });
  expect([theme(), scheme()]).toEqual([undefined, 'light dark']);
  stop();
  changeSettings({ theme: 'dark' });
  expect(theme()).toBeUndefined();
  changeSettings(DEFAULT_SETTINGS);
});

test('works on a page without the meta element', () => {
  changeSettings({ theme: 'dark' });
  const { theme } = openPage(null);
  watchTheme()();
  expect(theme()).toBe('dark');
  changeSettings(DEFAULT_SETTINGS);
});
