import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { closeApp, listening, openApp, type ReceivedRequest } from '#test/support/tokens.tsx';
import { environmentsSeenBy, FIRST, pinsOf, policyFor, SECOND } from '#test/support/two-organizations.ts';

// Lazy components load slowly on a busy machine.
const API = `${location.origin}/api`;
const KEY = `envboard.connection@${API}`;
const STATUS = /\/(status|overview)$/;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const cardOf = (id: string | undefined) => document.querySelector<HTMLElement>(`article[data-environment-id="${id}"]`);
const expectFresh = (...ids: readonly (string | undefined)[]) => {
  for (const id of ids) expect(cardOf(id)).toHaveAttribute('data-freshness', 'fresh');
};
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
const statusesBy = (received: readonly ReceivedRequest[], token: string) =>
  received.filter((one) => one.token === token && STATUS.test(one.path)).map(({ path }) => path);

/** A board with two environments of each of two organizations. */
async function twoOrganizations() {
  const first = await environmentsSeenBy(FIRST, 2);
  const second = await environmentsSeenBy(SECOND, 2);
  return { first, second, pins: pinsOf([...first, ...second]), ids: idsOf([...first, ...second]) };
}

async function paste(token: string, button: string) {
  const user = userEvent.setup(vi.isFakeTimers() ? { advanceTimers: vi.advanceTimersByTime } : {});
  const dialog = (await screen.findByLabelText('Qovery token')).closest<HTMLElement>('dialog, main');
  if (!dialog) throw new Error('the field stands nowhere');
  await user.click(within(dialog).getByLabelText('Qovery token'));
  await user.paste(token);
  await user.click(within(dialog).getByRole('button', { name: button }));
}

afterEach(() => {
  cleanup();
  closeApp();
});

it('requests each organization with the token that can access it, and no other', async () => {
  const { pins, ids, first, second } = await twoOrganizations();
  const { received, network } = listening();
  await openApp({ tokens: [FIRST, SECOND], pins, network });
  await waitFor(() => expectFresh(...ids));
  const has = (paths: readonly string[], id: string) => paths.some((path) => path.includes(id));
  for (const { id } of first) expect(has(statusesBy(received, SECOND), id)).toBe(false);
  for (const { id } of second) expect(has(statusesBy(received, FIRST), id)).toBe(false);
  expect(await Promise.all(network.mock.results.map(async ({ value }) => (await value).status))).not.toContain(404);
});

it('finds the token of a pin that no list names, and uses no other token for it after a reload', async () => {
  const [stranger] = await environmentsSeenBy(SECOND);
  const [own] = await environmentsSeenBy(FIRST);
  const policy = policyFor(stranger?.id ?? '');
  const pins = pinsOf([stranger, own].flatMap((one) => one ?? []));
  const before = listening();
  const { unmount } = await openApp({ tokens: [FIRST, policy], pins, network: before.network });
  await waitFor(() => expectFresh(stranger?.id, own?.id));
  expect(statusesBy(before.received, FIRST)).toContain(`/environment/${stranger?.id}/status`);
  unmount();

  const after = listening();
  await openApp({ tokens: [], pins, network: after.network });
  await waitFor(() => expectFresh(stranger?.id, own?.id));
  expect(statusesBy(after.received, policy)).toEqual([`/environment/${stranger?.id}/status`]);
  expect(statusesBy(after.received, FIRST)).toEqual([`/environment/${own?.id}/status`]);
});

it('stops requests with a refused token, continues with the other, and requests a new token once', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { pins, ids, first, second } = await twoOrganizations();
  let refused = '';
  const answer = createSimulatedQovery();
  const { received, network } = listening(async (input, init) =>
    refused !== '' && new Headers(init?.headers).get('Authorization')?.endsWith(refused)
      ? new Response(null, { status: 401 })
      : answer(input, init),
  );
  await openApp({ tokens: [FIRST, SECOND], pins, network });
  await waitFor(() => expectFresh(...ids));
  const states = () => first.map(({ id }) => cardOf(id)?.dataset.tone);
  const before = states();

  refused = FIRST;
  await choose(PACE, 'Refresh now');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Qovery refused the API token'));
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  received.length = 0;
  await pass(120_000);
  // The page retries now and then, because the refusal may end by itself.
  expect(statusesBy(received, FIRST).length).toBeLessThan(3);
  expect(statusesBy(received, SECOND).length).toBeGreaterThan(0);
  expect(states()).toEqual(before);
  for (const { id } of first) {
    expect(cardOf(id)).toHaveAttribute('data-freshness', 'unreachable');
    expect(cardOf(id)).toHaveTextContent('Qovery refused the token that can read this environment.');
  }
  expectFresh(...idsOf(second));
  expect(screen.getByText(/^Live/)).toBeVisible();

  await act(async () => screen.getByRole('button', { name: 'Use another token' }).click());
  await paste(FIRST.replace('secret', 'another'), 'Connect');
  await waitFor(() => expectFresh(...ids));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(sessionStorage.getItem(KEY)).not.toContain(`${FIRST}"`);
  expect(sessionStorage.getItem(KEY)).toContain(SECOND);
});

it('explains that Qovery does not let the pasted token list organizations', async () => {
  const { network } = listening();
  await openApp({
    tokens: [],
    pins: [],
    network: async (input, init) =>
      String(input).endsWith('/organization') ? new Response('{}', { status: 403 }) : network(input, init),
  });
  await paste('qov_reader', 'Connect');
  expect(await screen.findByText('This token may not read the list of organizations.')).toBeVisible();
});

it('counts the hourly requests of each token separately', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { pins, ids, first, second } = await twoOrganizations();
  const { received, network } = listening();
  await openApp({ tokens: [FIRST, SECOND], pins, network });
  await waitFor(() => expectFresh(...ids));
  const ledgerOf = (token: string) => `envboard.ledger@${API}#${fingerprint(token)}#`;
  for (const token of [FIRST, SECOND])
    expect(Object.keys(localStorage).some((key) => key.startsWith(ledgerOf(token)))).toBe(true);

  const before = first.map(({ id }) => cardOf(id)?.dataset.tone);

  // Another tab spends all requests of the first token.
  localStorage.setItem(`${ledgerOf(FIRST)}other`, JSON.stringify({ buckets: [[Date.now() - 10_000, 1_000]] }));
  await pass(10_000);
  received.length = 0;
  await pass(120_000);
  expect(statusesBy(received, FIRST)).toEqual([]);
  expect(statusesBy(received, SECOND).length).toBeGreaterThan(4);
  expectFresh(...idsOf(second));
  expect(first.map(({ id }) => cardOf(id)?.dataset.tone)).toEqual(before);
});

it('names the pins that no token can access until the user adds a token that can', async () => {
  const { pins, ids, first, second } = await twoOrganizations();
  const { network } = listening();
  await openApp({ tokens: [FIRST], pins, network });
  await waitFor(() => expectFresh(...idsOf(first)));
  expect(await screen.findByText(/^The token cannot read 2 pins: /)).toHaveTextContent(
    second[0]?.id.slice(0, 8) ?? '?',
  );
  const board = screen.getByRole('heading', { level: 1 });

  await userEvent.click(screen.getByRole('button', { name: 'Add a token' }));
  await paste(SECOND, 'Add a token');
  await waitFor(() => expectFresh(...ids));
  expect(screen.queryByText(/cannot read|can read/)).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toBe(board);
});

/** Returns the token of a console session that expires at `endsAt`. */
const sessionUntil = (endsAt: number) => `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify({ exp: endsAt / 1_000 }))}.x`;
const MINUTE_MS = 60_000;

it('warns once before a session expires, and reports its expiry', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { pins, ids } = await twoOrganizations();
  const { network } = listening();
  await openApp({ tokens: [sessionUntil(Date.now() + 15 * MINUTE_MS)], pins, network });
  await waitFor(() => expectFresh(...ids));
  await pass(4 * MINUTE_MS);
  expect(screen.queryByText(/^The console session/)).not.toBeInTheDocument();
  await pass(2 * MINUTE_MS);
  expect(screen.getByText(/^The console session .*ends in 9 minutes, at /)).toBeVisible();
  await choose(PACE, 'Pause');
  await pass(10 * MINUTE_MS);
  expect(screen.getAllByText(/^The console session/)).toHaveLength(1);
  expect(screen.getByText(/^The console session .*ended at .*The cards show the last known states\.$/)).toBeVisible();

  const notice = screen.getByText(/^The console session/).closest<HTMLElement>('[role="status"]');
  await act(async () =>
    within(notice ?? document.body)
      .getByRole('button', { name: 'Dismiss' })
      .click(),
  );
  expect(screen.queryByText(/^The console session/)).not.toBeInTheDocument();
});

it('reports a refused session as expired in a single banner', async () => {
  const { pins } = await twoOrganizations();
  const { network } = listening(async () => new Response(null, { status: 401 }));
  await openApp({ tokens: [sessionUntil(Date.now() - MINUTE_MS)], pins, network });
  expect(await screen.findByText('The console session has expired.')).toBeVisible();
  expect(screen.getAllByText(/console session/)).toHaveLength(1);
});

it.each([
  ['ahead', 1],
  ['behind', -1],
])('warns of no session that is answered while this clock is a year %s', async (_, years) => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { pins, ids } = await twoOrganizations();
  const endsAt = Date.now() + 60 * MINUTE_MS;
  vi.setSystemTime(Date.now() + years * 365 * 24 * 60 * MINUTE_MS);
  await openApp({ tokens: [sessionUntil(endsAt)], pins, network: listening().network });
  await waitFor(() => expectFresh(...ids));
  await pass(MINUTE_MS);
  expect(screen.queryByText(/console session/)).not.toBeInTheDocument();
});

it('shows no list of tokens when a server holds the token', async () => {
  const { pins, ids } = await twoOrganizations();
  await openApp({ tokens: [], pins, network: listening().network, auth: 'gateway' });
  await waitFor(() => expectFresh(...ids));
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(await screen.findByRole('menuitem', { name: 'Settings' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: /token/i })).not.toBeInTheDocument();
});

it('lists the tokens by what they are for, and forgets one without leaving the board', async () => {
  const { pins, ids, first, second } = await twoOrganizations();
  const { received, network } = listening();
  await openApp({ tokens: [FIRST, SECOND], pins, network });
  await waitFor(() => expectFresh(...ids));
  await choose('More', 'Tokens');
  const dialog = await screen.findByRole('dialog', { name: 'Tokens' });
  const rows = within(dialog).getAllByRole('listitem');
  expect(rows).toHaveLength(2);
  expect(dialog.innerHTML).not.toContain('secret');
  for (const row of rows) expect(row).toHaveTextContent(/^API token for \w+for this tab only/);

  await userEvent.click(within(dialog).getAllByRole('button', { name: /^Remove the API token for/ })[1] ?? dialog);
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
  expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain(SECOND);
  received.length = 0;
  await waitFor(() => expectFresh(...idsOf(first)));
  expect(await screen.findByText(/^The token cannot read 2 pins: /)).toBeVisible();
  expect(received.map(({ token }) => token)).not.toContain(SECOND);
  for (const { id } of second) expect(cardOf(id)).toHaveAttribute('data-state', '');
  const kept = JSON.stringify({ ...localStorage });
  expect(kept).toContain(first[0]?.id);
  for (const { id } of second) expect(kept).not.toContain(id);
});

it('takes over the tokens that another tab keeps on this device', async () => {
  const { pins, first, second, ids } = await twoOrganizations();
  const { network } = listening();
  await openApp({ tokens: [], pins, network });
  expect(await screen.findByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  const broadcast = (value: unknown) => {
    localStorage.setItem(KEY, JSON.stringify(value));
    act(() => void dispatchEvent(new StorageEvent('storage', { key: KEY })));
  };
  const credential = { scheme: 'Token', value: FIRST };
  broadcast({ kind: 'token', credentials: [credential], seen: 0 });
  await waitFor(() => expectFresh(...idsOf(first)));
  broadcast({ kind: 'token', credentials: [credential, { scheme: 'Token', value: SECOND }], seen: 0 });
  await waitFor(() => expectFresh(...ids));
  expect(second).toHaveLength(2);
});

const UNKEPT = /^This token lasts until you close this tab, because/;

it.each([
  ['says that a remembered token is kept for this tab only when the storage is full', true, 1],
  ['says nothing of where a token is kept when the storage has room', false, 0],
] as const)('%s', async (_, isFull, count) => {
  const { pins, first } = await twoOrganizations();
  await openApp({ tokens: [], pins, network: listening().network });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Remember on this device' }));
  const setItem = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function limited(this: Storage, key, value) {
    if (isFull && this === localStorage) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
  await paste(FIRST, 'Connect');
  await waitFor(() => expectFresh(...idsOf(first)));
  // All notices about tokens are one part of the page.
  expect(await screen.findByText(/^The token cannot read 2 pins: /)).toBeVisible();
  expect(screen.queryAllByText(UNKEPT)).toHaveLength(count);
  if (isFull) {
    const notice = screen.getByText(UNKEPT).parentElement ?? document.body;
    await userEvent.click(within(notice).getByRole('button', { name: 'Dismiss' }));
  }
  expect(screen.queryByText(UNKEPT)).not.toBeInTheDocument();
});

it('stores no data of a forgotten token', async () => {
  const { pins, ids } = await twoOrganizations();
  await openApp({ tokens: [FIRST, SECOND], pins, network: listening().network });
  await waitFor(() => expectFresh(...ids));
  await choose('More', 'Forget the tokens');
  expect(await screen.findByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
  const kept = JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);
  for (const secret of [FIRST, SECOND, ...ids]) expect(kept).not.toContain(secret);

  // The page's memory keeps nothing either: a user with another token sees no state.
  await paste('qov_reader_org3', 'Connect');
  await waitFor(() => expect(cardOf(ids[0])).toHaveTextContent('No such environment, or no access to it.'));
  for (const id of ids) expect(cardOf(id)?.dataset.state).toBe('');
});

it.each([
  '{',
  'null',
  '{"kind":"token"}',
  '{"kind":"token","credentials":[{"scheme":"Basic","value":"x"}],"seen":0}',
  '{"kind":"token","credentials":[{"scheme":"Token","value":"a\\nb"}],"seen":0}',
  '{"kind":"token","credentials":[1],"seen":0}',
])('asks for a token where what is kept is damaged: %s', async (text) => {
  localStorage.setItem(KEY, text);
  dispatchEvent(new StorageEvent('storage', { key: KEY }));
  await openApp({ tokens: [], pins: [], network: listening().network });
  expect(await screen.findByRole('heading', { name: 'Connect to Qovery' })).toBeVisible();
});
