import { act, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { snooze } from '#data/preferences/snoozes.ts';
import type { Board } from '#domain/board/board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

type Named = { readonly id: string; readonly name: string; readonly mode: string; readonly project: { id: string } };

/**
 * Two environments of one mode and of two projects, so that each has a source of its own; in the order of their names.
 */
async function twoApart(): Promise<readonly [Named, Named]> {
  const everything = createSimulatedQovery();
  const { results: organizations } = await (await everything('/organization')).json();
  const { results }: { results: Named[] } = await (
    await everything(`/organization/${organizations[0].id}/environments`)
  ).json();
  const byName = results.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const apart = (first: Named) => (other: Named) =>
    other.mode === first.mode && other.name !== first.name && other.project.id !== first.project.id;
  const first = byName.find((one) => byName.some(apart(one)));
  const second = first && byName.findLast(apart(first));
  if (!first || !second) throw new Error('the account has no two that differ');
  return [first, second];
}

/** The first environment is ok and answers at once. The second is failing and answers only after `tell` is called. */
async function openBoard(board: Partial<Board> = {}) {
  const [well, failed] = await twoApart();
  const everything = createSimulatedQovery();
  const statusOf = (id: string, state: string) => Response.json({ id, state, last_deployment_state: state });
  let tell = () => {};
  const opened = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    if (!path.endsWith('/status')) return everything(input, init);
    if (path.includes(well.id)) return statusOf(well.id, 'DEPLOYED');
    await opened;
    return statusOf(failed.id, 'DEPLOYMENT_ERROR');
  };
  const pins = [failed, well].map(({ id }) => ({ kind: 'environment' as const, id }));
  const { unmount } = renderBoard({ board: { pins, group: 'none', ...board }, send });
  return { well: well.id, failed: failed.id, tell, unmount };
}

const ids = () => screen.queryAllByRole('article').map(({ dataset }) => dataset.environmentId);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it('renders a board once all of it has loaded, the worst first', async () => {
  vi.useFakeTimers();
  const { well, failed, tell } = await openBoard();
  await pass(300);
  expect(screen.getByRole('region', { name: 'Summary' })).toHaveTextContent('1 Deployed');
  expect(ids()).toEqual([]);
  tell();
  await pass(20);
  expect(ids()).toEqual([failed, well]);
});

it('renders after a short wait, and moves nothing until the last environment has loaded', async () => {
  vi.useFakeTimers();
  const { well, failed, tell } = await openBoard();
  await pass(600);
  expect(ids()).toEqual([well, failed]);
  await pass(1_000);
  expect(ids()).toEqual([well, failed]);
  tell();
  await pass(20);
  expect(ids()).toEqual([failed, well]);
});

it('orders the board by its readings when the last answer is delayed', async () => {
  vi.useFakeTimers();
  const { well, failed } = await openBoard();
  await pass(600);
  expect(ids()).toEqual([well, failed]);
  await pass(3_000);
  // The board does not know whether an environment without a reading is failing.
  expect(ids()).toEqual([failed, well]);
});

it('renders persisted readings at once, in their persisted order', async () => {
  vi.useFakeTimers();
  const { tell, unmount } = await openBoard();
  tell();
  await pass(1_000);
  unmount();
  const { well, failed } = await openBoard();
  await pass(50);
  expect(ids()).toEqual([failed, well]);
  await pass(1_000);
  expect(ids()).toEqual([failed, well]);
});

it('keeps a snoozed environment at the end after a reload', async () => {
  vi.useFakeTimers();
  const { well, failed, tell, unmount } = await openBoard();
  tell();
  await pass(1_000);
  act(() => snooze(failed, 'changed', { state: 'DEPLOYMENT_ERROR', deploymentId: undefined, heardAt: Date.now() }));
  await pass(20);
  expect(ids()).toEqual([well, failed]);
  unmount();
  await openBoard();
  await pass(50);
  expect(ids()).toEqual([well, failed]);
});

it('does not report that nothing matches before the readings arrive', async () => {
  vi.useFakeTimers();
  const { failed, tell } = await openBoard({ tones: ['failing'] });
  await pass(1_000);
  expect(screen.queryByRole('heading', { name: /matches/ })).not.toBeInTheDocument();
  tell();
  await pass(20);
  expect(ids()).toEqual([failed]);
});

it('counts the time from when it may ask: a board opened out of sight moves once as well', async () => {
  vi.useFakeTimers();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const { well, failed, tell } = await openBoard();
  await pass(60_000);
  expect(ids()).toEqual([well, failed]);
  hidden.mockReturnValue(false);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await pass(1_000);
  expect(ids()).toEqual([well, failed]);
  tell();
  await pass(20);
  expect(ids()).toEqual([failed, well]);
});
