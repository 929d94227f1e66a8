import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { demoPins } from '#simulator/demo-board.ts';
import { aProject } from '#test/support/altered.ts';
import { layOut } from '#test/support/lay-out.ts';
import { choose } from '#test/support/menus.ts';
import { renderBoard } from '#test/support/render-board.tsx';

beforeEach(() => layOut({ listPx: 391, rowPx: 34 }));

const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
const cards = (name: string) => screen.findAllByRole('article', { name: new RegExp(`^${name},`), hidden: true });
const inDialog = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }));

it('labels an environment when the user clicks its name in the details', async () => {
  const [pin] = pins;
  renderBoard({ board: { pins: pins.slice(0, 1), details: pin?.id } });
  await userEvent.click(await screen.findByRole('button', { description: 'Label…' }));
  const labels = await inDialog(/^Label /);
  await userEvent.type(labels.getByRole('textbox', { name: 'Label' }), 'Shop{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Shop' })).toBeVisible();
  expect(await cards('Shop')).toHaveLength(1);
});

it('offers labels for what is pinned, and keeps the pins when the labels are cancelled', async () => {
  renderBoard({ board: { name: 'x' } });
  const [opener] = screen.getAllByRole('button', { name: /^Pin environments|^PinPin environments/ });
  if (!opener) throw new Error('no button pins');
  await userEvent.click(opener);
  const picker = await inDialog('Pin environments');
  await picker.findByRole('option', { name: /^production, acme \/ analytics/ });
  expect(picker.queryByRole('button', { name: 'Pin and label…' })).not.toBeInTheDocument();
  for (const name of ['production', 'staging'])
    await userEvent.click(picker.getByRole('option', { name: new RegExp(`^${name}, acme / analytics`) }));
  await userEvent.click(picker.getByRole('button', { name: 'Pin and label…' }));

  const labels = await inDialog('Labels');
  const fields = await waitFor(() => {
    const found = labels.getAllByRole('textbox', { name: /^(production|staging)\s*acme/ });
    expect(found).toHaveLength(2);
    return found;
  });
  await userEvent.type(fields[0] ?? document.body, 'Lost');
  await userEvent.click(labels.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await cards('production')).toHaveLength(1);
  expect(await cards('staging')).toHaveLength(1);
});

it('labels several environments at once, and those of a pinned project', async () => {
  const { projectId, environments } = await aProject();
  const [first, second] = environments;
  renderBoard({ board: { pins: [{ kind: 'project', id: projectId }] } });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(environments.length));
  await screen.findByRole('article', { name: new RegExp(`^${first?.name},`) });
  await choose('My boards', 'Labels…');
  const labels = await inDialog('Labels');
  const field = (name = '') => labels.getByRole('textbox', { name: new RegExp(`^${name}\\s*[a-z]+ / `) });
  await userEvent.type(field(first?.name), 'Shop');
  await userEvent.type(field(second?.name), 'Trial');
  await userEvent.click(labels.getByRole('button', { name: 'Save' }));
  expect(await cards('Shop')).toHaveLength(1);
  expect(await cards('Trial')).toHaveLength(1);
  expect(screen.getAllByRole('article')).toHaveLength(environments.length);
});

it('saves no label while one of them holds a token, and keeps that one in sight', async () => {
  renderBoard({ board: { pins } });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(pins.length));
  await choose('My boards', 'Labels…');
  const labels = await inDialog('Labels');
  const [first] = labels.getAllByRole('textbox');
  if (!first) throw new Error('no field');
  await userEvent.type(first, 'qov_abcdefgh0123');
  await userEvent.type(labels.getByRole('searchbox', { name: 'Find an environment' }), 'no such name');
  expect(labels.getAllByRole('textbox')).toEqual([first]);
  await userEvent.type(first, '{Enter}');
  expect(labels.getByRole('alert')).toHaveTextContent('This looks like a token');
  await userEvent.clear(first);
  expect(await labels.findByText('Nothing matches')).toBeVisible();
});
