import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { layOut } from '#test/support/lay-out.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const STATES = /\/(?:status|overview)$/;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

type Trouble = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };
type Gateway = { trouble?: Trouble | undefined; ageMs: number };

/** Returns a simulated Qovery behind a gateway whose status responses have this age, or this failure. */
function behindGateway(gateway: Gateway): typeof fetch {
  const send = createSimulatedQovery();
  return async (input, init) => {
    if (!STATES.test(String(input))) return send(input, init);
    if (gateway.trouble) return new Response('{}', { headers: {}, ...gateway.trouble });
    const answer = await send(input, init);
    const headers = new Headers(answer.headers);
    headers.set('X-Cache', 'STALE');
    headers.set('Date', new Date().toUTCString());
    headers.set('X-Fetched-At', ((Date.now() - gateway.ageMs) / 1_000).toFixed(3));
    return new Response(answer.body, { headers });
  };
}

const freshnesses = () => new Set(screen.getAllByRole('article').map(({ dataset }) => dataset.freshness));

/** Renders a board with all readings, and then polls while the gateway fails. */
async function inTrouble(trouble: Trouble) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const gateway: Gateway = { ageMs: 0 };
  renderBoard({ board: { pins }, send: behindGateway(gateway), auth: 'gateway' });
  await waitFor(() => expect(freshnesses()).toEqual(new Set(['fresh'])));
  gateway.trouble = trouble;
  await choose(PACE, 'Refresh now');
  await pass(1_000);
  return { gateway, banner: await screen.findByRole('alert') };
}

it('shows a stale answer with the age that the gateway says, and never as fresh', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  renderBoard({ board: { pins }, send: behindGateway({ ageMs: 630_000 }), auth: 'gateway' });
  await waitFor(() => expect(screen.getAllByText('10 m old')).toHaveLength(pins.length));
  expect(freshnesses()).toEqual(new Set(['late']));
});

it('reports the gateway’s refused token, requests no token from the user, and keeps retrying', async () => {
  const { gateway, banner } = await inTrouble({ status: 401, headers: { 'X-Gateway-Error': 'token-rejected' } });
  expect(banner).toHaveTextContent('Qovery refused the gateway’s token.');
  expect(screen.queryByRole('button', { name: 'Use another token' })).not.toBeInTheDocument();
  gateway.trouble = undefined;
  await act(async () => screen.getByRole('button', { name: 'Try now' }).click());
  await pass(1_000);
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});

it('reports the end of the user’s own session, and the next step, on a plain 401', async () => {
  const { banner } = await inTrouble({ status: 401 });
  expect(banner).toHaveTextContent('You are signed out of this server. Reload the page to sign in again.');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Use another token' })).not.toBeInTheDocument();
  expect(await screen.findByRole('button', { name: /Signed out/ })).toBeVisible();
  expect(document.body).not.toHaveTextContent(/token/i);
});

it('offers the reload with the first 401, before others confirm that the session ended', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const send = createSimulatedQovery();
  let requests = 0;
  const refuseFirst: typeof fetch = async (input, init) => {
    if (!STATES.test(String(input))) return send(input, init);
    requests += 1;
    return requests === 1 ? new Response('{}', { status: 401 }) : new Promise(() => undefined);
  };
  renderBoard({ board: { pins }, send: refuseFirst, auth: 'gateway' });
  expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out of this server. Reload the page');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
});

it('reports it when the gateway has spent its hourly requests', async () => {
  const headers = { 'X-Gateway-Error': 'budget-spent', 'Retry-After': '5' };
  const { banner } = await inTrouble({ status: 429, headers });
  expect(banner).toHaveTextContent('The gateway has used up this hour’s requests.');
});

it.each([
  ['unreachable', 'The gateway cannot reach Qovery.'],
  ['unusable-answer', 'The gateway cannot use Qovery’s answer: it is not JSON, or too large.'],
])('names what the gateway reports as %s, and not an answer of Qovery', async (word, text) => {
  const { banner } = await inTrouble({ status: 502, headers: { 'X-Gateway-Error': word } });
  expect(banner).toHaveTextContent(text);
  expect(banner).not.toHaveTextContent('502');
});

it.each<[string, Trouble]>([
  ['302 to another origin', { status: 302, headers: { Location: 'https://login.example/' } }],
  ['302 to /login', { status: 302, headers: { Location: '/login' } }],
])(
  'names a possible sign-on and offers a reload when the server answers %s, and recovers by itself',
  async (_, trouble) => {
    const { gateway, banner } = await inTrouble(trouble);
    expect(banner).toHaveTextContent('probably to sign you in. Reload this page to sign in.');
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try now' })).toBeVisible();
    expect(freshnesses()).toEqual(new Set(['unreachable']));
    gateway.trouble = undefined;
    await pass(60_000);
    await waitFor(() => expect(freshnesses()).toEqual(new Set(['fresh'])));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  },
);

it.each([
  ['cards', { view: 'cards' }],
  ['table', { view: 'table' }],
  ['wall', { view: 'wall' }],
  ['versions', { page: 'versions' }],
  ['versions on the wall', { page: 'versions', view: 'wall' }],
  ['activity', { page: 'activity' }],
  ['delivery', { page: 'delivery' }],
] as const)('shows "Demo data" (%s) only when the settings of the gateway say so', async (_, board) => {
  layOut({ listPx: 800, rowPx: 36 });
  const { unmount } = renderBoard({ board: { pins, name: 'Release', ...board }, auth: 'gateway', data: 'demo' });
  expect(await screen.findByText('Demo data')).toBeVisible();
  unmount();
  renderBoard({ board: { pins, name: 'Release', ...board }, auth: 'gateway' });
  expect(await screen.findByRole('heading', { name: 'Release' })).toBeInTheDocument();
  expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
});
