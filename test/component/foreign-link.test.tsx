import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createRequestLedger } from '#data/polling/request-ledger.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { anId } from '#test/support/ids.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const strangers: readonly Pin[] = Array.from({ length: 1_000 }, (_, n) => ({ kind: 'environment', id: anId(n) }));

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));

it('requests the ids of a link slowly when the complete directory lacks them', async () => {
  const send = vi.fn(createSimulatedQovery());
  renderBoard({ board: { name: 'Foreign', pins: strangers }, send });
  await pass(60_000);
  const statusCalls = () => send.mock.calls.filter(([input]) => String(input).endsWith('/status')).length;
  expect(statusCalls()).toBeGreaterThan(0);
  expect(statusCalls()).toBeLessThan(20);
  expect(send.mock.calls.length).toBeLessThan(60);
  await pass(240_000);
  expect(send.mock.calls.length).toBeLessThan(80);
});

it('requests them as slowly when an earlier page persisted the directory', async () => {
  const first = renderBoard({ board: { name: 'First', pins: strangers.slice(0, 2) } });
  await pass(5_000);
  first.unmount();
  const send = vi.fn(createSimulatedQovery());
  renderBoard({ board: { name: 'Foreign', pins: strangers }, send });
  await pass(10_000);
  expect(send.mock.calls.length).toBeGreaterThan(0);
  expect(send.mock.calls.length).toBeLessThan(30);
});

it('reports the wait for the hour, and not a live board, when the request budget is spent', async () => {
  createRequestLedger('test').syncRemaining(0);
  renderBoard({ board: { name: 'Mine', pins: strangers.slice(0, 1) } });
  await pass(1_000);
  expect(screen.getByText(/^Waiting: no requests left this hour · next in \d+ (s|min)/)).toBeVisible();
  expect(screen.queryByText(/^Live/)).not.toBeInTheDocument();
});
