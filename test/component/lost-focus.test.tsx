import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveBoard } from '#data/boards/saved-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { addressOf } from '#domain/board/saved-board.ts';
import { NONE_YET } from '#messages/saved-boards.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { choose } from '#test/support/menus.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// jsdom has no layout, so there is nothing to measure or to scroll.
class NoSizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NoSizes);
  Element.prototype.scrollIntoView ??= () => {};
});

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const ids = () =>
  [...document.querySelectorAll<HTMLElement>('main [data-environment-id]')].map((one) => one.dataset.environmentId);
/** The environment that contains the focus. */
const place = () => document.activeElement?.closest<HTMLElement>('[data-environment-id]')?.dataset.environmentId;
const focused = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null);
const filter = () => screen.findByRole('searchbox', { name: 'Filter' });

/** Renders a board and waits for its shortcuts, whose file restores the focus. */
async function open(board: Partial<Board> = {}) {
  renderBoard({ board: { pins, group: 'none', sort: 'manual', ...board } });
  await waitFor(() => expect(document.querySelector('p[aria-live="polite"]')).not.toBeNull());
}

async function pressOn(button: HTMLElement) {
  button.focus();
  expect(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
}

async function unpin(id: string | undefined) {
  const card = document.querySelector<HTMLElement>(`[data-environment-id="${id}"]`);
  card?.querySelector('button')?.focus();
  expect(place()).toBe(id);
  await userEvent.keyboard('.');
  await pressOn(await screen.findByRole('menuitem', { name: 'Unpin' }));
  await waitFor(() => expect(ids()).not.toContain(id));
}

describe.each(['cards', 'compact', 'table'] as const)('in the view %s', (view) => {
  it('the next environment has the focus after one is unpinned, and the unpinned one after Undo', async () => {
    await open({ view });
    await waitFor(() => expect(ids()).toHaveLength(12));
    const [, second, third] = ids();
    await unpin(second);
    await waitFor(() => expect(place()).toBe(third));

    await pressOn(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(place()).toBe(second));
  });
});

it('the environment before has the focus after the last one is unpinned, and after its notice is dismissed', async () => {
  await open();
  await waitFor(() => expect(ids()).toHaveLength(12));
  const [before, last] = ids().slice(-2);
  await unpin(last);
  await waitFor(() => expect(place()).toBe(before));
  const notice = (await screen.findByRole('button', { name: 'Undo' })).parentElement ?? document.body;
  await pressOn(within(notice).getByRole('button', { name: 'Dismiss' }));
  expect(notice).not.toBeInTheDocument();
  await waitFor(() => expect(place()).toBe(before));
});

it('the filter has the focus after the filters of a board are cleared', async () => {
  await open();
  const summary = within(await screen.findByRole('region', { name: 'Summary' }));
  await pressOn(await summary.findByRole('button', { name: /Deployed/ }));
  await pressOn(await summary.findByRole('button', { name: 'Clear filters' }));
  await waitFor(async () => expect(await filter()).toHaveFocus());
});

it('the filter has the focus after the filters that matched nothing are cleared', async () => {
  await open({ query: 'no such thing', tones: ['ok'] });
  const heading = await screen.findByRole('heading', { name: 'No environment matches' });
  const message = heading.parentElement ?? document.body;
  await pressOn(within(message).getByRole('button', { name: 'Clear filters' }));
  expect(message).not.toBeInTheDocument();
  await waitFor(async () => expect(await filter()).toHaveFocus());
});

it('the filter has the focus after the chosen day of the activity is cleared', async () => {
  await open({ page: 'activity' });
  const chart = within((await screen.findAllByRole('group', { name: /Deployments/ }))[0] ?? document.body);
  const day = (await chart.findAllByRole('button')).at(-1);
  if (day) await pressOn(day);
  await pressOn(await screen.findByRole('button', { name: /Show all days/ }));
  await waitFor(async () => expect(await filter()).toHaveFocus());
});

it.each(['Save to my boards', 'Dismiss'])('the next control has the focus after %s in the banner', async (name) => {
  await open({ name: 'Theirs' });
  const banner = await screen.findByRole('region', { name: 'Shared board' });
  await pressOn(within(banner).getByRole('button', { name }));
  expect(banner).not.toBeInTheDocument();
  // A browser skips the buttons that only a narrow screen shows; jsdom has no layout.
  const tools = await screen.findByRole('region', { name: 'Filter and order' });
  await waitFor(() => expect(tools).toContainElement(focused()));
});

it('the next row of My boards has the focus after a deletion, and the restored row after Undo', async () => {
  for (const name of ['One', 'Two']) saveBoard(addressOf({ ...DEFAULT_BOARD, name, pins }));
  await open({ name: 'One' });
  await choose('My boards', 'Manage boards…');
  const dialog = within(await screen.findByRole('dialog', { name: 'My boards' }));
  await pressOn(dialog.getByRole('button', { name: 'Delete One' }));
  await waitFor(() => expect(dialog.getByRole('button', { name: 'Two' })).toHaveFocus());
  await pressOn(dialog.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(dialog.getByRole('button', { name: 'One' })).toHaveFocus());

  await pressOn(dialog.getByRole('button', { name: 'Delete One' }));
  await pressOn(await dialog.findByRole('button', { name: 'Delete Two' }));
  expect(await dialog.findByText(NONE_YET)).toBeVisible();
  await waitFor(() => expect(dialog.getByLabelText('Import…')).toHaveFocus());
});
