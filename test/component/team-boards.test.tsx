import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { setTeamBoards } from '#data/boards/team-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { addressOf, boardOf, type SavedBoards } from '#domain/board/saved-board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const boardWith = (name: string, count: number): Board => ({ ...DEFAULT_BOARD, name, pins: pins.slice(0, count) });
const fileOf = (...boards: readonly Board[]) =>
  JSON.stringify({
    envboard: 1,
    boards: boards.map((board) => ({ name: board.name, address: addressOf(board) })),
  });
const savedNames = (): readonly string[] => {
  const { value }: { value: SavedBoards } = JSON.parse(localStorage.getItem('envboard.boards') ?? '{"value":[]}');
  return value.map((board) => boardOf(board).name);
};
const cards = () => screen.queryAllByRole('article');
const boardName = () => screen.getByRole('textbox', { name: 'Board name' });
const banner = () => screen.findByRole('region', { name: 'Team board' });
const openMenu = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'My boards' }));
  return screen.findByRole('menu', { name: 'My boards' });
};

let file = '';
let number = 0;
/** Lets the server have this `boards.json`. The number keeps the text apart from that of the test before. */
function serve(text: string): void {
  number += 1;
  file = text && `${text}${' '.repeat(number)}`;
}

beforeEach(() => {
  setTeamBoards(undefined);
  serve(fileOf(boardWith('Release train', 2), boardWith('QA', 3)));
  vi.stubGlobal('fetch', async (address: string) =>
    address.endsWith('/boards.json') && file !== '' ? new Response(file) : new Response('', { status: 404 }),
  );
});

it('opens a team board by its short address, and follows the server’s file', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  renderBoard({ search: '?board=release-train&view=cards' });
  await waitFor(() => expect(cards()).toHaveLength(2));
  expect(boardName()).toHaveValue('Release train');
  expect(await banner()).toHaveTextContent('It follows this server’s file.');
  expect(screen.queryByRole('region', { name: 'Shared board' })).not.toBeInTheDocument();

  serve(fileOf(boardWith('Release train', 4)));
  await act(() => vi.advanceTimersByTimeAsync(121_000));
  await waitFor(() => expect(cards()).toHaveLength(4));
  expect(savedNames()).toEqual([]);
});

it('never edits a team board: a new name gives a board of its own, which the user may save', async () => {
  renderBoard({ search: '?board=qa' });
  await waitFor(() => expect(cards()).toHaveLength(3));
  await userEvent.clear(boardName());
  await userEvent.type(boardName(), 'QA of mine{Enter}');
  expect(await screen.findByRole('region', { name: 'Shared board' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Team board' })).not.toBeInTheDocument();
  expect(savedNames()).toEqual([]);

  const menu = await openMenu();
  await userEvent.click(within(menu).getByRole('menuitemradio', { name: 'QA' }));
  await userEvent.click(within(await banner()).getByRole('button', { name: 'Save to my boards' }));
  await waitFor(() => expect(savedNames()).toEqual(['QA']));
  expect(screen.queryByRole('region', { name: 'Team board' })).not.toBeInTheDocument();
});

it('lists team boards in the menu and in the palette, and shares their short address', async () => {
  renderBoard();
  const menu = await openMenu();
  expect(await within(menu).findByText('Team boards')).toBeVisible();
  await userEvent.click(within(menu).getByRole('menuitemradio', { name: 'Release train' }));
  await waitFor(() => expect(cards()).toHaveLength(2));
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: /^Find an environment/ }), 'QA team');
  await userEvent.click(await screen.findByRole('option', { name: /^QA/ }));
  await waitFor(() => expect(cards()).toHaveLength(3));

  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  expect(await screen.findByLabelText('Link')).toHaveValue(`${location.origin}/?board=qa&v=1`);
});

it('says it when the server has no such team board, with the line and the field of the file’s problem', async () => {
  serve('{\n "envboard": 1,\n "boards": [\n  { "name": "Release train", "address": 5 }\n ]\n}');
  renderBoard({ search: '?board=release-train' });
  const region = await banner();
  expect(region).toHaveTextContent('This server has no team board “release-train”.');
  expect(region).toHaveTextContent('Line 4: “address” must be a text.');
  expect(screen.queryByRole('heading', { name: 'Nothing pinned yet' })).not.toBeInTheDocument();
});

it.each([401, 200])('keeps a team board when a sign-on answers %i in place of the file', async (status) => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  renderBoard({ search: '?board=qa' });
  await waitFor(() => expect(cards()).toHaveLength(3));
  vi.stubGlobal('fetch', async () => new Response('<p>Sign in', { status }));
  await act(() => vi.advanceTimersByTimeAsync(121_000));
  expect(cards()).toHaveLength(3);
});
