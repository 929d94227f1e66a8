import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { restoreQuery } from '#browser/restore-query.ts';
import { rememberOpened, saveBoard } from '#data/boards/saved-boards.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { encodeBoard } from '#domain/board/board-url.ts';
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
