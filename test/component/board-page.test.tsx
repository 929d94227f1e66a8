import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { LateParts } from '#app/late-parts.tsx';
import type { Pin } from '#domain/board/pin.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { choose } from '#test/support/menus.ts';
import { PACE } from '#test/support/pace.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const cards = () => screen.findAllByRole('article');

/** Returns a simulated Qovery that answers status requests with `fault` while `broken()` returns true. */
function breakable(fault: string, broken: () => boolean): typeof fetch {
  const send = createSimulatedQovery();
  return (input, init) => send(broken() && /\/status$/.test(String(input)) ? `${input}?demo=${fault}` : input, init);
}

it('shows a card for each pin, with state, project and configuration', async () => {
  renderBoard({ board: { pins } });
  await screen.findAllByText('Up to date');
  expect(await cards()).toHaveLength(12);
  expect(screen.queryByText('Not checked yet')).not.toBeInTheDocument();
});

it('explains the next step when nothing is pinned', async () => {
  renderBoard();
  expect(await screen.findByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
});

it('shows three hints on the first empty board, and never again once they are dismissed', async () => {
  renderBoard();
  const hints = await screen.findByRole('complementary', { name: 'First steps' });
  expect(
    within(hints)
      .getAllByRole('term')
      .map(({ textContent }) => textContent),
  ).toEqual(['Pin', 'Share', 'Keys']);
  await userEvent.click(within(hints).getByRole('button', { name: 'Got it' }));
  expect(hints).not.toBeInTheDocument();
  cleanup();
  renderBoard();
  await screen.findByRole('heading', { name: 'Nothing pinned yet' });
  await act(async () => {});
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
});

it('shows the hints again after a change of the page or the language, until the board has pins', async () => {
  for (const search of ['', '?lang=en']) {
    renderBoard({ search });
    expect(await screen.findByRole('complementary', { name: 'First steps' })).toBeVisible();
    cleanup();
  }
  render(<LateParts config={{ api: '/api', auth: 'demo' }} isUnattended={false} hasPins />);
  cleanup();
  renderBoard();
  expect(await screen.findByRole('heading', { name: 'Nothing pinned yet' })).toBeVisible();
  await act(async () => {});
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
});

it('says once that an id is unknown, does not count it as not reached, and unpins it', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  renderBoard({ board: { pins: [...pins, { kind: 'environment', id: unknown }] } });
  const sentence = await screen.findByText('No such environment, or no access to it.');
  const card = sentence.closest<HTMLElement>('article');
  if (!card) throw new Error('no card');
  await screen.findAllByText('Up to date');
  expect(screen.getByText(/, 1 unknown/)).toBeVisible();
  expect(document.title).toMatch(/1 unknown · /);
  expect(card.textContent).toBe(`${unknown.slice(0, 8)}…${sentence.textContent}Unpin`);
  expect(card).toHaveAttribute('data-freshness', 'late');
  expect(screen.queryByText(/not reached/)).not.toBeInTheDocument();
  expect(document.title).not.toContain('not reached');
  await userEvent.click(within(card).getByRole('button', { name: 'Unpin' }));
  expect(card).not.toBeInTheDocument();
  expect(await cards()).toHaveLength(12);
});

it('offers to clear the filters when nothing matches', async () => {
  renderBoard({ board: { pins, query: 'no such thing' } });
  await userEvent.click(await screen.findByRole('button', { name: 'Clear filters' }));
  expect(await cards()).toHaveLength(12);
});

it('filters by a tone in the summary', async () => {
  renderBoard({ board: { pins } });
  const filter = await within(screen.getByRole('region', { name: 'Summary' })).findByRole('button', {
    name: /Deployed/,
  });
  await userEvent.click(filter);
  for (const card of await cards()) expect(card).toHaveAttribute('data-tone', 'ok');
});

it.each([
  ['503', 'Qovery answered 503.'],
  [
    'html',
    /The server answered with a redirect or a web page, probably to sign you in\. Reload this page to sign in\./,
  ],
  ['drop', /The server behind \/api did not answer/],
  ['429', 'Too many requests: Qovery allows the next one in 30 s.'],
  ['401', 'Qovery refused the token.'],
])('keeps every reading and tone while Qovery fails with %s, and says why', async (fault, words) => {
  let broken = false;
  renderBoard({ board: { pins }, send: breakable(fault, () => broken) });
  await screen.findAllByText('Up to date');
  const tones = (await cards()).map((card) => [card.dataset.environmentId, card.dataset.tone]);

  broken = true;
  await choose(PACE, 'Refresh now');

  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  const after = new Map((await cards()).map((card) => [card.dataset.environmentId, card.dataset.tone]));
  for (const [id, tone] of tones) expect(after.get(id)).toBe(tone);
});

it('never reports that all is good before the first reading', async () => {
  renderBoard({ board: { pins }, send: breakable('503', () => true) });
  expect(await screen.findByRole('alert')).toHaveTextContent('Qovery answered 503.');
  expect(screen.getByText('12 not reached.')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Summary' })).toHaveAttribute('data-board-tone', 'unknown');
});

it('stays below 1,000 requests an hour with 60 environments, counted over its first 20 minutes', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const everything = createSimulatedQovery();
  let sent = 0;
  const send: typeof fetch = (input, init) => {
    sent += 1;
    return everything(input, init);
  };
  const organizations: { results: { id: string }[] } = await (await everything('/organization')).json();
  const lists = await Promise.all(
    organizations.results.map(async ({ id }) => (await everything(`/organization/${id}/environments`)).json()),
  );
  const listed = lists.flatMap(({ results }: { results: { id: string; project: { id: string } }[] }) => results);
  const all: Pin[] = listed.map(({ id }) => ({ kind: 'environment', id }));
  expect(all).toHaveLength(60);
  // The projects are collapsed: rendering sixty cards each second takes long, and sends no request.
  renderBoard({ board: { pins: all, collapsed: [...new Set(listed.map(({ project }) => project.id))] }, send });
  await act(() => vi.advanceTimersByTimeAsync(20 * 60_000));
  expect(sent).toBeGreaterThan(100);
  // The plan never exceeds 900 an hour, so this many may follow in the other two thirds.
  expect(sent + 600).toBeLessThanOrEqual(1_000);
});
