import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createAccount } from '#simulator/account.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const T0 = Date.UTC(2026, 10, 28, 8);
const [project] = createAccount({}).projects;
const [moving, leaving] = project?.environments ?? [];
if (project === undefined || moving === undefined || leaving === undefined) throw new Error('the account is too small');

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const cardOf = (id: string) => document.querySelector<HTMLElement>(`[data-environment-id="${id}"]`);

type Kept = {
  /** Epoch milliseconds at which the gateway fetched it. */
  readonly fetchedAt: number;
  readonly state: string;
  readonly isListed: boolean;
  /** How far the clock of the edge that answers is ahead, in milliseconds. */
  readonly edgeAheadMs?: number;
  /** How far the clock of the gateway was set back since it fetched the answer, in milliseconds. */
  readonly setBackMs?: number;
};

/** Returns an API whose status answers are those that several gateways keep, by turns. */
function through(gateway: { kept: Kept }): typeof fetch {
  const send = createSimulatedQovery();
  return async (input, init) => {
    if (!/\/status$/.test(String(input))) return send(input, init);
    const { fetchedAt, state, isListed, edgeAheadMs = 0, setBackMs = 0 } = gateway.kept;
    const item = (id: string, said: string) => ({ id, state: said, deployment_status: 'UP_TO_DATE' });
    const results = [item(moving?.id ?? '', state), ...(isListed ? [item(leaving?.id ?? '', 'DEPLOYED')] : [])];
    const left = Date.now() - setBackMs;
    return Response.json(
      { results },
      {
        headers: {
          Date: new Date(left + edgeAheadMs).toUTCString(),
          'X-Cache': 'HIT',
          'X-Fetched-At': (fetchedAt / 1_000).toFixed(3),
          'X-Gateway-Time': (left / 1_000).toFixed(3),
        },
      },
    );
  };
}

async function openOn(kept: Kept) {
  const gateway = { kept };
  renderBoard({
    board: { pins: [moving, leaving].map((one) => ({ kind: 'environment', id: one?.id ?? '' })) },
    send: through(gateway),
    auth: 'gateway',
  });
  await waitFor(() => expect(cardOf(moving?.id ?? '')?.dataset.state).toBe(kept.state));
  const poll = async (next: Kept) => {
    gateway.kept = next;
    await choose(PACE, 'Refresh now');
    await pass(2_000);
  };
  return { poll };
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: T0 });
});

it('keeps state and members when another gateway’s answer is 50 ms older, also where the edges’ clocks differ', async () => {
  const older: Kept = { fetchedAt: T0 - 7_050, state: 'DEPLOYED', isListed: true, edgeAheadMs: 90_000 };
  const newer: Kept = { fetchedAt: T0 - 7_000, state: 'DEPLOYMENT_ERROR', isListed: false };
  const { poll } = await openOn(older);
  expect(screen.queryByText(/No longer listed/)).not.toBeInTheDocument();
  await poll(newer);
  await waitFor(() => expect(cardOf(moving?.id ?? '')?.dataset.state).toBe('DEPLOYMENT_ERROR'));
  expect(await screen.findByText(/No longer listed/)).toBeVisible();
  for (const kept of [older, newer, older]) {
    await poll(kept);
    expect(cardOf(moving?.id ?? '')?.dataset.state).toBe('DEPLOYMENT_ERROR');
    expect(screen.getByText(/No longer listed/)).toBeVisible();
    expect(screen.queryByText(/from a cache|age unknown/)).not.toBeInTheDocument();
  }

  // A later answer still changes both.
  await poll({ fetchedAt: Date.now(), state: 'DEPLOYED', isListed: true, edgeAheadMs: -90_000 });
  await waitFor(() => expect(cardOf(moving?.id ?? '')?.dataset.state).toBe('DEPLOYED'));
  expect(screen.queryByText(/No longer listed/)).not.toBeInTheDocument();
});

it('calls the age unknown when the gateway’s clock was set back, and shows the next fetched state', async () => {
  const HOUR_MS = 3_600_000;
  const kept: Kept = { fetchedAt: T0 - 1_000, state: 'DEPLOYED', isListed: true };
  const { poll } = await openOn(kept);
  await waitFor(() => expect(cardOf(moving?.id ?? '')).toHaveTextContent(/checked/));
  await poll({ ...kept, setBackMs: HOUR_MS });
  await waitFor(() => expect(cardOf(moving?.id ?? '')).toHaveTextContent('age unknown'));
  expect(cardOf(moving?.id ?? '')?.dataset.freshness).toBe('late');
  for (let polls = 0; polls < 4; polls += 1) {
    await pass(11_000);
    await poll({ ...kept, fetchedAt: Date.now() - HOUR_MS, state: 'DEPLOYMENT_ERROR', setBackMs: HOUR_MS });
  }
  await waitFor(() => expect(cardOf(moving?.id ?? '')?.dataset.state).toBe('DEPLOYMENT_ERROR'));
});
