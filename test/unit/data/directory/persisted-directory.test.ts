import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import {
  hasDirectory,
  loadDirectory,
  loadEnvironments,
  removeDirectory,
  saveDirectory,
} from '#data/directory/persisted-directory.ts';
import type { Directory, EnvironmentInfo } from '#domain/environment/directory.ts';
import { stubBrowser, unstubBrowser } from '#test/support/polling-hours.ts';

const api = createApiClient({ source: 'api', tokenScope: 'token', baseUrl: '' });
const OTHER = { ...api, source: 'other' };
const environment: EnvironmentInfo = {
  id: 'e',
  name: 'staging',
  mode: 'STAGING',
  projectId: 'p',
  projectName: 'shop',
  organizationId: 'o',
  organizationName: 'Acme',
};
const directory: Directory = new Map([
  ['e', environment],
  ['f', { ...environment, id: 'f', clusterId: 'c', clusterName: 'eu-west' }],
]);

beforeEach(stubBrowser);
afterEach(unstubBrowser);

test('returns the names that a page has persisted, with the time of their fetch', () => {
  expect(loadDirectory(api)).toBeUndefined();
  const at = Date.now();
  saveDirectory(api, directory);
  vi.setSystemTime(at + 5_000);
  expect(loadDirectory(api)).toEqual({ at, directory });
  expect(loadEnvironments('api')).toEqual(directory);
});

test('returns the names of another token as outdated, because that token may read others', () => {
  saveDirectory({ ...api, tokenScope: 'another' }, directory);
  expect(loadDirectory(api)).toEqual({ at: 0, directory });
});

test('returns names of the future as outdated: the clock was set back', () => {
  saveDirectory(api, directory);
  vi.setSystemTime(Date.now() - 1);
  expect(loadDirectory(api)?.at).toBe(0);
});

test('holds and removes the names of each API apart', () => {
  saveDirectory(api, directory);
  expect([hasDirectory(), hasDirectory(api), hasDirectory(OTHER)]).toEqual([true, true, false]);
  saveDirectory(OTHER, directory);
  removeDirectory('api');
  expect([hasDirectory(), hasDirectory(api), hasDirectory(OTHER)]).toEqual([true, false, true]);
  expect(loadEnvironments('api').size).toBe(0);
  removeDirectory('other');
  expect(hasDirectory()).toBe(false);
});

test.each([
  ['is no JSON', () => '{'],
  ['has another version', (text: string) => text.replace('"version":2', '"version":1')],
  ['has an environment without a name', (text: string) => text.replace('"name":"staging",', '')],
])('returns no names when the stored text %s', (_, damage) => {
  saveDirectory(api, directory);
  const key = 'envboard.names@api';
  const text = localStorage.getItem(key) ?? '';
  expect(damage(text)).not.toBe(text);
  localStorage.setItem(key, damage(text));
  expect(loadDirectory(api)).toBeUndefined();
  expect(loadEnvironments('api').size).toBe(0);
});
