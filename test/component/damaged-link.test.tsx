import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { restoreQuery } from '#browser/restore-query.ts';
import { readBoards, rememberOpened, saveBoard } from '#data/boards/saved-boards.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { decodeBoard, encodeBoard } from '#domain/board/board-url.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const PINNED = encodeBoard({
  ...DEFAULT_BOARD,
  name: 'Release train',
  pins: demoPins().map((id) => ({ kind: 'environment', id })),
});
const END_MARK = '&v=1';
const CUT = /^This link has no end mark: it was cut, or/;

/** Dismisses the notice with this text. The banner of the shared board has a button of the same name. */
const dismiss = (text: string | RegExp) =>
  userEvent.click(within(screen.getByText(text).parentElement ?? document.body).getByRole('button'));

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', '/');
});

it('opens what is left of a cut link, and reports the cut', async () => {
  const search = `?${PINNED}`.slice(0, -30);
  renderBoard({ search });
  expect(await screen.findByText(CUT)).toBeVisible();
  expect(await screen.findAllByRole('article')).toHaveLength(10);
});

it('reports the cut until the user dismisses it, also in the address that a click writes', async () => {
  const user = userEvent.setup();
  renderBoard({ search: `?${PINNED}`.slice(0, -30) });
  expect(await screen.findByText(CUT)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Table' }));
  expect(await screen.findAllByRole('row')).not.toHaveLength(0);
  expect(await screen.findByText(CUT)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Share' }));
  const share = within(await screen.findByRole('dialog', { name: 'Share this board' }));
  expect(share.getByRole<HTMLInputElement>('textbox', { name: 'Link' }).value).not.toContain(END_MARK);
  await user.keyboard('{Escape}');
  await dismiss(CUT);
  expect(screen.queryByText(CUT)).not.toBeInTheDocument();
});

it('reports pins that could not be read until the user dismisses it', async () => {
  const user = userEvent.setup();
  renderBoard({ search: `?${PINNED.replace('pins=', 'pins=broken.')}` });
  expect(await screen.findByText('1 pin in this link could not be read.')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Table' }));
  expect(await screen.findAllByRole('row')).not.toHaveLength(0);
  expect(screen.getByText('1 pin in this link could not be read.')).toBeVisible();
  await dismiss('1 pin in this link could not be read.');
  expect(screen.queryByText('1 pin in this link could not be read.')).not.toBeInTheDocument();
});

it('reports nothing when the link is complete, whatever stands behind it', async () => {
  renderBoard({ search: `?${PINNED}).` });
  expect(await screen.findAllByRole('article')).toHaveLength(12);
  expect(await screen.findByRole('region', { name: 'Shared board' })).toBeVisible();
  expect(screen.queryByText(CUT)).not.toBeInTheDocument();
});

it('reports nothing when an older version wrote the address of an own board', async () => {
  saveBoard(PINNED.replace(END_MARK, ''));
  renderBoard({ search: `?${PINNED.replace(END_MARK, '')}` });
  expect(await screen.findAllByRole('article')).toHaveLength(12);
  expect(screen.queryByText(CUT)).not.toBeInTheDocument();
});

it('reports a link that held a board, and opens no other board in its place, when nothing of it is readable', async () => {
  const saved = saveBoard(PINNED);
  rememberOpened('test', saved?.id ?? '');
  renderBoard({ search: '?pin' });
  expect(await screen.findByText(/^Envboard cannot read this link/)).toBeVisible();
  expect(screen.queryAllByRole('article')).toHaveLength(0);
});

describe('a saved board with pins that cannot be read', () => {
  const STORED = PINNED.replace('pins=', 'pins=broken.unreadable.');
  const NOTICE = '2 pins of this saved board could not be read. They stay saved until you change the pins.';
  const storedAddress = () => readBoards()[0]?.address;
  const openSaved = (address = STORED) => {
    rememberOpened('test', saveBoard(address)?.id ?? '');
    renderBoard();
  };

  it('reports them, and keeps its stored address', async () => {
    openSaved();
    expect(await screen.findByText(NOTICE)).toBeVisible();
    expect(await screen.findAllByRole('article')).toHaveLength(12);
    expect(storedAddress()).toBe(STORED);
    await dismiss(NOTICE);
    expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
  });

  it('keeps them when the user changes the view and the name', async () => {
    const user = userEvent.setup();
    openSaved();
    expect(await screen.findByText(NOTICE)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    expect(await screen.findAllByRole('row')).not.toHaveLength(0);
    const name = screen.getByRole('textbox', { name: 'Board name' });
    await user.clear(name);
    await user.type(name, 'Trains{Enter}');
    await waitFor(() => expect(storedAddress()).toContain('name=Trains'));
    expect(storedAddress()).toContain('view=table');
    expect(decodeBoard(storedAddress() ?? '').problems.unreadablePins).toBe(2);
    expect(screen.getByText(NOTICE)).toBeVisible();
  });

  it('drops them when the user unpins an environment', async () => {
    openSaved();
    expect(await screen.findByText(NOTICE)).toBeVisible();
    const [card] = await screen.findAllByRole('article');
    await userEvent.click(within(card ?? document.body).getByRole('button', { name: /^Actions/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Unpin' }));
    await waitFor(() => expect(decodeBoard(storedAddress() ?? '').board.pins).toHaveLength(11));
    expect(decodeBoard(storedAddress() ?? '').problems.unreadablePins).toBe(0);
    expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
    // The undo restores the environment alone, so the notice would be wrong.
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(12));
    expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
  });

  it('reports them on the wall', async () => {
    openSaved(`view=wall&${STORED}`);
    expect(await screen.findByText('2 pins of this board could not be read.')).toBeVisible();
  });

  it('reports the link where the link has pins that cannot be read', async () => {
    saveBoard(PINNED);
    renderBoard({ search: `?${STORED}` });
    expect(await screen.findByText('2 pins in this link could not be read.')).toBeVisible();
  });
});

it('reports a cut link on the wall', async () => {
  renderBoard({ search: `?view=wall&${PINNED.replace(END_MARK, '')}` });
  expect(await screen.findByText('This link has no end mark: environments may be missing.')).toBeVisible();
});

it.each([
  ['/status/%23name=a&pins=b&v=1', '/status/#name=a&pins=b&v=1'],
  ['/status/%3Fname%3Da%26v%3D1', '/status/?name%3Da%26v%3D1'],
  ['/status/board%23plain', '/status/board%23plain'],
])('restores the query of %s when a program escaped its mark', (written, restored) => {
  history.replaceState(null, '', written);
  restoreQuery();
  expect(`${location.pathname}${location.search}${location.hash}`).toBe(restored);
});

it('leaves the address unchanged when the browser does not let the page change it', () => {
  history.replaceState(null, '', '/%23name=a');
  const replace = vi.spyOn(history, 'replaceState').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  restoreQuery();
  expect(replace).toHaveBeenCalledOnce();
  expect(location.pathname).toBe('/%23name=a');
});
