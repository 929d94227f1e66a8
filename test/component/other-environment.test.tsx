import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { anId } from '#test/support/ids.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const OTHER = anId(999);
const WORDS = 'Qovery sent the status of another environment.';
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Returns a simulated Qovery that changes some responses on demand. */
function mixingUp(path: RegExp, change: (body: Record<string, unknown>) => object) {
  let isMixedUp = false;
  const answer = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const response = await answer(input, init);
    if (!isMixedUp || !path.test(String(input))) return response;
    return Response.json(change(await response.json()));
  };
  return {
    send,
    mixUp: (next: boolean) => {
      isMixedUp = next;
    },
  };
}

const [id = ''] = demoPins();
const pins: readonly Pin[] = [{ kind: 'environment', id }];
const card = () => screen.getByRole('article');

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

it('a card keeps its reading and names the fault when the status is of another environment', async () => {
  const { send, mixUp } = mixingUp(/\/environment\/[^/]+\/status$/, (body) => ({
    ...body,
    id: OTHER,
    state: 'DEPLOYMENT_ERROR',
  }));
  renderBoard({ board: { pins }, send });
  await waitFor(() => expect(card()).toHaveAttribute('data-freshness', 'fresh'));
  const { state, tone } = card().dataset;

  mixUp(true);
  await choose(PACE, 'Refresh now');
  await waitFor(() => expect(card()).toHaveAttribute('data-freshness', 'unreachable'));
  expect(card().dataset).toMatchObject({ state, tone });
  expect(card()).toHaveTextContent(WORDS);
  expect(await screen.findByRole('alert')).toHaveTextContent(WORDS);

  mixUp(false);
  await pass(35_000);
  await waitFor(() => expect(card()).toHaveAttribute('data-freshness', 'fresh'));
  expect(screen.queryByText(WORDS)).not.toBeInTheDocument();
});

it('a pin takes no name from an answer about another environment', async () => {
  const named = mixingUp(/\/environment\/[^/]+$|\/organization$/, (body) =>
    body.results ? { results: [] } : { ...body, id: OTHER, name: 'somebody else' },
  );
  named.mixUp(true);
  renderBoard({ board: { pins }, send: named.send });
  await waitFor(() => expect(card()).toHaveAttribute('data-freshness', 'fresh'));
  expect(card()).toHaveTextContent(id.slice(0, 8));
  expect(screen.queryByText('somebody else')).not.toBeInTheDocument();
});

it('the details show no services when they are of another environment', async () => {
  const { send, mixUp } = mixingUp(/\/statuses$/, (body) => ({ ...body, environment: { id: OTHER } }));
  mixUp(true);
  renderBoard({ board: { pins, details: id }, send });
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(`The services could not be loaded. ${WORDS}`)).toBeVisible();
  mixUp(false);
  act(() => within(dialog).getAllByRole('button', { name: 'Try again' })[0]?.click());
  await waitFor(() => expect(within(dialog).queryByText(/could not be loaded/)).not.toBeInTheDocument());
});
