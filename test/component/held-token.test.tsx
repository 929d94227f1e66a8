import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '#app/app.tsx';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { addressOf } from '#domain/board/saved-board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln';
const WARNING = /^This looks like a token, so Envboard/;
const SECRETS = ['abcdefgh0123', 'eyJleHAiOjF9', 'c2ln'];

const board = boardLocation({
  ...DEFAULT_BOARD,
  pins: demoPins().map((id) => ({ kind: 'environment' as const, id })),
});
/** Every address, title and history state of the page. */
let seen: string[] = [];

beforeEach(() => {
  history.replaceState(null, '', `/${board.search}`);
  seen = [];
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history);
    vi.spyOn(history, method).mockImplementation((state, unused, url) => {
      original(state, unused, url);
      seen.push(location.href, document.title, JSON.stringify(state));
    });
  }
  vi.stubGlobal('fetch', createSimulatedQovery());
});
afterEach(() => {
  history.replaceState(null, '', '/');
});

async function openBoard() {
  render(<App config={{ api: '', auth: 'gateway' }} client={new QueryClient()} />);
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(demoPins().length));
  const field = screen.getByRole('searchbox', { name: 'Filter' });
  const user = userEvent.setup();
  await user.click(field);
  return { field, user };
}

const expectNoSecret = () => {
  const all = [...seen, location.href, document.title, JSON.stringify(history.state)].join('\n');
  for (const secret of SECRETS) expect(all).not.toContain(secret);
};

it.each(['qov_abcdefgh0123', 'sk-qov-abcdefgh0123', JWT, `Bearer ${JWT}`, 'Token qov_abcdefgh0123'])(
  'the address, title and history never hold %s when it is pasted or typed into the filter',
  async (token) => {
    const { field, user } = await openBoard();
    await user.keyboard('prod');
    await waitFor(() => expect(location.search).toContain('q=prod'));
    await user.clear(field);

    await user.paste(token);
    expect(await screen.findByText(WARNING)).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(demoPins().length);
    expectNoSecret();

    await user.clear(field);
    expect(screen.queryByText(WARNING)).not.toBeInTheDocument();
    await user.keyboard(token);
    expect(field).toHaveValue(token);
    expect(screen.getByText(WARNING)).toBeVisible();
    expectNoSecret();

    // Without its first letters it does not have the form of a token, but it is a secret all the same.
    await user.keyboard('{Home}{Delete}{Delete}{Delete}{Delete}');
    expect(screen.getByText(WARNING)).toBeVisible();
    expectNoSecret();

    await user.clear(field);
    await user.keyboard('prod');
    await waitFor(() => expect(location.search).toContain('q=prod'));
  },
);

const TOKEN = 'qov_abcdefgh0123';
const NO_NAME = /^This looks like a token, so Envboard does not put it in the address\. The board keeps its name/;

it('says that a token pasted as the name of the board is not saved, and keeps the name', async () => {
  const { user } = await openBoard();
  const field = screen.getByRole('textbox', { name: 'Board name' });
  await user.type(field, 'Release{Enter}');
  await waitFor(() => expect(location.search).toContain('name=Release'));
  const named = screen.getByRole('textbox', { name: 'Board name' });
  await user.clear(named);
  await user.paste(TOKEN);
  expect(screen.getByText(NO_NAME)).toBeVisible();
  expect(named).toHaveAccessibleDescription(NO_NAME);
  // A part of a token is a secret, too.
  await user.keyboard('{Home}{Delete}{Delete}{Delete}{Delete}{Enter}');
  expect(screen.getByText(NO_NAME)).toBeVisible();
  expect(location.search).toContain('name=Release');
  expectNoSecret();

  await user.clear(named);
  expect(screen.queryByText(NO_NAME)).not.toBeInTheDocument();
  await user.type(named, 'Train{Enter}');
  await waitFor(() => expect(location.search).toContain('name=Train'));
});

it('says that a token pasted as a name among my boards is not saved, and keeps the name', async () => {
  const address = addressOf({ ...DEFAULT_BOARD, name: 'Mine' });
  const value = [{ id: '00000000-0000-4000-8000-000000000001', address, savedAt: 1 }];
  localStorage.setItem('envboard.boards', JSON.stringify({ version: 1, value }));
  const { user } = await openBoard();
  await user.click(screen.getByRole('button', { name: 'My boards' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Manage boards…' }));
  await user.click(await screen.findByRole('button', { name: 'Rename Mine' }));
  await user.paste(TOKEN);
  await user.keyboard('{Enter}');
  expect(screen.getByText(NO_NAME)).toBeVisible();
  await user.tab();
  expect(await screen.findByRole('button', { name: 'Rename Mine' })).toBeVisible();
  expect(localStorage.getItem('envboard.boards')).not.toContain('abcdefgh0123');
});

it('says that a token pasted as a label is not saved', async () => {
  const { user } = await openBoard();
  await user.click(screen.getAllByRole('button', { name: /^Actions for/ })[0] ?? document.body);
  await user.click(await screen.findByRole('menuitem', { name: 'Label…' }));
  const label = await screen.findByRole('textbox', { name: 'Label' });
  await user.click(label);
  await user.paste(TOKEN);
  const warning = /^This looks like a token, so Envboard neither saves it/;
  expect(screen.getByText(warning)).toBeVisible();
  await user.keyboard('{Enter}');
  expect(screen.getByText(warning)).toBeVisible();
  expectNoSecret();

  await user.clear(label);
  await user.keyboard('Shop{Enter}');
  await waitFor(() => expect(location.search).toContain('Shop'));
});
