import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
const COUNT = 5;
const pins: readonly Pin[] = demoPins()
  .slice(0, COUNT)
  .map((id) => ({ kind: 'environment', id }));
const STATUS = /\/(status|overview)$/;
const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
/** Returns Qovery's time. A test that sets the computer's clock does not change it. */
const qoveryNow = (): number => T0 + performance.now();
const T0 = Date.UTC(2026, 9, 24, 20);

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const cards = () => screen.getAllByRole('article');
const areIn = (state: string) => {
  for (const card of cards()) expect(card).toHaveAttribute('data-state', state);
};
const areFresh = () => {
  expect(cards()).toHaveLength(COUNT);
  for (const card of cards()) expect(card).toHaveAttribute('data-freshness', 'fresh');
};

/** Expects that no age is negative, and that no past time is in the future. */
function expectPast(): void {
  for (const text of cards().map(({ textContent }) => textContent ?? '')) {
    expect(text).not.toMatch(/(^|[\s(])[-−]\d|\bin \d+ (s|m|h|d|second|minute|hour|day|year)|NaN|Infinity|Invalid/);
  }
}

function clock(aheadMs: number): void {
  vi.setSystemTime(qoveryNow() + aheadMs);
}

async function openBoard() {
  let state: string | undefined;
  const answer = createSimulatedQovery({ now: qoveryNow });
  const said = (item: object) => (state ? { ...item, state, last_deployment_state: state } : item);
  const send = vi.fn<typeof fetch>(async (input, init) => {
    const response = await answer(input, init);
    if (!STATUS.test(String(input))) return response;
    const body = await response.json();
    return Response.json(body.results ? { results: body.results.map(said) } : said(body));
  });
  renderBoard({ board: { pins }, send });
  await waitFor(areFresh);
  const turn = (next: string) => {
    state = next;
  };
  const statusCalls = () => send.mock.calls.filter(([input]) => STATUS.test(String(input))).length;
  return { turn, statusCalls };
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: T0 });
});

it.each([
  ['a year ahead', YEAR_MS],
  ['a year behind', -YEAR_MS],
  ['an hour behind', -HOUR_MS],
])('reads on with a clock that is %s, and tells no age below nothing', async (_, aheadMs) => {
  clock(aheadMs);
  const { turn } = await openBoard();
  expectPast();
  turn('DEPLOYING');
  await choose(PACE, 'Refresh now');
  await waitFor(() => areIn('DEPLOYING'));
  expectPast();
  areFresh();
});

it.each([
  ['set back by an hour', -HOUR_MS],
  ['set forward by an hour', HOUR_MS],
  ['set back by a year', -YEAR_MS],
  ['woken after eight hours', 8 * HOUR_MS],
])('believes what it hears after the clock was %s, and asks no more than once at once', async (_, jumpMs) => {
  const { turn, statusCalls } = await openBoard();
  const sources = statusCalls();
  turn('STOPPED');
  const before = statusCalls();
  clock(jumpMs);
  // A heartbeat of the poll scheduler, which is shorter than every interval.
  await pass(6_000);
  await waitFor(() => areIn('STOPPED'));
  expect(statusCalls() - before).toBeLessThanOrEqual(2 * sources);
  areFresh();
  expectPast();
});

it('does not mark a reading as fresh when the clock was set back while no request is sent', async () => {
  await openBoard();
  await choose(PACE, 'Pause');
  clock(-HOUR_MS);
  await pass(2_000);
  for (const card of cards()) expect(card).toHaveAttribute('data-freshness', 'late');
  expectPast();
});
