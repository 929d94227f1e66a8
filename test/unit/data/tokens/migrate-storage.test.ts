import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { CONFIG, openHostTab, storedTexts, stubHost, unstubHost } from '#test/support/host-tabs.ts';

const TOKEN = 'qov_old';
const [OLD, NEW, OTHER] = ['https://api.example', '@https://api.example', 'https://other.example'];
const CONNECTION = 'envboard.connection';

beforeEach(stubHost);
afterEach(unstubHost);

const put = (name: string, value: unknown) => localStorage.setItem(`envboard.${name}`, JSON.stringify(value));
const get = (name: string): unknown => JSON.parse(localStorage.getItem(`envboard.${name}`) ?? 'null');
const oldToken = (value = TOKEN) => ({ kind: 'token', credential: { scheme: 'Token', value } });
/** Stores the names that an API returned for these tokens, as an older version did. */
const putNames = (api: string, ...tokens: readonly string[]) =>
  put(`names.${api}`, { readers: tokens.map(fingerprint).join(' ') });

describe('a token that an older version stored', () => {
  test('moves to the API that has accepted it, and no older key holds it', async () => {
    put('connection', oldToken());
    putNames(OLD, TOKEN);
    expect((await openHostTab()).values()).toEqual([TOKEN]);
    expect(localStorage.getItem(CONNECTION)).toBeNull();
  });

  test.each([
    ['no API has stored data', () => {}],
    ['this API has returned names for another token only', () => putNames(OLD, 'qov_another')],
    ['this API has stored readings only', () => put(`readings.${OLD}`, {})],
    [
      'another API of the host has stored data too',
      () => {
        putNames(OLD, TOKEN);
        putNames(OTHER, TOKEN);
      },
    ],
  ])('is removed, and reaches no API, when %s', async (_, prepare) => {
    put('connection', oldToken());
    prepare();
    expect((await openHostTab()).values()).toBeUndefined();
    expect(storedTexts().filter(([, text]) => text.includes(TOKEN))).toEqual([]);
  });

  test('stays for the API that it may belong to when the page uses another API', async () => {
    put('connection', oldToken());
    putNames(OTHER, TOKEN);
    expect((await openHostTab()).values()).toBeUndefined();
    expect(get('connection')).toEqual(oldToken());
  });

  test('moves to an API of this host whose boards this version has opened since: that is no other API', async () => {
    put('connection', oldToken());
    putNames('/api', TOKEN);
    put('last-board', { version: 1, value: { 'https://board.example/api': 'mine' } });
    expect((await openHostTab({ ...CONFIG, api: '/api' })).values()).toEqual([TOKEN]);
  });

  test('replaces no token that the user has entered since', async () => {
    const tab = await openHostTab();
    const credentials = [{ scheme: 'Token', value: 'qov_new' }] as const;
    tab.saveCredentials({ tab: undefined, device: { kind: 'token', credentials } });
    put('connection', oldToken());
    putNames(OLD, TOKEN);
    expect((await openHostTab()).values()).toEqual(['qov_new']);
  });

  test('moves with the accepted ones of several tokens', async () => {
    const others = ['qov_second', 'qov_refused'].map((value) => ({ scheme: 'Token', value }));
    put('connection', { ...oldToken(), others });
    putNames(OLD, TOKEN, 'qov_second');
    expect((await openHostTab()).values()).toEqual([TOKEN, 'qov_second']);
  });
});

test('moves names, readings, snoozes, ownerships and the last board of this API', async () => {
  for (const name of [`readings.${OLD}`, 'snoozes', 'token-owners']) put(name, { of: name });
  putNames(OLD, TOKEN);
  const names = get(`names.${OLD}`);
  put('last-board', { version: 1, value: { [OLD]: 'mine', [OTHER]: 'theirs' } });
  // Another API has opened a board, so the snoozes could be of either.
  await openHostTab();
  expect(get(`names${NEW}`)).toEqual(names);
  expect(get(`readings${NEW}`)).toEqual({ of: `readings.${OLD}` });
  expect([get('snoozes'), get(`snoozes${NEW}`)]).toEqual([null, null]);
  expect(get('last-board')).toEqual({ version: 1, value: { [OLD]: 'mine', [OTHER]: 'theirs' } });
});

test('moves snoozes and ownerships when only this API has stored data', async () => {
  putNames(OLD, TOKEN);
  put('snoozes', { of: 'this API' });
  put('token-owners', { of: 'this API' });
  await openHostTab();
  expect([get(`snoozes${NEW}`), get(`token-owners${NEW}`)]).toEqual([{ of: 'this API' }, { of: 'this API' }]);
  expect([get('snoozes'), get('token-owners')]).toEqual([null, null]);
});

test('overwrites nothing that this version has stored already', async () => {
  putNames(OLD, TOKEN);
  put(`names${NEW}`, 'newer');
  await openHostTab();
  expect(get(`names${NEW}`)).toBe('newer');
});

test('names the last board of an API on this host by its absolute address', async () => {
  put('last-board', { version: 1, value: { '/api': 'mine' } });
  await openHostTab({ ...CONFIG, api: '/api' });
  expect(get('last-board')).toEqual({ version: 1, value: { 'https://board.example/api': 'mine' } });
});
