import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { cutOffline } from '#test/support/cut-off.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const ONE_MINUTE = 60_000;
const TEN_MINUTES = 10 * ONE_MINUTE;

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = (name: string) => choose(PACE, name);

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

function connect(online: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')));
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

async function freshBoard() {
  const send = vi.fn(createSimulatedQovery());
  renderBoard({ board: { pins }, send: cutOffline(send) });
  await screen.findAllByText('Up to date');
  await pass(1_000);
  return send;
}

it.each([
  { what: 'the page is hidden', stop: () => hide(true), go: () => hide(false), says: /^Paused while hidden/ },
  { what: 'the browser is offline', stop: () => connect(false), go: () => connect(true), says: /^Offline · next try/ },
  { what: 'the reader paused', stop: () => press('Pause'), go: () => press('Resume'), says: /^Paused/ },
])('asks nothing while $what, and asks at once afterwards', async ({ stop, go, says }) => {
  const send = await freshBoard();
  send.mockClear();
  await pass(ONE_MINUTE);
  expect(send).toHaveBeenCalled();

  await stop();
  await pass(0);
  send.mockClear();
  await pass(TEN_MINUTES);
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByText(says)).toBeVisible();

  await go();
  await pass(0);
  expect(send).toHaveBeenCalled();
  expect(screen.getByText(/^Live/)).toBeVisible();
});

it('says that the browser is offline, and keeps every card with its tone', async () => {
  await freshBoard();
  const tones = () => screen.getAllByRole('article').map(({ dataset }) => [dataset.environmentId, dataset.tone]);
  const before = tones();
  expect(before).toHaveLength(12);

  connect(false);
  expect(screen.getByRole('alert')).toHaveTextContent('This browser is offline.');
  expect(tones()).toEqual(before);

  connect(true);
  await pass(0);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('stays paused by the user when the page is hidden and shown again', async () => {
  const send = await freshBoard();
  await press('Pause');
  hide(true);
  await pass(0);
  send.mockClear();
  hide(false);
  await pass(TEN_MINUTES);
  expect(send).not.toHaveBeenCalled();
});

it('never has two requests for one source in flight when answers are slow and the user refreshes', async () => {
  const answer = createSimulatedQovery();
  const underWay = new Map<string, number>();
  let most = 0;
  const send = vi.fn<typeof fetch>(async (input, init) => {
    const url = String(input);
    underWay.set(url, (underWay.get(url) ?? 0) + 1);
    most = Math.max(most, ...underWay.values());
    // On the fake clock: longer than the shortest interval, shorter than the client's time-out.
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    underWay.set(url, (underWay.get(url) ?? 0) - 1);
    return answer(input, init);
  });
  renderBoard({ board: { pins }, send });
  for (let round = 0; round < 20; round += 1) {
    await pass(4_000);
    await press('Refresh now');
    hide(true);
    hide(false);
  }
  const statuses = send.mock.calls.filter(([input]) => /\/(status|overview)$/.test(String(input)));
  expect(statuses.length).toBeGreaterThan(new Set(statuses.map(([input]) => String(input))).size);
  expect(most).toBe(1);
});
