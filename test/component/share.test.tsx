import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Board } from '#domain/board/board.ts';
import { decodeBoard, readLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { layOut } from '#test/support/lay-out.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const manyPins = (count: number): readonly Pin[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'environment',
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  }));

async function open(board: Partial<Board> = {}) {
  // The clipboard of `user-event` replaces the browser's.
  const user = userEvent.setup();
  renderBoard({ board: { name: 'Release train', pins, ...board } });
  await user.click(await screen.findByRole('button', { name: 'Share' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Share this board' }));
  const link = () => dialog.getByRole<HTMLInputElement>('textbox', { name: 'Link' }).value;
  const shared = () => decodeBoard(readLocation(new URL(link()))).board;
  return { user, dialog, link, shared };
}

it('copies the link of the board', async () => {
  const { user, dialog, link, shared } = await open({ sort: 'name' });
  await user.click(dialog.getByRole('button', { name: 'Copy link' }));
  expect(await dialog.findByText('Link copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(link());
  expect(link().startsWith(`${location.origin}/?name=Release+train&pins=`)).toBe(true);
  expect(shared()).toMatchObject({ name: 'Release train', pins, sort: 'name' });
});

it('selects the link where the browser refuses the clipboard', async () => {
  const { user, dialog, link } = await open();
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  await user.click(dialog.getByRole('button', { name: 'Copy link' }));
  expect(await dialog.findByText(/press Ctrl\+C/)).toBeVisible();
  const field = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Link' });
  expect(field).toHaveFocus();
  expect(field.selectionEnd).toBe(link().length);
});

it('leaves out the filters and the details when the user chooses so, and opens as wall', async () => {
  const { user, dialog, shared } = await open({ tones: ['ok', 'busy'], query: 'pro', details: pins[0]?.id });
  expect(shared()).toMatchObject({ tones: ['ok', 'busy'], query: 'pro', details: undefined, view: 'cards' });
  await user.click(dialog.getByRole('checkbox', { name: 'With the filters' }));
  expect(shared()).toMatchObject({ tones: [], query: '' });
  await user.click(dialog.getByRole('checkbox', { name: 'Open as wall' }));
  expect(shared()).toMatchObject({ view: 'wall' });
});

it('says that Activity has no wall, and shares that of the board without the filters of the page', async () => {
  layOut({ listPx: 800, rowPx: 36 });
  const { user, dialog, shared } = await open({ page: 'activity', only: 'failed.24h' });
  await user.click(dialog.getByRole('checkbox', { name: 'With the filters' }));
  expect(shared()).toMatchObject({ page: 'activity', only: '24h' });
  await user.click(dialog.getByRole('checkbox', { name: 'Open as wall' }));
  expect(dialog.getByText('This page has no wall. The wall of the board opens.')).toBeVisible();
  expect(shared()).toMatchObject({ page: 'board', view: 'wall' });
});

it('does not say that an older link is copied', async () => {
  const { user, dialog } = await open();
  await user.click(dialog.getByRole('button', { name: 'Copy link' }));
  expect(await dialog.findByText('Link copied.')).toBeVisible();
  await user.click(dialog.getByRole('checkbox', { name: 'Open as wall' }));
  expect(dialog.queryByText('Link copied.')).not.toBeInTheDocument();
});

it('says that nothing is filtered, pinned, or reachable from elsewhere', async () => {
  const { dialog } = await open({ pins: [] });
  expect(dialog.getByRole('checkbox', { name: 'With the filters (none is set)' })).toBeDisabled();
  expect(dialog.getByText('Nothing is pinned yet: the link opens an empty board.')).toBeVisible();
  expect(dialog.getByText(/^Only this machine can open localhost/)).toBeVisible();
});

it('renders a QR code, black on white', async () => {
  const { user, dialog } = await open();
  await user.click(dialog.getByRole('button', { name: 'QR code' }));
  const view = within(await screen.findByRole('dialog', { name: 'QR code' }));
  const code = view.getByRole('img', { name: 'QR code of the link' });
  const [ground, modules] = code.querySelectorAll('path');
  expect(ground).toHaveClass('fill-white');
  expect(modules).toHaveClass('fill-black');
  // The frame of the finder pattern begins in the upper left corner, after four modules.
  expect(modules?.getAttribute('d')).toMatch(/^M4 4h7v1H4z/);
  await user.click(view.getByRole('button', { name: 'Done' }));
  expect(screen.queryByRole('dialog', { name: 'QR code' })).not.toBeInTheDocument();
  expect(dialog.getByRole('textbox', { name: 'Link' })).toBeVisible();
});

it('offers a code that pins whole projects, or the link, when the link is too long for a code', async () => {
  const labelled: readonly Pin[] = pins.map((pin, n) => ({ ...pin, label: `${n}`.padEnd(60, '生') }));
  const { user, dialog, link } = await open({ pins: labelled });
  await screen.findAllByRole('article', { hidden: true });
  const href = link();
  await user.click(dialog.getByRole('button', { name: 'QR code' }));
  const view = within(await screen.findByRole('dialog', { name: 'QR code' }));
  expect(view.getByText(/^The link is too long for a QR code/)).toBeVisible();
  expect(view.queryByRole('img')).not.toBeInTheDocument();
  await user.click(view.getByRole('button', { name: 'Copy link' }));
  expect(await navigator.clipboard.readText()).toBe(href);

  await user.click(view.getByRole('button', { name: /^Show a code that pins \d whole projects$/ }));
  expect(view.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  expect(view.getByText(/^This code pins \d whole projects in place of 12 environments\./)).toBeVisible();
});

it.each([
  [100, /^The link has 2,\d{3} characters\. Some chat programs cut off long links\.$/],
  [300, /^The link has 7,\d{3} characters, too many for some servers, .* Pin whole projects to shorten the link\.$/],
])('warns of the link of %i pins, and of its QR code', async (count, words) => {
  const { user, dialog, link } = await open({ pins: manyPins(count) });
  expect(dialog.getByText(words)).toBeVisible();
  expect(link().includes('#')).toBe(count === 300);
  await user.click(dialog.getByRole('button', { name: 'QR code' }));
  const view = within(await screen.findByRole('dialog', { name: 'QR code' }));
  if (count === 300) expect(view.getByText(/too long for a QR code/)).toBeVisible();
  else expect(view.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
});

it('warns that programs cut a link of more than 10,000 characters', async () => {
  const { dialog, link } = await open({ pins: manyPins(450) });
  expect(link().length).toBeGreaterThan(10_000);
  expect(dialog.getByText(/^The link has 10,\d{3} characters\. Some programs cut a link after 10,000/)).toBeVisible();
});

it('writes the states as Markdown, with the filters that go along', async () => {
  const label = 'a | <b> [c](d)';
  const [first, ...rest] = demoPins();
  const labelled: readonly Pin[] = [
    { kind: 'environment', id: first ?? '', label },
    ...rest.map((id) => ({ kind: 'environment' as const, id })),
  ];
  const { user, dialog, link } = await open({ pins: labelled, query: 'a |' });
  await waitFor(() => expect(screen.getByRole('article', { hidden: true })).toHaveAttribute('data-freshness', 'fresh'));
  await user.click(dialog.getByRole('button', { name: 'Markdown' }));
  const markdown = () => dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Markdown' }).value;
  const rows = () => markdown().split('\n').slice(6, -3);
  expect(markdown()).toContain('### Release train');
  expect(markdown()).toContain('| a \\| \\<b\\> \\[c\\](d) | ');
  expect(rows()).toHaveLength(1);
  expect(markdown().endsWith(`[Open the board](${link()})\n`)).toBe(true);

  await user.click(dialog.getByRole('checkbox', { name: 'With the filters' }));
  expect(rows()).toHaveLength(12);
  await user.click(dialog.getByRole('button', { name: 'Copy Markdown' }));
  expect(await dialog.findByText('Markdown copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(markdown());
});

it('says what the recipient needs, and that the token stays here', async () => {
  const { dialog } = await open();
  expect(
    dialog.getByText(/a Qovery token that can read these environments. Your token is not in the link/),
  ).toBeVisible();
});
