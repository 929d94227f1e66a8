import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveBoard } from '#data/boards/saved-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf, type SavedBoard } from '#domain/board/saved-board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { choose } from '#test/support/menus.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
// jsdom has no layout, so there is nothing to measure or to scroll.
class NoSizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NoSizes);
  Element.prototype.scrollTo ??= () => {};
});
const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
const radio = (name: string) => screen.findByRole('radio', { name, checked: true });
const dialog = (name: string) => screen.findByRole('dialog', { name });
const press = (keys: string) => userEvent.keyboard(keys);
/** Returns the name of the environment that has the focus, or of another element. */
const place = () =>
  document.activeElement?.closest('[data-environment-id]')?.getAttribute('data-environment-id') ?? undefined;
const order = () =>
  [...document.querySelectorAll('[data-environment-id]')].map((one) => one.getAttribute('data-environment-id'));

const blur = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();

/** Renders a board and waits for its shortcuts. */
async function open(board: Partial<Board> = {}) {
  renderBoard({ board: { pins, group: 'none', sort: 'manual', ...board } });
  await screen.findAllByRole('button', { name: /^Actions for/ });
  // The live region of the shortcuts loads with them.
  await waitFor(() => expect(document.querySelector('p[aria-live="polite"]')).not.toBeNull());
}

/** Opens and closes the dialogs of `p` and `s`: a loaded dialog opens at once, so that its absence proves something. */
async function loadDialogs() {
  for (const [key, name] of [
    ['p', 'Pin environments'],
    ['s', 'Share this board'],
  ] as const) {
    await press(key);
    await dialog(name);
    // jsdom does not close a dialog on Escape.
    await act(async () => document.querySelector('dialog')?.close());
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  }
}

describe('keyboard shortcuts', () => {
  it.each([
    ['p', 'Pin environments'],
    ['s', 'Share this board'],
    ['?', 'Keyboard'],
    ['{Control>}k{/Control}', 'Command palette'],
  ])('%s opens %s', async (keys, name) => {
    await open();
    await press(keys);
    expect(await dialog(name)).toBeVisible();
  });

  it('switch views and groupings, and announce them', async () => {
    await open();
    await press('v');
    await radio('Compact');
    await press('v');
    await radio('Table');
    expect(screen.getByText('View: Table')).toHaveAttribute('aria-live', 'polite');
    await press('g');
    expect(await screen.findByRole('combobox', { name: /^Group/ })).toHaveValue('project');
    expect(screen.getByText('Group: project')).toBeInTheDocument();
  });

  it('lead from the wall back to the cards', async () => {
    await open({ view: 'table' });
    await press('v');
    await screen.findByRole('button', { name: /Leave the wall/ });
    await press('v');
    await radio('Cards');
  });

  it('focus the filter, and have no effect while the user types in it', async () => {
    await open();
    await loadDialogs();
    await press('/');
    const filter = screen.getByRole('searchbox', { name: 'Filter' });
    expect(filter).toHaveFocus();
    await press('pvg?.s/');
    expect(filter).toHaveValue('pvg?.s/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await radio('Cards');
  });

  it('have no effect while another modifier is held, or in a list', async () => {
    await open();
    await loadDialogs();
    await press('{Control>}p{/Control}{Alt>}s{/Alt}{Meta>}g{/Meta}{Control>}{Alt>}k{/Alt}{/Control}');
    screen.getByRole('combobox', { name: /^Sort/ }).focus();
    await press('ps');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: /^Group/ })).toHaveValue('none');
  });

  it('have no effect while a dialog is open', async () => {
    await open();
    await press('?');
    await dialog('Keyboard');
    await press('vps');
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    await radio('Cards');
  });
});

describe('arrow keys', () => {
  it.each(['cards', 'compact', 'table'] as const)('move from one environment to another (%s)', async (view) => {
    await open({ view });
    const ids = order();
    blur();
    await press('{ArrowDown}');
    expect(place()).toBe(ids[0]);
    await press('{End}');
    expect(place()).toBe(ids.at(-1));
    await press('{ArrowRight}');
    expect(place()).toBe(ids.at(-1));
    await press('{Home}');
    expect(place()).toBe(ids[0]);
    await press('{ArrowRight}{ArrowRight}');
    expect(place()).toBe(ids[2]);
    await press('{ArrowLeft}');
    expect(place()).toBe(ids[1]);
    await press('{Enter}');
    const name = document.querySelector(`[data-environment-id="${ids[1]}"] button`)?.textContent ?? '';
    expect(await dialog(name)).toBeVisible();
  });

  it('have no effect in an element that uses them itself', async () => {
    await open();
    const cards = screen.getByRole('radio', { name: 'Cards' });
    cards.focus();
    fireEvent.keyDown(cards, { key: 'ArrowDown' });
    expect(cards).toHaveFocus();
    screen.getByRole('searchbox', { name: 'Filter' }).focus();
    await press('{ArrowDown}');
    expect(place()).toBeUndefined();
  });

  it('move from a heading to the environments before and after it', async () => {
    await open({ group: 'project' });
    const heading = screen.getAllByRole('button', { expanded: true })[1];
    heading?.focus();
    const first = heading?.closest('section')?.querySelector('[data-environment-id]');
    await press('{ArrowDown}');
    expect(place()).toBe(first?.getAttribute('data-environment-id'));
    heading?.focus();
    await press('{ArrowUp}');
    expect(order().indexOf(place() ?? '')).toBe(order().indexOf(first?.getAttribute('data-environment-id') ?? '') - 1);
  });
});

it('the menu key opens the menu of the focused environment, which has the focus again afterwards', async () => {
  await open();
  blur();
  await press('{ArrowDown}{ArrowRight}');
  const name = document.activeElement;
  await press('.');
  expect(await screen.findByRole('menu', { name: new RegExp(`^Actions for .+ ${name?.textContent}$`) })).toBeVisible();
  await waitFor(() => expect(document.activeElement?.closest('[role="menu"]')).not.toBeNull());
  await press('{Escape}');
  await waitFor(() => expect(name).toHaveFocus());
});

it('the focus stays on an environment when its element is replaced', async () => {
  await open();
  blur();
  await press('{ArrowDown}{ArrowRight}');
  const id = place();
  for (const key of ['v', 'v', 'g', 'g']) {
    const before = document.activeElement;
    await press(key);
    await waitFor(() => expect(before).not.toBeInTheDocument());
    await waitFor(() => expect(place()).toBe(id));
  }
});

it('the header’s menu opens the list of shortcuts', async () => {
  await open();
  await choose('More', 'Keyboard?');
  expect(within(await dialog('Keyboard')).getAllByRole('term')).toHaveLength(18);
});

it('ignores the keydown that a browser’s autofill sends, which is no keyboard event', async () => {
  await open();
  dispatchEvent(new Event('keydown'));
  await press('?');
  expect(await screen.findByRole('dialog', { name: 'Keyboard' })).toBeVisible();
});

describe('the command palette', () => {
  const field = () => screen.findByRole('combobox', { name: /^Find an environment/ });
  const options = () => screen.queryAllByRole('option').filter((one) => one.closest('dialog') !== null);
  const active = async () => document.getElementById((await field()).getAttribute('aria-activedescendant') ?? '');
  // A browser's dialog sets this focus, jsdom's does not.
  const again = async () => {
    await press('{Control>}k{/Control}');
    (await field()).focus();
  };
  async function palette(query = '', board: Partial<Board> = {}) {
    await open(board);
    await again();
    if (query !== '') await press(query);
  }

  it('opens an environment', async () => {
    await palette('production storefront');
    expect(options()).toHaveLength(1);
    expect(options()[0]).toHaveTextContent('production');
    await press('{Enter}');
    expect(await dialog('production')).toBeVisible();
    expect(screen.queryByRole('dialog', { name: 'Command palette' })).not.toBeInTheDocument();
  });

  it('snoozes an environment, shows only what is snoozed, and begins a new board', async () => {
    await palette('storefront production');
    expect(options()).toHaveLength(1);
    // Accents and a slash in a query do not count.
    await press('/snóoze');
    expect(options()).toHaveLength(1);
    expect(options()[0]).toHaveTextContent('Snooze until it changes: production');
    await press('{Enter}');
    await waitFor(() => expect(screen.getAllByText(/^Snoozed until it changes$/).length).toBeGreaterThan(0));
    await again();
    await press('show snoozed{Enter}');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    await again();
    await press('new board{Enter}');
    expect(await screen.findByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  });

  it('opens a saved board', async () => {
    const saved: SavedBoard | undefined = saveBoard(addressOf({ ...DEFAULT_BOARD, name: 'Night watch', pins }));
    expect(saved).toBeDefined();
    await palette('night');
    await press('{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Board name' })).toHaveValue('Night watch'));
  });

  it.each([
    ['share', 'Share this board'],
    ['pin env', 'Pin environments'],
    ['settings', 'Settings'],
    ['keyboard', 'Keyboard'],
  ])('opens the entry that “%s” finds', async (query, name) => {
    await palette(query);
    await press('{Enter}');
    expect(await dialog(name)).toBeVisible();
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });

  it('chooses a view, a grouping, an order and a theme', async () => {
    await palette('view table{Enter}');
    await radio('Table');
    await again();
    await press('group cluster{Enter}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: /^Group/ })).toHaveValue('cluster'));
    await again();
    await press('sort name{Enter}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: /^Sort/ })).toHaveValue('name'));
    await again();
    await press('theme dark{Enter}');
    expect(JSON.parse(localStorage.getItem('envboard.settings') ?? '{}').value).toMatchObject({ theme: 'dark' });
  });

  it('pauses and resumes', async () => {
    await palette('pause{Enter}');
    await screen.findByRole('button', { name: 'Paused' });
    await again();
    await press('resume{Enter}');
    await screen.findByRole('button', { name: /^Live/ });
  });

  it('clears the filters if the board has any', async () => {
    await palette('clear', { query: 'production' });
    await press('{Enter}');
    await waitFor(() => expect(screen.getByRole('searchbox', { name: 'Filter' })).toHaveValue(''));
    await again();
    await press('clear');
    expect(screen.getByText('Nothing matches')).toBeVisible();
  });

  it('moves with arrows, Home and End, and wraps around at both ends', async () => {
    await palette('prod');
    const all = options();
    expect(await active()).toBe(all[0]);
    await press('{ArrowDown}');
    expect(await active()).toBe(all[1]);
    expect(all[1]).toHaveAttribute('aria-selected', 'true');
    await press('{Home}{ArrowUp}');
    expect(await active()).toBe(all.at(-1));
    await press('{ArrowDown}');
    expect(await active()).toBe(all[0]);
    await press('{End}');
    expect(await active()).toBe(all.at(-1));
    await press('d');
    expect(await active()).toBe(options()[0] ?? null);
  });

  it('reports that no command matches', async () => {
    await palette('zzz');
    expect(screen.getByText('Nothing matches')).toBeVisible();
    expect(await field()).toHaveAttribute('aria-expanded', 'false');
    await press('{Enter}{ArrowDown}{End}');
    expect(await dialog('Command palette')).toBeVisible();
  });

  it('shows fifty commands, and the number of the others', async () => {
    for (let number = 1; number <= 62; number += 1) saveBoard(addressOf({ ...DEFAULT_BOARD, name: `Copy ${number}` }));
    await palette('copy');
    await waitFor(() => expect(options()).toHaveLength(50));
    expect(screen.getByText(/more. Type to narrow/)).toHaveTextContent('13 more. Type to narrow');
  });

  it('closes on its own shortcut, and returns the focus', async () => {
    await open();
    blur();
    await press('{ArrowDown}');
    const before = document.activeElement;
    await again();
    await press('{Control>}k{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(before).toHaveFocus();
  });

  it('offers neither pinning nor sharing on the wall', async () => {
    await palette('', { view: 'table' });
    await press('view wall{Enter}');
    await screen.findByRole('button', { name: /Leave the wall/ });
    await again();
    await press('pin env');
    expect(screen.getByText('Nothing matches')).toBeVisible();
    await press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: /Leave the wall/ })).toBeInTheDocument();
  });
});
