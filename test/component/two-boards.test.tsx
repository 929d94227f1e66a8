import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '#app/app.tsx';
import { addToken } from '#data/connection/add-token.ts';
import { removeToken } from '#data/tokens/credential-actions.ts';
import { enterApi, forgetAllTokens } from '#data/tokens/credential-store.ts';
import { loadMigration } from '#data/tokens/old-storage.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { closeApp, listening } from '#test/support/tokens.tsx';
import { environmentsSeenBy, pinsOf } from '#test/support/two-organizations.ts';

const A: AppConfig = { api: '/api-a', auth: 'token' };
const B: AppConfig = { api: '/api-b', auth: 'token' };
const TOKEN = 'qov_secretOfA_org1';
const OTHER = 'qov_secretOfB_org1';
const CONNECT = { name: 'Connect to Qovery' };
const credential = (value: string) => ({ scheme: 'Token', value }) as const;

/** Renders the page with `config` on the pins of one organization. Records its requests to the simulated Qovery. */
async function openPage(config: AppConfig) {
  const first = await environmentsSeenBy(TOKEN, 2);
  const everything = createSimulatedQovery();
  const { received, network } = listening((input, init) => everything(String(input).replace(/^\/api-[ab]/, ''), init));
  vi.stubGlobal('fetch', network);
  history.replaceState(null, '', `/${boardLocation({ ...DEFAULT_BOARD, pins: pinsOf(first) }).search}`);
  render(<App config={config} client={new QueryClient()} />);
  return { received, first };
}

const expectFresh = (count: number) =>
  waitFor(() => expect(document.querySelectorAll('article[data-freshness="fresh"]')).toHaveLength(count));
const remember = (value: string) => addToken({ credential: credential(value), isRemembered: true, replaced: [] });
/** Simulates a navigation away and back in the same tab, while another tab acts. */
const comeBack = () => act(() => void dispatchEvent(new Event('pageshow')));

// Each test begins on a page that has not entered an API yet.
beforeEach(() => {
  localStorage.clear();
  enterApi({ api: '/elsewhere', auth: 'token' });
});
afterEach(() => {
  cleanup();
  closeApp();
});

it('shows the token form, and requests nothing, when only another API of the host has a token', async () => {
  const a = await openPage(A);
  await screen.findByRole('heading', CONNECT);
  await act(() => remember(TOKEN));
  await expectFresh(a.first.length);
  expect(a.received.every(({ token }) => token === TOKEN)).toBe(true);
  cleanup();

  const b = await openPage(B);
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  expect(b.received).toEqual([]);

  await act(() => remember(OTHER));
  await expectFresh(b.first.length);
  expect(b.received.map(({ token }) => token)).not.toContain(TOKEN);

  await act(async () => forgetAllTokens());
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  cleanup();
  const again = await openPage(A);
  await expectFresh(a.first.length);
  expect(again.received.every(({ token }) => token === TOKEN)).toBe(true);
});

it('shows no reading of another API, nor its names', async () => {
  const a = await openPage(A);
  await act(() => remember(TOKEN));
  await expectFresh(a.first.length);
  act(() => void dispatchEvent(new Event('pagehide')));
  cleanup();
  await openPage({ ...B, auth: 'gateway' });
  vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockReturnValue(new Promise(() => {})));
  cleanup();
  await openPage({ ...A, auth: 'gateway' });
  expect(document.querySelectorAll('article[data-freshness="kept"]').length).toBe(a.first.length);
});

it('says in the settings and among the boards what the boards of the host share', async () => {
  localStorage.setItem('envboard.connection@https://other.example', '{}');
  const { first } = await openPage({ ...A, auth: 'gateway' });
  await expectFresh(first.length);
  await choose('More', 'Settings');
  // The dialog opens after its text has rendered.
  const sentence = await screen.findByText(/Another Envboard on this host uses the same boards and settings/);
  await waitFor(() => expect(sentence).toBeVisible());
});

/** Stores a token in the form of an older version, and the names that an API sent for the token scope `readers`. */
async function storeAsOldVersion(apis: Readonly<Record<string, string | undefined>>): Promise<void> {
  localStorage.setItem('envboard.connection', JSON.stringify({ kind: 'token', credential: credential(TOKEN) }));
  for (const [api, readers] of Object.entries(apis)) {
    localStorage.setItem(`envboard.names.${api}`, JSON.stringify({ version: 2, at: 1, readers, environments: [] }));
    localStorage.setItem(`envboard.readings.${api}`, '{}');
  }
  await loadMigration();
}

it('moves the token of an older version to the API that answered its names to that token', async () => {
  await storeAsOldVersion({ '/api-a': fingerprint(TOKEN) });
  const b = await openPage(B);
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  expect(b.received).toEqual([]);
  cleanup();

  const a = await openPage(A);
  await expectFresh(a.first.length);
  expect(a.received.every(({ token }) => token === TOKEN)).toBe(true);
  expect(localStorage.getItem('envboard.connection')).toBeNull();
});

it.each([
  ['this API answered its names to another token', { '/api-a': fingerprint(OTHER) }],
  ['this API answered its names without a token', { '/api-a': '/api-a' }],
  ['the names of this API do not say which token read them', { '/api-a': undefined }],
  ['another API of the host has left data too', { '/api-a': fingerprint(TOKEN), '/api-b': undefined }],
  ['nothing of any API was stored', {}],
] as const)('drops the token of an older version, and asks for a token, when %s', async (_, apis) => {
  await storeAsOldVersion(apis);
  const a = await openPage(A);
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  expect(a.received).toEqual([]);
  expect(JSON.stringify({ ...localStorage })).not.toContain(TOKEN);
});

it('drops a token that another tab has forgotten while this one was away', async () => {
  const { received, first } = await openPage(A);
  await act(() => addToken({ credential: credential(TOKEN), isRemembered: false, replaced: [] }));
  await expectFresh(first.length);
  const forgotten = { latest: 1, all: 1, tokens: {} };
  localStorage.setItem(`envboard.forgotten@${location.origin}/api-a`, JSON.stringify(forgotten));
  comeBack();
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  received.length = 0;
  cleanup();
  await openPage(B);
  await openPage(A);
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(TOKEN);
  expect(received).toEqual([]);
});

it('drops a single token that another tab has forgotten, and keeps one that was added since', async () => {
  const { first } = await openPage(A);
  await act(() => addToken({ credential: credential(TOKEN), isRemembered: false, replaced: [] }));
  await expectFresh(first.length);
  await act(async () => removeToken(fingerprint(TOKEN)));
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  await act(() => addToken({ credential: credential(TOKEN), isRemembered: false, replaced: [] }));
  comeBack();
  await expectFresh(first.length);
});

/** Sends a message over the channel of API A, as another tab of the same browser. */
function otherTab() {
  const channel = new BroadcastChannel(`envboard.tokens@${location.origin}/api-a`);
  return { send: (message: unknown) => channel.postMessage(message), close: () => channel.close() };
}

it('stores no reading again when another tab has forgotten the token', async () => {
  const { first } = await openPage(A);
  await act(() => remember(TOKEN));
  await expectFresh(first.length);
  const readings = `envboard.readings@${location.origin}/api-a`;
  act(() => void dispatchEvent(new Event('pagehide')));
  expect(localStorage.getItem(readings)).toContain(first[0]?.id);

  const other = otherTab();
  localStorage.removeItem(readings);
  localStorage.removeItem(`envboard.connection@${location.origin}/api-a`);
  other.send({ print: 'all', isReplaced: false });
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  act(() => void dispatchEvent(new Event('pagehide')));
  expect(localStorage.getItem(readings)).toBeNull();
  other.close();
});

it('leaves the token that replaced a forgotten one on the device', async () => {
  const { received, first } = await openPage(A);
  await act(() => remember(TOKEN));
  await expectFresh(first.length);
  const key = `envboard.connection@${location.origin}/api-a`;
  const replaced = { kind: 'token', credentials: [credential(OTHER)], seen: 1 };
  localStorage.setItem(key, JSON.stringify(replaced));
  const forgotten = { latest: 1, all: 0, tokens: { [fingerprint(TOKEN)]: 1 } };
  localStorage.setItem(`envboard.forgotten@${location.origin}/api-a`, JSON.stringify(forgotten));
  received.length = 0;
  comeBack();
  await waitFor(() => expect(received.some(({ token }) => token === OTHER)).toBe(true));
  expect(received.map(({ token }) => token)).not.toContain(TOKEN);
  expect(JSON.parse(localStorage.getItem(key) ?? '{}')).toEqual(replaced);
});

it('leaves the number of a forgetting although the storage was full of readings', async () => {
  const { first } = await openPage(A);
  await act(() => remember(TOKEN));
  await expectFresh(first.length);
  const setItem = Storage.prototype.setItem;
  const readings = `envboard.readings@${location.origin}/api-a`;
  localStorage.setItem(readings, 'full');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function limited(this: Storage, key, value) {
    if (this === localStorage && localStorage.getItem(readings) !== null)
      throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
  await act(async () => forgetAllTokens());
  expect(await screen.findByRole('heading', CONNECT)).toBeVisible();
  expect(localStorage.getItem(`envboard.forgotten@${location.origin}/api-a`)).toContain('"all"');
});
