import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { encodeBoard } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const ids = demoPins();
const pinsOf = (list: readonly string[]): readonly Pin[] => list.map((id) => ({ kind: 'environment', id }));
const wall = (part: Partial<Board> = {}): Partial<Board> => ({
  name: 'Release train',
  pins: pinsOf(ids),
  view: 'wall',
  ...part,
});
const tiles = () => screen.findAllByRole('article');
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const freshWall = () =>
  vi.waitFor(() => expect(document.querySelectorAll('[data-freshness="fresh"]')).toHaveLength(12), 10_000);

function breakable(fault: string, broken: () => boolean): typeof fetch {
  const send = createSimulatedQovery();
  return (input, init) =>
    send(broken() && /\/(status|overview)$/.test(String(input)) ? `${input}?demo=${fault}` : input, init);
}

/** Returns a simulated Qovery in which `stateOf` may change states. */
function changing(stateOf: (id: string) => string | undefined): typeof fetch {
  const send = createSimulatedQovery();
  const changed = (item: { id: string }) => {
    const state = stateOf(item.id);
    return state === undefined ? item : { ...item, state, last_deployment_state: state };
  };
  return async (input, init) => {
    const response = await send(input, init);
    if (!/\/status$/.test(String(input)) || !response.ok) return response;
    const body = await response.json();
    return Response.json(body.results ? { results: body.results.map(changed) } : changed(body));
  };
}

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  // jsdom has no layout, so the wall uses the size of the window.
  Object.assign(window, { innerWidth: 1_920, innerHeight: 1_080 });
});

it('shows a tile for each environment, with its data attributes, and no person’s name', async () => {
  const people = new Set<string>();
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const response = await simulated(input, init);
    const said = await response.clone().text();
    for (const [, name = ''] of said.matchAll(/"triggered_by":"([^"]+)"/g)) people.add(name);
    return response;
  };
  renderBoard({ board: wall(), send });
  await freshWall();
  expect(await tiles()).toHaveLength(12);
  for (const tile of await tiles()) {
    expect(tile.dataset).toMatchObject({ freshness: 'fresh', environmentId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    const name = within(tile).getByRole('heading').textContent ?? '-';
    expect(tile.getAttribute('aria-label')?.startsWith(name)).toBe(true);
  }
  expect(screen.getByRole('heading', { name: 'Release train', level: 1 })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Summary' })).toHaveAttribute('data-board-tone');
  expect(people.size).toBeGreaterThan(0);
  for (const name of people) expect(document.body).not.toHaveTextContent(name);
});

/** Formats a time in the user's locale. */
const clock = (minute: number) =>
  new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date(2026, 5, 1, 14, minute));

it('says that a page without a wall shows the environments', async () => {
  renderBoard({ board: { ...wall(), page: 'delivery' } });
  expect(await screen.findByText('This page has no wall: these are its environments.')).toBeVisible();
});

it('shows the time, and updates it', async () => {
  vi.setSystemTime(new Date(2026, 5, 1, 14, 32, 10));
  renderBoard({ board: wall() });
  expect(await screen.findByText(clock(32))).toBeVisible();
  await pass(60_000);
  expect(screen.getByText(clock(33))).toBeVisible();
});

it('keeps every tile while Qovery fails, and says why and when it tries again', async () => {
  let broken = false;
  renderBoard({ board: wall(), send: breakable('503', () => broken) });
  await freshWall();
  const tones = async () => (await tiles()).map(({ dataset }) => [dataset.environmentId, dataset.tone]).toSorted();
  const before = await tones();
  broken = true;
  await pass(90_000);
  expect(screen.getByRole('alert')).toHaveTextContent(/^Qovery answered 503\. Failing since \d\d:\d\d/);
  expect(await screen.findByText(/Next (try|check) in \d+ s\./)).toBeVisible();
  expect(await tones()).toEqual(before);
  expect(screen.getAllByText(/^not reached for /).length).toBeGreaterThan(0);
});

it('says that there is no reading yet, rather than that all is well', async () => {
  renderBoard({ board: wall(), send: breakable('503', () => true) });
  expect(await screen.findByText(/Qovery answered 503\./)).toBeVisible();
  expect(screen.getAllByRole('article', { name: /: Unknown$/ })).toHaveLength(12);
  expect(screen.getByRole('region', { name: 'Summary' })).toHaveAttribute('data-board-tone', 'unknown');
});

it('keeps polling while the page is hidden', async () => {
  const send = vi.fn(createSimulatedQovery());
  renderBoard({ board: wall(), send });
  await freshWall();
  hide(true);
  send.mockClear();
  await pass(120_000);
  expect(send).toHaveBeenCalled();
});

it('says that nothing is pinned, and leads out', async () => {
  renderBoard({ board: wall({ pins: [] }) });
  expect(await screen.findByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  await userEvent
    .setup({ advanceTimers: vi.advanceTimersByTime })
    .click(screen.getByRole('button', { name: 'Leave the wall' }));
  expect(await screen.findByRole('button', { name: 'Pin environments' })).toBeVisible();
});

it('says that nothing matches, and clears the filters', async () => {
  renderBoard({ board: wall({ query: 'no such thing' }) });
  expect(await screen.findByRole('heading', { name: 'No environment matches' })).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await tiles()).toHaveLength(12);
});

it('says how much of the board the filters leave', async () => {
  renderBoard({ board: wall({ query: 'production' }) });
  await screen.findByText(/^\d+ of 12 shown$/);
});

it('says how much of a damaged link could not be read', async () => {
  renderBoard({ search: `?${encodeBoard({ ...DEFAULT_BOARD, ...wall() }).replace('pins=', 'pins=zzz.')}` });
  expect(await screen.findByText('1 pin of this board could not be read.')).toBeVisible();
  expect(await tiles()).toHaveLength(12);
});

it('leaves on Escape, but not while that closes what is open over it', async () => {
  renderBoard({ board: wall() });
  await tiles();
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.open = true;
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(await tiles()).toHaveLength(12);
  dialog.remove();
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(await screen.findByRole('radio', { name: 'Cards' })).toBeChecked();
});

it('counts in the last tile what has none of its own, the worst first', async () => {
  const unknown = Array.from({ length: 80 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
  const failing = ids.slice(0, 2);
  const send = changing((id) => (failing.includes(id) ? 'BUILD_ERROR' : undefined));
  renderBoard({ board: wall({ pins: pinsOf([...unknown, ...ids]), sort: 'manual' }), send });
  // The two may be in projects of their own, whose answers come one after the other. Others of the account may fail too.
  await waitFor(() => {
    const failed = screen.getAllByRole('article').filter(({ dataset }) => dataset.tone === 'failing');
    expect(failed.map(({ dataset }) => dataset.environmentId)).toEqual(expect.arrayContaining(failing));
  });
  const all = await tiles();
  const tones = all.map(({ dataset }) => dataset.tone);
  expect(tones.lastIndexOf('failing')).toBe(tones.filter((tone) => tone === 'failing').length - 1);
  const rest = screen.getByRole('region', { name: /^\+\d+ more/ });
  const more = Number(rest.getAttribute('aria-label')?.match(/^\+(\d+)/)?.[1]);
  expect(more + all.length).toBe(92);
});

describe('several boards in turn', () => {
  const [first = '', second = '', third = ''] = ids;
  const boardOf = (name: string, id: string) => ({ ...DEFAULT_BOARD, name, pins: pinsOf([id]) });
  const keep = (...boards: readonly Board[]) => {
    const value = boards.map((board, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      address: encodeBoard(board),
      savedAt: 1,
    }));
    localStorage.setItem('envboard.boards', JSON.stringify({ version: 1, value }));
    return JSON.stringify(value);
  };
  const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
  const kept = () => JSON.stringify(JSON.parse(localStorage.getItem('envboard.boards') ?? '{}').value);

  it('shows the next board after the dwell time, wraps around, and changes no board', async () => {
    const before = keep(boardOf('Alpha', first), boardOf('Beta', second), {
      ...boardOf('Gamma', third),
      view: 'table',
    });
    renderBoard({ board: { ...boardOf('Beta', second), view: 'wall', rotateSeconds: 10 } });
    await heading('Beta');
    expect(screen.getByText('board 2 of 3')).toBeVisible();
    for (const name of ['Gamma', 'Alpha', 'Beta']) {
      await pass(10_000);
      await heading(name);
    }
    expect(kept()).toBe(before);
    await pass(10_000);
    await heading('Gamma');
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(await screen.findByRole('radio', { name: 'Table' })).toBeChecked();
    expect(kept()).toBe(before);
  });

  it('stays for a further dwell when an environment of the board starts to fail', async () => {
    keep(boardOf('Alpha', first), boardOf('Beta', second));
    let fails = false;
    const send = changing((id) => (id === first && fails ? 'BUILD_ERROR' : 'DEPLOYING'));
    renderBoard({ board: { ...boardOf('Alpha', first), view: 'wall', rotateSeconds: 60 }, send });
    await screen.findByText('Deploying');
    await pass(40_000);
    fails = true;
    await pass(15_000);
    await screen.findByText('Build error');
    await pass(30_000);
    await heading('Alpha');
    await pass(40_000);
    await heading('Beta');
  });

  it('is chosen in the bar, and needs two boards', async () => {
    keep(boardOf('Alpha', first));
    const { unmount } = renderBoard({ board: { ...boardOf('Alpha', first), view: 'wall' } });
    expect(await screen.findByText('Save a second board to show them in turn.')).toBeInTheDocument();
    unmount();
    keep(boardOf('Alpha', first), boardOf('Beta', second));
    renderBoard({ board: { ...boardOf('Alpha', first), view: 'wall' } });
    fireEvent.change(await screen.findByLabelText('Show my boards in turn:'), { target: { value: '30' } });
    await pass(30_000);
    await heading('Beta');
    fireEvent.change(screen.getByLabelText('Show my boards in turn:'), { target: { value: '' } });
    await pass(120_000);
    await heading('Beta');
  });
});
