import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const NOTICE = /^Checked less often: (\d+) of (\d+) requests due every 10 s, at most 1,000 an hour\.$/;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

/** Returns a simulated Qovery where an environment is in progress while `isBusy` says so. */
const stateful = (isBusy: () => boolean): typeof fetch => {
  const send = createSimulatedQovery();
  return async (input, init) => {
    const answer = await send(input, init);
    if (!String(input).endsWith('/status')) return answer;
    const state = isBusy() ? 'DEPLOYING' : 'DEPLOYED';
    const text = (await answer.text()).replaceAll(/"(state|last_deployment_state)":"[A-Z_]+"/g, `"$1":"${state}"`);
    return new Response(text, answer);
  };
};

it('names requests for what is in progress as the cause of longer intervals, and disappears with them', async () => {
  let isBusy = true;
  renderBoard({ board: { pins }, send: stateful(() => isBusy) });
  const notice = await screen.findByText(NOTICE);
  await waitFor(() => {
    const [, moving, all] = NOTICE.exec(notice.textContent) ?? [];
    expect(Number(moving)).toBeGreaterThan(0);
    expect(moving).toBe(all);
  });
  await choose(PACE, 'Pause');
  expect(screen.queryByText(/^Checked less often/)).not.toBeInTheDocument();
  await choose(PACE, 'Resume');
  expect(await screen.findByText(/^Checked less often/)).toBeVisible();
  isBusy = false;
  await act(() => vi.advanceTimersByTimeAsync(120_000));
  await waitFor(() => expect(screen.queryByText(/^Checked less often/)).not.toBeInTheDocument());
  expect(screen.getByText(/^Live · every 30 s/)).toBeVisible();
});
