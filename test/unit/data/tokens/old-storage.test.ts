import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHostTab, stubHost, unstubHost } from '#test/support/host-tabs.ts';

const API = 'https://api.example';
const NAMES = JSON.stringify({ readers: '' });

beforeEach(stubHost);
afterEach(unstubHost);

/** Returns the module as a new page has it. */
async function openModule() {
  vi.resetModules();
  return import('#data/tokens/old-storage.ts');
}

/** Opens a tab, and returns whether it has moved the names of an older version. */
async function hasMoved(): Promise<boolean> {
  await openHostTab();
  return localStorage.getItem(`envboard.names@${API}`) === NAMES;
}

test.each([
  ['names', `envboard.names.${API}`, NAMES],
  ['readings', `envboard.readings.${API}`, '{}'],
  ['a token', 'envboard.connection', '{}'],
  ['snoozes', 'envboard.snoozes', '{}'],
  ['the last board of a path', 'envboard.last-board', JSON.stringify({ version: 1, value: { '/api': 'x' } })],
])('fetches the code that moves old data where an older version stored %s', async (_, key, value) => {
  localStorage.setItem(key, value);
  const { loadMigration, moveOldStorage } = await openModule();
  await loadMigration();
  localStorage.setItem(`envboard.names.${API}`, NAMES);
  moveOldStorage(API);
  expect(localStorage.getItem(`envboard.names.${API}`)).toBeNull();
});

test('fetches nothing where only this version has stored data', async () => {
  localStorage.setItem(`envboard.connection@${API}`, '{}');
  localStorage.setItem(`envboard.snoozes@${API}`, '{}');
  localStorage.setItem('envboard.last-board', JSON.stringify({ version: 1, value: { [API]: 'x' } }));
  const { loadMigration, moveOldStorage } = await openModule();
  await loadMigration();
  localStorage.setItem(`envboard.names.${API}`, NAMES);
  moveOldStorage(API);
  expect(localStorage.getItem(`envboard.names.${API}`)).toBe(NAMES);
  // The next page finds the old names.
  expect(await hasMoved()).toBe(true);
});
