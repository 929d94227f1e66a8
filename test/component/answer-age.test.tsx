import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { View } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { behindCache, dated } from '#test/support/caching-proxy.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const COUNT = 5;
const pins: readonly Pin[] = demoPins()
  .slice(0, COUNT)
  .map((id) => ({ kind: 'environment', id }));
const STATUS = /\/(status|overview)$/;
const T0 = Date.UTC(2026, 10, 27, 12);
const MINUTE_MS = 60_000;

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => [...document.querySelectorAll<HTMLElement>('[data-environment-id]')];
const freshnesses = () => new Set(shown().map(({ dataset }) => dataset.freshness));
const allAre = async (freshness: string) => {
  await waitFor(() => expect(shown()).toHaveLength(COUNT));
  await waitFor(() => expect(freshnesses()).toEqual(new Set([freshness])));
};

/** Returns a simulated Qovery that puts all environments into one state on demand. */
function turning() {
  let state = 'DEPLOYED';
  const answer = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const response = await answer(input, init);
    if (!STATUS.test(String(input))) return response;
    const body = await response.json();
    const said = (item: object) => ({ ...item, state, last_deployment_state: state });
    return Response.json(body.results ? { results: body.results.map(said) } : said(body));
  };
  return {
    send,
    turn: (next: string) => {
      state = next;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: T0 });
});

it.each([
  ['adds Age and keeps Date', true],
  ['keeps Date alone', false],
])('a card tells the age of its answer when a cache hands it out for 300 s and %s', async (_, addsAge) => {
  const { send, turn } = turning();
  renderBoard({ board: { pins }, send: behindCache(send, { keepMs: 300_000, addsAge }) });
  await allAre('fresh');
  expect(screen.queryByText(/from a cache/)).not.toBeInTheDocument();
  turn('DEPLOYMENT_ERROR');

  await pass(40_000);
  for (const card of shown()) expect(card).toHaveTextContent(/checked (3[4-9]|4\d) s ago, from a cache/);

  await pass(3 * MINUTE_MS);
  await allAre('late');
  for (const card of shown()) expect(card).toHaveTextContent('3 m old, from a cache');

  // A response that passes the cache is new, and the card shows it as new.
  await pass(2 * MINUTE_MS);
  await waitFor(() => expect(new Set(shown().map(({ dataset }) => dataset.tone))).toEqual(new Set(['failing'])));
  await allAre('fresh');
});

it('a page that opens on kept answers tells their age at once when the cache adds Age', async () => {
  const { send } = turning();
  const cached = behindCache(send, { keepMs: 300_000 });
  const first = renderBoard({ board: { pins }, send: cached });
  await allAre('fresh');
  first.unmount();
  localStorage.clear();

  await pass(4 * MINUTE_MS);
  renderBoard({ board: { pins }, send: cached });
  await allAre('late');
  for (const card of shown()) expect(card).toHaveTextContent('4 m old, from a cache');
});

it.each<View>(['table', 'compact', 'wall'])('the %s view says that readings are from a cache', async (view) => {
  const cached = behindCache(turning().send, { keepMs: 300_000 });
  renderBoard({ board: { pins, view }, send: cached });
  await allAre('fresh');
  await pass(2 * MINUTE_MS);
  await allAre('late');
  for (const one of shown()) expect(one).toHaveTextContent('from a cache');
});

it('a reading stays late for as long as a cache keeps it for ever', async () => {
  renderBoard({ board: { pins }, send: behindCache(turning().send, { keepMs: Number.POSITIVE_INFINITY }) });
  await allAre('fresh');
  await pass(2 * MINUTE_MS);
  await allAre('late');
  await choose(PACE, 'Refresh now');
  await pass(70_000);
  await allAre('late');
  for (const card of shown()) expect(card).toHaveTextContent('3 m old, from a cache');
});

it('a board does not stay late when the clock of its server is set back', async () => {
  let setBackMs = 0;
  renderBoard({ board: { pins }, send: dated(turning().send, () => Date.now() - setBackMs) });
  await allAre('fresh');
  setBackMs = 60 * MINUTE_MS;
  await pass(5 * MINUTE_MS);
  await allAre('fresh');
  expect(screen.queryByText(/from a cache/)).not.toBeInTheDocument();
});

it('a card calls the age unknown when the gateway fetched the answer later than now', async () => {
  const { send } = turning();
  renderBoard({
    board: { pins },
    auth: 'gateway',
    send: async (input, init) => {
      const answer = await send(input, init);
      const fetchedAt = String((Date.now() + 5_000) / 1_000);
      return new Response(answer.body, { headers: { 'X-Fetched-At': fetchedAt, 'X-Cache': 'HIT' } });
    },
  });
  await allAre('late');
  for (const card of shown()) expect(card).toHaveTextContent('age unknown');
  expect(screen.queryByText(/checked/)).not.toBeInTheDocument();
});
