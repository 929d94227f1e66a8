import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { saveBoard } from '#data/boards/saved-boards.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { addressOf } from '#domain/board/saved-board.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { layOut } from '#test/support/lay-out.ts';
import { choose } from '#test/support/menus.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
beforeEach(() => {
  layOut({ listPx: 391, rowPx: 34 });
  Element.prototype.scrollTo ??= () => {};
});

const pins = demoPins().map((id) => ({ kind: 'environment' as const, id }));
const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name });

async function open(): Promise<void> {
  renderBoard({ board: { pins, group: 'none', sort: 'manual' } });
  await screen.findAllByRole('button', { name: /^Actions for/ });
  await waitFor(() => expect(document.querySelector('p[aria-live="polite"]')).not.toBeNull());
}

/** Safari reports the key that ends a composition by its keyCode only. */
const COMPOSED = [{ isComposing: true }, { keyCode: 229 }] as const;

/** Presses Enter and Escape as an input method does. */
function compose(field: Element): void {
  for (const part of COMPOSED) for (const key of ['Enter', 'Escape']) fireEvent.keyDown(field, { key, ...part });
}

it('the keys P and Ctrl+K work on a Cyrillic keyboard', async () => {
  await open();
  fireEvent.keyDown(document.body, { key: 'л', code: 'KeyK', ctrlKey: true });
  fireEvent.keyDown(await screen.findByRole('combobox', { name: /^Find/ }), { key: 'л', code: 'KeyK', ctrlKey: true });
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  fireEvent.keyDown(document.body, { key: 'з', code: 'KeyP' });
  expect(await dialog('Pin environments')).toBeVisible();
});

it('an Enter or Escape of an input method closes neither the palette nor the picker', async () => {
  await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('combobox', { name: /^Find/ });
  compose(palette);
  expect(await dialog('Command palette')).toBeVisible();
  fireEvent.keyDown(palette, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

  await userEvent.keyboard('p');
  const picker = within(await dialog('Pin environments'));
  const field = picker.getByRole('combobox');
  await picker.findAllByRole('option');
  await userEvent.type(field, 'globex production');
  compose(field);
  expect(picker.getByRole('button', { name: /^Pin( \d|$)/ })).toBeDisabled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(picker.getByRole('button', { name: /^Pin( \d|$)/ })).toBeEnabled();
});

it('an Enter or Escape of an input method leaves the name of a board in its field', async () => {
  saveBoard(addressOf({ ...DEFAULT_BOARD, name: 'Night watch', pins }));
  await open();
  const name = screen.getByRole('textbox', { name: 'Board name' });
  name.focus();
  await userEvent.keyboard('リリース');
  compose(name);
  expect(name).toHaveFocus();
  fireEvent.keyDown(name, { key: 'Enter' });
  expect(name).not.toHaveFocus();

  await choose('My boards', 'Manage boards…');
  const boards = within(await dialog('My boards'));
  await userEvent.click(boards.getByRole('button', { name: 'Rename Night watch' }));
  const field = boards.getByRole('textbox');
  compose(field);
  expect(field).toHaveFocus();
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(field).not.toBeInTheDocument());
});

it('an Enter or Escape of an input method does not end the dialog of a label', async () => {
  await open();
  const [actions] = screen.getAllByRole('button', { name: /^Actions for/ });
  if (!actions) throw new Error('no card has a menu');
  await userEvent.click(actions);
  await userEvent.click(await screen.findByRole('menuitem', { name: /label/i }));
  const field = within(await dialog(/./)).getByRole('textbox');
  // A browser that would submit the form or close the dialog does neither after `preventDefault`.
  for (const part of COMPOSED) {
    for (const key of ['Enter', 'Escape']) expect(fireEvent.keyDown(field, { key, ...part })).toBe(false);
  }
  expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(true);
});
