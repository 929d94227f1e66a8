import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
const CLUSTER = /^(aws-eu-west-3|aws-us-east-1|gcp-europe-west9|scw-fr-par)$/;

const watched = () => {
  const send = vi.fn(createSimulatedQovery());
  const overviews = () => send.mock.calls.map(([input]) => String(input)).filter((path) => path.endsWith('/overview'));
  return { send, overviews };
};

it('groups by the clusters of the projects’ overviews, one request for each project', async () => {
  const { send, overviews } = watched();
  renderBoard({ board: { pins, group: 'cluster' }, send });
  await waitFor(() => expect(screen.queryAllByRole('region', { name: CLUSTER }).length).toBeGreaterThan(1));
  await waitFor(() => expect(screen.queryByRole('region', { name: /Unknown cluster/ })).not.toBeInTheDocument());
  expect(overviews().length).toBeGreaterThan(1);
  expect(new Set(overviews()).size).toBe(overviews().length);
});

it('shows the cluster of each environment in the table’s column', async () => {
  renderBoard({ board: { pins, view: 'table', hiddenColumns: [] } });
  expect(await screen.findAllByText(CLUSTER)).not.toHaveLength(0);
});

it('shows the cluster in the details of a board that shows no clusters, and requests its project alone', async () => {
  const { send, overviews } = watched();
  renderBoard({ board: { pins, details: pins[0]?.id }, send });
  const details = await screen.findByRole('dialog');
  await waitFor(() => expect(details).toHaveTextContent(/cluster (aws|gcp|scw)-/));
  expect(overviews()).toHaveLength(1);
});

it('requests no cluster when the board shows none', async () => {
  const { send, overviews } = watched();
  renderBoard({ board: { pins }, send });
  expect(await screen.findAllByRole('article')).toHaveLength(12);
  await waitFor(() => expect(send.mock.calls.some(([input]) => String(input).endsWith('/status'))).toBe(true));
  expect(overviews()).toEqual([]);
});

it('keeps the environments when the overview is refused', async () => {
  const simulated = createSimulatedQovery();
  const send = vi.fn<typeof fetch>(async (input, init) =>
    String(input).endsWith('/overview') ? new Response('{}', { status: 403 }) : simulated(input, init),
  );
  renderBoard({ board: { pins, group: 'cluster' }, send });
  expect(await screen.findByRole('region', { name: 'Unknown cluster' })).toBeVisible();
  await waitFor(() => expect(send.mock.calls.some(([input]) => String(input).endsWith('/overview'))).toBe(true));
  expect(screen.getAllByRole('article')).toHaveLength(12);
});
