import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useNavigate } from 'react-router-dom';
import { expect, it } from 'vitest';
import { createApiClient } from '#api/api-client.ts';
import { useCurrentBoard, useOpenBoard } from '#data/boards/current-board.ts';
import { useBoards } from '#data/boards/saved-boards.ts';
import { useBoard } from '#data/boards/use-board.ts';
import { SessionProvider } from '#data/connection/session-provider.tsx';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { addressOf, boardOf, type SavedBoards } from '#domain/board/saved-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const named = (name: string) => ({
  ...DEFAULT_BOARD,
  name,
  pins: [{ kind: 'environment' as const, id: idOf(9) }],
});
const kept = (): SavedBoards => JSON.parse(localStorage.getItem('envboard.boards') ?? '{"value":[]}').value;
const keptNames = () => kept().map((board) => boardOf(board).name);

/** A minimal page that changes a board with buttons. */
function Page({ isDemo }: { readonly isDemo: boolean }) {
  const { board, change, received } = useBoard(isDemo);
  const boards = useBoards();
  const current = useCurrentBoard();
  const open = useOpenBoard();
  const navigate = useNavigate();
  const button = (name: string, act: () => void) => (
    <button type="button" onClick={act}>
      {name}
    </button>
  );
  return (
    <>
      <output>{`${board.name || 'nameless'}: ${current ? 'mine' : 'not mine'}${received ? ', received' : ''}`}</output>
      {button('pin', () => change({ pins: [...board.pins, { kind: 'environment', id: idOf(board.pins.length) }] }))}
      {button('unpin all', () => change({ pins: [] }))}
      {button('rename', () => change({ name: `${board.name}+` }))}
      {button('back', () => void navigate(-1))}
      {button('forward', () => void navigate(1))}
      {boards.map((one, index) => (
        <span key={one.id}>{button(`open ${index}`, () => open(one))}</span>
      ))}
    </>
  );
}

function renderPage({ board = DEFAULT_BOARD, isDemo = false } = {}) {
  const api = createApiClient({ source: 'test', baseUrl: '/api', send: createSimulatedQovery() });
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={[{ pathname: '/', ...boardLocation(board) }]}>
        <SessionProvider api={api} perHour={() => 1_000}>
          <Page isDemo={isDemo} />
        </SessionProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
const press = (...names: readonly string[]) =>
  names.reduce(
    (before, name) => before.then(() => userEvent.click(screen.getByRole('button', { name }))),
    Promise.resolve(),
  );
const shown = () => screen.getByRole('status').textContent;

it('saves a board when the user pins on an empty page, and saves its later changes', async () => {
  renderPage();
  expect(shown()).toBe('nameless: not mine');
  await press('pin');
  expect(shown()).toBe('nameless: mine');
  await press('rename', 'pin');
  expect(kept().map((board) => [boardOf(board).name, boardOf(board).pins.length])).toEqual([['+', 2]]);
});

it('saves the previous board when the user goes Back within a board', async () => {
  renderPage();
  await press('pin', 'rename', 'rename', 'back');
  expect(keptNames()).toEqual(['+']);
  await press('forward');
  expect(keptNames()).toEqual(['++']);
});

it('changes neither board when the user goes Back to another saved board', async () => {
  renderPage();
  await press('pin', 'rename', 'back', 'back', 'pin', 'rename', 'rename');
  expect(keptNames()).toEqual(['', '++']);
  await press('open 0', 'rename', 'back', 'back');
  expect(shown()).toBe('++: mine');
  expect(keptNames()).toEqual(['', '++']);
});

it('adopts a name and pins that another tab gave the board', async () => {
  renderPage();
  await press('pin');
  const [mine] = kept();
  if (!mine) throw new Error('nothing was saved');
  const theirs = { ...boardOf(mine), name: 'Renamed', pins: [...boardOf(mine).pins, ...named('x').pins] };
  const store = (address: string) =>
    localStorage.setItem('envboard.boards', JSON.stringify({ version: 1, value: [{ ...mine, address }] }));
  // The other tab's change, for which this tab has received no event yet.
  store(addressOf({ ...theirs, view: 'table' }));
  await press('rename');
  expect(boardOf(kept()[0] ?? mine)).toMatchObject({ name: '+', pins: theirs.pins, view: 'table' });

  store(addressOf(theirs));
  act(() => dispatchEvent(new StorageEvent('storage', { key: 'envboard.boards' })));
  expect(shown()).toBe('Renamed: mine');
});

it('keeps another tab’s changes when the user goes Back to that board', async () => {
  const keep = (value: SavedBoards) => {
    localStorage.setItem('envboard.boards', JSON.stringify({ version: 1, value }));
    act(() => dispatchEvent(new StorageEvent('storage', { key: 'envboard.boards' })));
  };
  keep([{ id: idOf(1), address: addressOf(named('Other')), savedAt: 1 }]);
  renderPage();
  await press('pin', 'open 0');
  keep(kept().map((board) => ({ ...board, address: addressOf({ ...boardOf(board), query: 'elsewhere' }) })));
  const before = kept();
  await press('back');
  expect(shown()).toBe('nameless: mine');
  await press('forward');
  expect(kept()).toEqual(before);
});

it('opens the last board by itself, and saves its later changes', async () => {
  const page = renderPage();
  await press('pin', 'rename');
  page.unmount();
  renderPage();
  expect(shown()).toBe('+: mine');
  await press('rename');
  expect(shown()).toBe('++: mine');
  expect(keptNames()).toEqual(['++']);
});

it('does not save a shared board when the user changes it', async () => {
  renderPage({ board: named('Theirs') });
  expect(shown()).toBe('Theirs: not mine, received');
  await press('rename', 'unpin all', 'pin');
  expect(shown()).toBe('Theirs+: not mine, received');
  expect(kept()).toEqual([]);
});

it('stays on an empty page when the user returned to it', async () => {
  renderPage();
  await press('pin', 'back');
  expect(shown()).toBe('nameless: not mine');
});

it('shows no banner for the demo’s board and saves none of it when the user changes it', async () => {
  renderPage({ board: named('Demo board'), isDemo: true });
  expect(shown()).toBe('Demo board: not mine');
  await press('rename', 'pin');
  expect(shown()).toBe('Demo board+: not mine');
  expect(kept()).toEqual([]);
});

it('recognizes a saved board by its name and pins when a bookmark shows it differently, and again after Back', async () => {
  const page = renderPage();
  await press('pin', 'rename');
  page.unmount();
  const [mine] = kept();
  renderPage({ board: { ...(mine ? boardOf(mine) : DEFAULT_BOARD), view: 'table' } });
  expect(shown()).toBe('+: mine');
  expect(kept()).toEqual([mine]);
  await press('rename', 'back');
  expect(shown()).toBe('+: mine');
  expect(kept()).toHaveLength(1);
});
