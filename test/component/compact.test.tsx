import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { whenFilled } from '#test/support/filled.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id, index) => ({
  kind: 'environment',
  id,
  ...(index === 0 && { label: 'Tills' }),
}));
const compact = { view: 'compact', group: 'none' } as const;
const tiles = () => [...document.querySelectorAll<HTMLElement>('li[data-environment-id]')];

async function showTiles(board: Parameters<typeof renderBoard>[0] = {}) {
  renderBoard({ ...board, board: { pins, ...compact, ...board.board } });
  await waitFor(() => expect(document.querySelectorAll('li[data-freshness="fresh"]')).toHaveLength(12));
  await whenFilled();
}

it('shows each environment as a tile: name, project, state, configuration', async () => {
  await showTiles();
  expect(tiles()).toHaveLength(12);
  for (const tile of tiles()) {
    const [open] = within(tile).getAllByRole('button');
    expect(tile).toHaveAccessibleName(expect.stringMatching(`^${open?.textContent},`));
    expect(tile).toHaveTextContent(/Up to date|Out of date|Never deployed/);
    expect(tile).toHaveAttribute('data-state', expect.stringMatching(/^[A-Z_]+$/));
  }
  expect(screen.getByRole('listitem', { name: /^Tills,/ })).toHaveAttribute('data-environment-id', pins[0]?.id);
});

it('unpins by the menu of a tile, and opens its details', async () => {
  await showTiles();
  const tile = screen.getByRole('listitem', { name: /^Tills,/ });
  await userEvent.click(within(tile).getByRole('button', { name: /^Actions for .+ Tills$/ }));
  // The menus are lazy components, which takes time.
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Unpin' }));
  expect(await screen.findByText('Tills unpinned.')).toBeVisible();
  expect(tiles()).toHaveLength(11);

  const [first] = tiles();
  const [open] = within(first ?? document.body).getAllByRole('button');
  const name = open?.textContent ?? '';
  await userEvent.click(open ?? document.body);
  expect(await screen.findByRole('dialog', { name: `${name}` })).toBeInTheDocument();
});

it('collapses a group', async () => {
  await showTiles({ board: { group: 'mode' } });
  const heading = screen.getByRole('button', { name: /^Staging/ });
  await userEvent.click(heading);
  expect(heading).toHaveAttribute('aria-expanded', 'false');
  expect(tiles().length).toBeLessThan(12);
});

it('repeats the dashed border as text for screen readers, and keeps the state', async () => {
  let isBroken = false;
  const send = createSimulatedQovery();
  await showTiles({
    send: (input, init) => send(isBroken && /\/status$/.test(String(input)) ? `${input}?demo=503` : input, init),
  });
  const tile = screen.getByRole('listitem', { name: /^Tills,/ });
  const { state } = tile.dataset;
  isBroken = true;
  await choose(PACE, 'Refresh now');
  expect(await within(tile).findByText(/^not reached for \d+ s$/)).toBeInTheDocument();
  expect(tile).toHaveAttribute('data-state', state);
  expect(within(tile).getByRole('button', { name: 'Tills' })).toHaveAttribute(
    'title',
    expect.stringMatching(/Not reached since [\s\S]*Qovery answered 503\.$/),
  );
});

it('has a green tick on a healthy environment only', async () => {
  await showTiles();
  const upToDate = tiles().filter(({ dataset }) => dataset.configuration === 'UP_TO_DATE');
  const isGreen = (tile: HTMLElement) => within(tile).getByText('Up to date').parentElement?.className.includes('ok');
  const healthy = upToDate.filter(({ dataset }) => dataset.tone === 'ok');
  expect(healthy.length).toBeGreaterThan(0);
  expect(upToDate.length).toBeGreaterThan(healthy.length);
  expect(upToDate.filter(isGreen)).toEqual(healthy);
});
