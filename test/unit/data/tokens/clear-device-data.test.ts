import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHostTab, storedTexts, stubHost, unstubHost } from '#test/support/host-tabs.ts';

const API = '@https://api.example';
const OTHER = '@https://other.example';

beforeEach(stubHost);
afterEach(unstubHost);

const keysIn = (area: Storage) => Object.keys(area).toSorted();

test('removes tokens, boards, settings and readings, and keeps request counts and removal numbers', async () => {
  const tab = await openHostTab();
  tab.saveCredentials({
    tab: undefined,
    device: { kind: 'token', credentials: [{ scheme: 'Token', value: 'qov_secret' }] },
  });
  for (const name of ['boards', 'settings', `readings${API}`, `names${API}`, `snoozes${API}`, `ledger${API}#1`])
    localStorage.setItem(`envboard.${name}`, 'mine');
  for (const name of ['taken-versions', `ledger${API}#1`]) sessionStorage.setItem(`envboard.${name}`, 'mine');
  expect(storedTexts().some(([, text]) => text.includes('qov_secret'))).toBe(true);

  tab.clearDeviceData();
  expect(tab.values()).toBeUndefined();
  expect(keysIn(localStorage)).toEqual([`envboard.forgotten${API}`, `envboard.ledger${API}#1`]);
  expect(keysIn(sessionStorage)).toEqual([`envboard.ledger${API}#1`]);
});

test('keeps the data of other APIs and of other programs on this host', async () => {
  const tab = await openHostTab();
  const [theirs, foreign] = [`envboard.readings${OTHER}`, 'another.program'];
  for (const key of [theirs, foreign, 'envboard.readings@demo']) localStorage.setItem(key, 'stays');
  tab.clearDeviceData();
  expect(keysIn(localStorage)).toEqual(expect.arrayContaining([theirs, foreign]));
  expect(keysIn(localStorage)).not.toContain('envboard.readings@demo');
});

test('keeps the token that this tab entered for another API on this host', async () => {
  const tab = await openHostTab();
  const connection = (api: string) => `envboard.connection${api}`;
  for (const api of [API, OTHER]) sessionStorage.setItem(connection(api), 'a token');
  tab.clearDeviceData();
  expect(sessionStorage.getItem(connection(API))).toBeNull();
  expect(sessionStorage.getItem(connection(OTHER))).toBe('a token');
});

test('notifies this tab, as a browser notifies the others', async () => {
  const tab = await openHostTab();
  const listener = vi.fn();
  addEventListener('storage', listener);
  tab.clearDeviceData();
  expect(listener).toHaveBeenCalledOnce();
  expect(listener.mock.calls[0]?.[0]).toMatchObject({ key: null });
});
