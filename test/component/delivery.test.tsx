import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const [calm = ''] = demoPins();
const pins = [{ kind: 'environment', id: calm }] as const;
const showDelivery = (only = '') => renderBoard({ board: { page: 'delivery', pins, only } });

it('shows each measure with its definition, its basis and its weeks', async () => {
  showDelivery('mall');
  const tile = await screen.findByRole('article', { name: 'Deployment frequency' });
  expect(tile).toHaveTextContent(/from \d+ successful deployments in 30 days/);
  await userEvent.click(within(tile).getByRole('button', { name: /Definition/ }));
  const definition = await screen.findByRole('dialog', { name: 'Deployment frequency' });
  expect(definition).toHaveTextContent(/A restart, a stop, a dry run/);
  await act(async () => document.querySelector('dialog')?.close());
  expect(definition).not.toBeInTheDocument();
  for (const name of ['Change failure rate', 'Recovery time', 'Lead time']) {
    expect(screen.getByRole('article', { name })).toHaveTextContent(/from /);
  }
  expect(screen.getByText(/Not counted: .*restarts?, stops?/)).toBeVisible();
});

it('shows the value of each week to the arrow keys', async () => {
  showDelivery('mall');
  const tile = await screen.findByRole('article', { name: 'Deployment frequency' });
  const weeks = within(tile).getByRole('slider', { name: 'Deployment frequency of the whole board, by week' });
  const texts = new Set([weeks.getAttribute('aria-valuetext')]);
  weeks.focus();
  for (let week = 0; week < 7; week += 1) {
    await userEvent.keyboard('{ArrowLeft}');
    texts.add(weeks.getAttribute('aria-valuetext'));
  }
  expect(texts.size).toBe(8);
  expect(weeks).toHaveAttribute('aria-valuenow', '1');
  await userEvent.keyboard('{End}');
  expect(weeks).toHaveAttribute('aria-valuetext', expect.stringMatching(/: [\d.]+ (a day|a week|in 30 days)$/));
});

it('shows numbers and no rate below ten deployments', async () => {
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const response = await simulated(input, init);
    if (!String(input).includes('deploymentHistoryV2')) return response;
    const { results, ...page } = await response.json();
    return Response.json({ ...page, results: results.slice(0, 7) });
  };
  renderBoard({ board: { page: 'delivery', pins, only: 'mall' }, send });
  const tile = await screen.findByRole('article', { name: 'Change failure rate' });
  expect(tile).toHaveTextContent(/\d deployments?: no rate yet. Rates are shown from 10 on./);
  expect(tile).not.toHaveTextContent('%');
  expect(screen.getByRole('listitem')).toHaveTextContent(/no rate yet/);
});
