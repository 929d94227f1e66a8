import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { altered, aProject } from '#test/support/altered.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const STATUS = /environment\/status$/;
const names = () => screen.getAllByRole('article').map((card) => card.getAttribute('aria-label')?.split(',')[0]);
const nameOf = (id: string | undefined) => screen.getByRole('article', { name: new RegExp(`^${id},`) });

it('shows every environment of a pinned project, with one request per poll', async () => {
  const { projectId, environments } = await aProject();
  renderBoard({ board: { pins: [{ kind: 'project', id: projectId }] } });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length));
  await waitFor(() => expect(names().sort()).toEqual(environments.map(({ name }) => name).sort()));
});

it('adds a new environment of the project, with its name', async () => {
  const { projectId, environments } = await aProject();
  const [newcomer] = environments;
  let isBorn = false;
  const withoutIt = (items: readonly Readonly<Record<string, unknown>>[]) =>
    items.filter(({ id }) => isBorn || id !== newcomer?.id);
  const send = altered(/environments$/, withoutIt, altered(STATUS, withoutIt));
  renderBoard({ board: { pins: [{ kind: 'project', id: projectId }] }, send });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length - 1));

  isBorn = true;
  await choose(PACE, 'Refresh now');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length));
  await waitFor(() => expect(nameOf(newcomer?.name)).toBeVisible());
  expect(within(nameOf(newcomer?.name)).queryByText(/No longer listed/)).not.toBeInTheDocument();
});

it('reports an environment that vanished until the user dismisses it', async () => {
  const { projectId, environments } = await aProject();
  const [gone] = environments;
  let isGone = false;
  const send = altered(STATUS, (items) => items.filter(({ id }) => !isGone || id !== gone?.id));
  renderBoard({ board: { pins: [{ kind: 'project', id: projectId }] }, send });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length));
  await waitFor(() => expect(nameOf(gone?.name)).toHaveAttribute('data-freshness', 'fresh'));

  isGone = true;
  await choose(PACE, 'Refresh now');
  await waitFor(() => expect(within(nameOf(gone?.name)).getByText(/No longer listed in its project/)).toBeVisible());

  await choose(new RegExp(`^Actions for .+ ${gone?.name}$`), 'Dismiss');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length - 1));
});

it('hides one environment of a pinned project, and restores it', async () => {
  const { projectId, environments } = await aProject();
  const [away] = environments;
  renderBoard({ board: { pins: [{ kind: 'project', id: projectId }] } });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length));
  await waitFor(() => expect(nameOf(away?.name)).toBeVisible());
  await choose(new RegExp(`^Actions for .+ ${away?.name}$`), 'Hide from this board');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length - 1));
  expect(await screen.findByText(`${away?.name} hidden.`)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length));
});
