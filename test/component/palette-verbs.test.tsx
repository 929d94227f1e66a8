import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { saveBoard } from '#data/boards/saved-boards.ts';
import { type Board, DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf } from '#domain/board/saved-board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));

async function open(board: Partial<Board> = {}) {
  renderBoard({ board: { name: 'Release', pins, group: 'none', ...board } });
  await waitFor(() => expect(document.querySelector('p[aria-live="polite"]')).not.toBeNull());
}

/** Opens the palette, types, and returns the titles that it finds. */
async function find(query: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: /^Find/ }), query);
  return [...document.querySelectorAll('dialog [role="option"]')].map((option) => option.textContent);
}

it('labels one environment, and selects the name of the board', async () => {
  await open();
  await screen.findAllByRole('article');
  const found = await find('label storefront prod');
  expect(found).toEqual([expect.stringMatching(/^Label: production/)]);
  await userEvent.keyboard('{Enter}');
  const label = within(await screen.findByRole('dialog', { name: 'Label production' }));
  await userEvent.click(label.getByText('Cancel'));
  await waitFor(() => expect(document.querySelector('dialog')).toBeNull());

  await find('rename');
  await userEvent.keyboard('{Enter}');
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Board name' });
  await waitFor(() => expect(name).toHaveFocus());
  expect(name.value.slice(name.selectionStart ?? 0, name.selectionEnd ?? 0)).toBe('Release');
});

it('exports the boards to a file', async () => {
  const written: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) written.push(blob);
    return 'blob:x';
  });
  saveBoard(addressOf({ ...DEFAULT_BOARD, name: 'Mine' }));
  await open();
  expect(await find('export')).toEqual(['Export my boards']);
  await userEvent.keyboard('{Enter}');
  expect(written.map(({ type }) => type)).toEqual(['application/json']);
});

it('offers the exports of the page on screen', async () => {
  await open({ page: 'versions' });
  await screen.findByRole('button', { name: 'Copy as CSV' });
  expect(await find('csv')).toEqual(['Copy as CSV']);
});

it('opens the board in the chosen view from a page that has no views', async () => {
  await open({ page: 'delivery' });
  expect(await screen.findByRole('group', { name: 'Period' })).toBeInTheDocument();
  await find('view table');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('table')).toBeVisible();
});
