import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renameBoard } from '#data/boards/rename-board.ts';
import { deleteBoard, restoreBoard } from '#data/boards/saved-board-actions.ts';
import { readBoards } from '#data/boards/saved-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { addressOf, boardOf, type SavedBoards } from '#domain/board/saved-board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const KEY = 'envboard.boards';
const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const boardWith = (name: string, count = 2): Board => ({ ...DEFAULT_BOARD, name, pins: pins.slice(0, count) });
const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

function keep(...boards: readonly Board[]): void {
  const value = boards.map((board, n) => ({ id: idOf(n), address: addressOf(board), savedAt: 1 }));
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value }));
}
const kept = (): SavedBoards => JSON.parse(localStorage.getItem(KEY) ?? '{"value":[]}').value;
const keptNames = (): readonly string[] => kept().map((board) => boardOf(board).name);

/** A board that storage refused stays in the page's memory until the storage holds another value, in later files too. */
function forgetUnkept(): void {
  vi.restoreAllMocks();
  keep();
  expect(readBoards()).toEqual([]);
}

const openMenu = async (): Promise<HTMLElement> => {
  await userEvent.click(screen.getByRole('button', { name: 'My boards' }));
  return screen.findByRole('menu', { name: 'My boards' });
};
const openDialog = async (): Promise<HTMLElement> => {
  await userEvent.click(within(await openMenu()).getByRole('menuitem', { name: 'Manage boards…' }));
  return screen.findByRole('dialog', { name: 'My boards' });
};
const boardName = () => screen.getByRole('textbox', { name: 'Board name' });
const rows = () => within(screen.getByRole('list', { name: 'My boards' })).getAllByRole('listitem');
const importText = async (text: string): Promise<HTMLElement> => {
  const file = new File([text], 'boards.json', { type: 'application/json' });
  await userEvent.upload(screen.getByLabelText('Import…'), file);
  return screen.findByRole('region', { name: 'Import' });
};

it('shows a link as a shared board, and saves it only when the user chooses so', async () => {
  keep(boardWith('Mine', 1));
  renderBoard({ board: boardWith('Theirs') });
  expect(await screen.findByRole('region', { name: 'Shared board' })).toBeVisible();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), 'x');
  expect(screen.getByRole('region', { name: 'Shared board' })).toBeVisible();
  expect(keptNames()).toEqual(['Mine']);

  await userEvent.click(screen.getByRole('button', { name: 'Save to my boards' }));

  expect(screen.queryByRole('region', { name: 'Shared board' })).not.toBeInTheDocument();
  expect(await screen.findByText('Saved to my boards.')).toBeVisible();
  expect(keptNames()).toEqual(['Mine', 'Theirs']);
});

it('says that a board is saved for now only when the storage is full', async () => {
  const setItem = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function full(this: Storage, key, value) {
    if (key === KEY) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
  localStorage.setItem('envboard.readings@elsewhere', 'cache');
  renderBoard({ board: boardWith('Theirs') });
  await userEvent.click(await screen.findByRole('button', { name: 'Save to my boards' }));
  expect(await screen.findByText(/^Saved only until you close this page/)).toBeVisible();
  expect(localStorage.getItem('envboard.readings@elsewhere'), 'caches give way').toBeNull();
  forgetUnkept();
});

it('does not save a dismissed shared board when it changes afterwards', async () => {
  renderBoard({ board: boardWith('Theirs') });
  await userEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), 'x');
  expect(screen.queryByRole('region', { name: 'Shared board' })).not.toBeInTheDocument();
  expect(kept()).toEqual([]);
});

it('saves the changes of a saved board, and opens it by itself on the next visit', async () => {
  keep(boardWith('Other', 1), boardWith('Release train'));
  const first = renderBoard({ board: boardWith('Release train') });
  expect(screen.queryByRole('region', { name: 'Shared board' })).not.toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText('Sort:'), 'name');
  await waitFor(() => expect(kept().map((board) => boardOf(board).sort)).toEqual(['attention', 'name']));
  first.unmount();

  renderBoard();
  expect(boardName()).toHaveValue('Release train');
  expect(screen.getByLabelText('Sort:')).toHaveValue('name');
  // An empty board does not have it.
  expect(screen.getByRole('region', { name: 'Summary' })).toBeVisible();
});

it('creates, copies and opens boards from the menu', async () => {
  keep(boardWith('Release train'));
  renderBoard({ board: boardWith('Release train') });
  await userEvent.click(within(await openMenu()).getByRole('menuitem', { name: 'Duplicate this board' }));
  await waitFor(() => expect(boardName()).toHaveValue('Release train copy'));
  await userEvent.click(within(await openMenu()).getByRole('menuitem', { name: 'New board' }));
  await waitFor(() => expect(boardName()).toHaveValue('Untitled board'));
  expect(await screen.findByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  expect(keptNames()).toEqual(['Release train', 'Release train copy', 'Untitled board']);

  const menu = await openMenu();
  expect(within(menu).getByRole('menuitemradio', { name: 'Untitled board' })).toBeChecked();
  await userEvent.click(within(menu).getByRole('menuitemradio', { name: 'Release train' }));
  await waitFor(() => expect(boardName()).toHaveValue('Release train'));
  expect(keptNames()).toEqual(['Release train', 'Release train copy', 'Untitled board']);
});

it('renames the current board, and another board', async () => {
  keep(boardWith('A'), boardWith('B', 1));
  renderBoard({ board: boardWith('A') });
  const dialog = await openDialog();
  for (const name of ['A', 'B']) {
    await userEvent.click(within(dialog).getByRole('button', { name: `Rename ${name}` }));
    await userEvent.keyboard(`${name} renamed{Enter}`);
    expect(within(dialog).getByRole('button', { name: `${name} renamed` })).toHaveFocus();
  }
  await userEvent.click(within(dialog).getByRole('button', { name: 'Rename B renamed' }));
  await userEvent.keyboard('no{Escape}');
  expect(keptNames()).toEqual(['A renamed', 'B renamed']);
  expect(screen.getByRole('dialog', { name: 'My boards' })).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(boardName()).toHaveValue('A renamed');
});

it('moves boards and announces their new positions', async () => {
  keep(boardWith('A'), boardWith('B'), boardWith('C'));
  renderBoard({ board: boardWith('A') });
  const dialog = await openDialog();
  const down = within(dialog).getByRole('button', { name: 'Move A down' });
  await userEvent.click(down);
  await userEvent.keyboard('{Enter}{Enter}');
  expect(within(dialog).getByText('A is now 3 of 3.')).toBeVisible();
  expect(down).toHaveFocus();
  expect(rows().map((row) => within(row).getAllByRole('button')[0]?.textContent)).toEqual(['B', 'C', 'A']);
  expect(keptNames()).toEqual(['B', 'C', 'A']);
});

it('deletes the board shown, takes it back, and shows another only when the dialog is left', async () => {
  keep(boardWith('A'), boardWith('B', 1));
  renderBoard({ board: boardWith('A') });
  let dialog = await openDialog();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete A' }));
  expect(keptNames()).toEqual(['B']);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
  expect(keptNames()).toEqual(['A', 'B']);
  expect(within(dialog).getByText('2 pins · open now')).toBeVisible();

  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete A' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(boardName()).toHaveValue('B');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(boardName()).toHaveValue('A');
  expect(keptNames()).toEqual(['A', 'B']);

  dialog = await openDialog();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete B' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete A' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
  expect(keptNames()).toEqual(['A', 'B']);
});

it('restores a deleted board under the name that another tab, which still shows it, gave it since', async () => {
  keep(boardWith('A'), boardWith('B', 1));
  // This page is the other tab. The deletion and its undo happen in a tab whose events this page receives.
  renderBoard({ board: boardWith('A') });
  await screen.findAllByRole('article');
  const notified = () => act(() => dispatchEvent(new StorageEvent('storage', { key: KEY })));
  const deleted = deleteBoard(idOf(0));
  notified();
  await screen.findByRole('region', { name: 'Deleted board' });
  await userEvent.clear(boardName());
  await userEvent.type(boardName(), 'Renamed{Enter}');
  expect(keptNames()).toEqual(['B']);

  if (!deleted) throw new Error('nothing was deleted');
  restoreBoard(deleted);
  notified();
  expect(keptNames()).toEqual(['Renamed', 'B']);
  expect(boardName()).toHaveValue('Renamed');
  expect(screen.queryByRole('region', { name: 'Deleted board' })).not.toBeInTheDocument();
  expect(localStorage.getItem('envboard.deleted-boards')).not.toContain(idOf(0));
});

it('shows a restored board as another tab has edited it since', async () => {
  keep(boardWith('A'), boardWith('B', 1));
  renderBoard({ board: boardWith('A') });
  const dialog = await openDialog();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete A' }));
  renameBoard(idOf(0), 'Renamed');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
  expect(keptNames()).toEqual(['Renamed', 'B']);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(boardName()).toHaveValue('Renamed');
});

it('removes a deleted board for good when its undo is dismissed', async () => {
  keep(boardWith('A'), boardWith('B', 1));
  renderBoard({ board: boardWith('A') });
  const dialog = await openDialog();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete B' }));
  expect(localStorage.getItem('envboard.deleted-boards')).toContain(idOf(1));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Dismiss' }));
  expect(localStorage.getItem('envboard.deleted-boards')).not.toContain(idOf(1));
});

it('says that a board was deleted in another tab, and goes on showing it', async () => {
  keep(boardWith('A'));
  renderBoard({ board: boardWith('A') });
  await screen.findAllByRole('article');
  keep();
  act(() => dispatchEvent(new StorageEvent('storage', { key: KEY })));
  expect(await screen.findByRole('region', { name: 'Deleted board' })).toBeVisible();
  expect(await screen.findAllByRole('article')).toHaveLength(2);
});

it('does not say that a board was deleted when its stored data may be damaged', async () => {
  keep(boardWith('A'));
  renderBoard({ board: boardWith('A') });
  await screen.findAllByRole('article');
  const value = kept().map((board) => ({ ...board, id: 'damaged' }));
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value }));
  act(() => dispatchEvent(new StorageEvent('storage', { key: KEY })));
  expect(await screen.findByRole('region', { name: 'Missing board' })).toHaveTextContent('could not be read');
});

it('shows a board that another tab added, without a reload', async () => {
  renderBoard({ board: boardWith('A') });
  const dialog = await openDialog();
  expect(within(dialog).getByText(/^No boards yet\./)).toBeVisible();
  keep(boardWith('From the other tab'));
  act(() => dispatchEvent(new StorageEvent('storage', { key: KEY })));
  expect(await within(dialog).findByRole('button', { name: 'From the other tab' })).toBeVisible();
});

it('imports the usable boards of a broken file, lists the problems by line, and overwrites nothing', async () => {
  keep(boardWith('Mine', 1));
  const mine = kept();
  renderBoard({ board: boardWith('Mine', 1) });
  await openDialog();
  const [known, fresh] = [boardWith('Mine', 1), boardWith('Fresh', 2)].map(addressOf);
  const panel = await importText(
    `{\n"envboard": 1,\n"boards": [\n{"name": "Mine", "address": "${known}"},\n{"address": 7},\n` +
      `{"name": "Fresh", "address": "${fresh}"}\n]}`,
  );
  expect(panel).toHaveTextContent(
    'boards.json: 2 boards can be imported: “Mine”, “Fresh”. Left out, because they are in “My boards” already: 1',
  );
  expect(panel).toHaveTextContent('Line 5: “address” must be a text.');
  expect(keptNames()).toEqual(['Mine']);

  await userEvent.click(within(panel).getByRole('button', { name: 'Import 1 board' }));

  expect(keptNames()).toEqual(['Mine', 'Fresh']);
  expect(kept().slice(0, 1)).toEqual(mine);
  expect(screen.getByText('1 board imported.')).toBeVisible();

  const again = await importText(`{"envboard": 1, "boards": [{"name": "Fresh", "address": "${fresh}"}]}`);
  expect(again.querySelector('p')?.textContent).toBe(
    'boards.json: Nothing to add: the board of this file is in “My boards” already.',
  );
  expect(within(again).queryByRole('button', { name: /^Import/ })).not.toBeInTheDocument();
});

it('offers no undo for a deleted board when an import restored it', async () => {
  keep(boardWith('A', 1), boardWith('B', 2));
  renderBoard({ board: boardWith('A', 1) });
  const dialog = await openDialog();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete B' }));
  expect(within(dialog).getByRole('button', { name: 'Undo' })).toBeVisible();
  const panel = await importText(
    JSON.stringify({ envboard: 1, boards: [{ name: 'B', address: addressOf(boardWith('B', 2)) }] }),
  );
  await userEvent.click(within(panel).getByRole('button', { name: 'Import 1 board' }));
  expect(keptNames()).toEqual(['A', 'B']);
  expect(within(dialog).queryByRole('button', { name: 'Undo' })).toBeNull();
});

it.each([
  ['{\n "envboard": 1\n "boards": []}', 'Line 3, column 2: a comma or “}” is missing.'],
  ['{"envboard": 2}', 'A newer version of Envboard wrote this file, in format 2. This version reads format 1.'],
  ['{"envboard": 1, "boards": []}', 'the file holds no boards.'],
  ['x'.repeat(1_000_001), 'the file is larger than the limit of 1 MB.'],
])('refuses a file with one clear sentence: %#', async (text, words) => {
  renderBoard({ board: boardWith('A') });
  await openDialog();
  const panel = await importText(text);
  expect(panel).toHaveTextContent(words);
  expect(within(panel).getAllByRole('button')).toHaveLength(1);
});

it('shows a hostile name as text everywhere', async () => {
  const name = '<img src=x onerror=alert(1)>"&amp;';
  keep(boardWith(name));
  renderBoard({ board: boardWith(name) });
  expect(within(await openMenu()).getByRole('menuitemradio', { name })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  const dialog = await openDialog();
  expect(within(dialog).getByRole('button', { name })).toHaveTextContent(name);
  expect(document.querySelector('img')).toBeNull();
});

it('opens what damaged storage still holds', async () => {
  const good = { id: idOf(1), address: addressOf(boardWith('Good')), savedAt: 1 };
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value: [good, { id: 'x' }, null, good] }));
  localStorage.setItem('envboard.last-board', JSON.stringify({ version: 1, value: { test: idOf(1) } }));
  renderBoard();
  expect(boardName()).toHaveValue('Good');
  expect(within(await openMenu()).getAllByRole('menuitemradio')).toHaveLength(1);
});

it('reports damaged boards, exports them for an import, and then removes them', async () => {
  const address = addressOf(boardWith('Without id'));
  const damaged = [{ address, savedAt: 1 }, 'nothing'];
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value: damaged }));
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:file';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  renderBoard({ board: boardWith('A') });
  const dialog = await openDialog();
  expect(within(dialog).getByText(/^2 saved boards could not be read\./)).toBeVisible();
  expect(within(dialog).queryByText(/^No boards yet\./)).toBeNull();

  await userEvent.click(within(dialog).getByRole('button', { name: 'Export the unreadable data' }));
  const text = (await files[0]?.text()) ?? '';
  expect(JSON.parse(text).boards).toEqual([{ name: 'Without id', address }, 'nothing']);
  await importText(text);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Import 1 board' }));
  expect(within(dialog).getByRole('button', { name: 'Without id' })).toBeVisible();
  expect(kept()).toHaveLength(3);

  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove the unreadable data' }));
  await waitFor(() => expect(within(dialog).getAllByRole('button')).toContain(document.activeElement));
  expect(within(dialog).queryByText(/could not be read\./)).toBeNull();
  expect(within(dialog).getByRole('button', { name: 'Without id' })).toBeVisible();
  expect(keptNames()).toEqual(['Without id']);
});

it('reports it when the browser has no storage', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  renderBoard({ board: boardWith('A') });
  await userEvent.click(await screen.findByRole('button', { name: 'Save to my boards' }));
  const dialog = await openDialog();
  expect(within(dialog).getByRole('alert')).toHaveTextContent('your boards are lost when you close it');
  expect(within(dialog).getByRole('button', { name: 'A' })).toBeVisible();
  forgetUnkept();
});
