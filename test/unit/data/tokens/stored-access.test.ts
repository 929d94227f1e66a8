import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAccess, readRemovals } from '#data/tokens/stored-access.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { forgettingsAfter, NOTHING_FORGOTTEN } from '#domain/tokens/token-removals.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

const [KEY, FORGOTTEN] = ['envboard.connection@', 'envboard.forgotten@'];
const first = { scheme: 'Token', value: 'qov_first' };
const second = { scheme: 'Bearer', value: 'qov_second' };
const stored = { kind: 'token', credentials: [first, second], seen: 0 };

beforeEach(stubHost);
afterEach(unstubHost);

test('reads the device’s access from local storage and the tab’s from session storage', () => {
  localStorage.setItem(KEY, JSON.stringify(stored));
  expect(readAccess('device')).toEqual({ kind: 'token', credentials: [first, second] });
  expect(readAccess('tab')).toBeUndefined();
  sessionStorage.setItem(KEY, JSON.stringify({ kind: 'demo' }));
  expect(readAccess('tab')).toEqual({ kind: 'demo' });
});

test.each([
  ['is no JSON', '{'],
  ['has another kind', '{"kind":"key"}'],
  [
    'has a scheme that Qovery does not know',
    JSON.stringify({ ...stored, credentials: [{ ...first, scheme: 'Basic' }] }),
  ],
  ['would break the header', JSON.stringify({ ...stored, credentials: [{ ...first, value: 'a\r\nHost: x' }] })],
  ['does not say which removals it has seen', JSON.stringify({ ...stored, seen: undefined })],
  ['has no token', JSON.stringify({ ...stored, credentials: [] })],
])('reads nothing when the stored access %s', (_, text) => {
  localStorage.setItem(KEY, text);
  expect(readAccess('device')).toBeUndefined();
});

test('leaves out tokens that a tab has removed after they were stored', () => {
  const removals = forgettingsAfter(NOTHING_FORGOTTEN, fingerprint(first.value));
  localStorage.setItem(FORGOTTEN, JSON.stringify(removals));
  localStorage.setItem(KEY, JSON.stringify(stored));
  expect(readAccess('device')).toEqual({ kind: 'token', credentials: [second] });
  localStorage.setItem(KEY, JSON.stringify({ ...stored, seen: removals.latest }));
  expect(readAccess('device')).toEqual({ kind: 'token', credentials: [first, second] });
  localStorage.setItem(FORGOTTEN, JSON.stringify(forgettingsAfter(removals)));
  expect(readAccess('device')).toBeUndefined();
});

test('knows no removal when their record is missing or damaged', () => {
  expect(readRemovals()).toEqual(NOTHING_FORGOTTEN);
  const removals = forgettingsAfter(NOTHING_FORGOTTEN);
  localStorage.setItem(FORGOTTEN, JSON.stringify(removals));
  expect(readRemovals()).toEqual(removals);
  localStorage.setItem(FORGOTTEN, JSON.stringify({ ...removals, latest: 'many' }));
  expect(readRemovals()).toEqual(NOTHING_FORGOTTEN);
});
